"""Take away each rule and each check in turn: some test must notice. Run by CI; it fails if it tried nothing.

``python tests/ablation.py`` calls the very tests of ``test_rules.py`` and ``test_models.py`` with the law missing.
"""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from unittest import mock

sys.path.insert(0, str(Path(__file__).parent))

import test_models
import test_rules

from seoul_tokyo_schemas import columns, rulebook


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
    for name in columns.CHECKS:
        everything_holds = replace(columns.CHECKS[name], holds=lambda values: values.notna() | True)
        laxer = MappingProxyType({**columns.CHECKS, name: everything_holds})
        with mock.patch.object(columns, "CHECKS", laxer):
            used = [case for case in test_models.CHECKED if case[2] == name]
            if not any(notices(test_models.test_every_check_of_every_column_can_fail, *case) for case in used[:1]):
                unnoticed.append(name)
    return unnoticed


def main() -> int:
    tried = len(rulebook.rules()) + len(columns.CHECKS)
    unnoticed = rules_that_nobody_misses() + checks_that_nobody_misses()
    for name in unnoticed:
        print(f"taken away and not missed: {name}")
    print(f"ablation: {tried - len(unnoticed)} of {tried} laws are missed when they are taken away")
    return 1 if unnoticed or tried < 100 else 0


if __name__ == "__main__":
    sys.exit(main())
