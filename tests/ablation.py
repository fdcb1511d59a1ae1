"""Take away each rule and each check in turn: some test must notice. Run by CI; it fails if it tried nothing.

``python tests/ablation.py`` calls the very tests of ``test_rules.py`` and ``test_strategies.py`` with the law missing.
"""

from __future__ import annotations

import sys
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent))

import test_rules
import test_strategies

from seoul_tokyo_schemas import checking, columns, rulebook


def notices(test: object, *arguments: object) -> bool:
    """Whether a test fails."""
    try:
        test(*arguments)  # type: ignore[operator]
    except (AssertionError, StopIteration):
        return True
    return False


def rules_that_nobody_misses() -> list[str]:
    whole = dict(rulebook.rules())
    unnoticed = []
    for rule in whole:
        rest = MappingProxyType({name: law for name, law in whole.items() if name != rule})
        with mock.patch.object(rulebook, "rules", lambda rest=rest: rest):
            if not notices(test_rules.test_an_example_breaks_its_rule_and_what_it_implies, rule):
                unnoticed.append(rule)
    return unnoticed


def checks_that_nobody_misses() -> list[str]:
    unnoticed = []
    for name in columns.SPOILS:
        with without_check(name):
            if not notices(test_strategies.test_a_broken_dataset_breaks_its_law_and_what_that_implies, name):
                unnoticed.append(name)
    return unnoticed


def without_check(name: str) -> AbstractContextManager[object]:
    """The models as they would be without a check: everything passes it."""
    if name in columns.CHECKS:
        everything_holds = replace(columns.CHECKS[name], holds=lambda values: values.notna() | True)
        return mock.patch.object(columns, "CHECKS", MappingProxyType({**columns.CHECKS, name: everything_holds}))
    whole = checking.check_values  # these two are pandera's own
    return mock.patch.object(
        checking, "check_values", lambda *table: [problem for problem in whole(*table) if problem.rule != name]
    )


def main() -> int:
    tried = len(rulebook.rules()) + len(columns.SPOILS)
    unnoticed = rules_that_nobody_misses() + checks_that_nobody_misses()
    for name in unnoticed:
        print(f"taken away and not missed: {name}")
    print(f"ablation: {tried - len(unnoticed)} of {tried} laws are missed when they are taken away")
    return 1 if unnoticed or len(rulebook.rules()) < 100 or len(columns.SPOILS) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
