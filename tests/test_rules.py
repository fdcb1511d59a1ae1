"""Every rule fires on its own example, and on nothing that is well.

Beside each rule ``rules/<rule>.sql`` (or Python check) stands ``rules/<rule>.toml``: records laid over the
consistent small dataset in ``rules/base``, or statements run on its tables, which break exactly this rule.
``possible-<rule>.toml`` breaks it under some readings of its dates only; ``silent-<rule>.toml`` resembles real
history that a clumsy version of the rule would flag.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.check import check as checked
from seoul_tokyo.building.examples import FOLDER, base, implied, laid_over
from seoul_tokyo.building.explaining import OF_RECORDS
from seoul_tokyo.building.read import read
from seoul_tokyo_schemas.checking import check
from seoul_tokyo_schemas.problem import Problem
from seoul_tokyo_schemas.rulebook import Rule, rules, run

RULES = Path(str(FOLDER))
EXAMPLES = sorted(file.stem for file in RULES.glob("*.toml"))
POSSIBLE = [name for name in EXAMPLES if name.startswith("possible-")]
SILENT = [name for name in EXAMPLES if name.startswith("silent-")]
BREAKING = [name for name in EXAMPLES if name not in (*POSSIBLE, *SILENT, *OF_RECORDS)]


def found(problems: list[Problem]) -> set[tuple[str, str]]:
    return {(problem.rule, problem.severity) for problem in problems}


def test_the_base_breaks_no_rule() -> None:
    assert check(assemble(base(), "0.1.0")) == []


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert set(BREAKING) == set(rules())
    assert {name.partition("-")[2] for name in POSSIBLE + SILENT} <= set(rules())
    assert set(OF_RECORDS) <= set(EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES)
def test_an_example_has_the_form_of_records(example: str) -> None:
    own = [f"of kind {key!r}" for key in ("implies", "alter")]
    complaints = read([RULES / f"{example}.toml"]).problems
    assert [str(problem) for problem in complaints if not problem.message.endswith(tuple(own))] == []


@pytest.mark.parametrize("rule", BREAKING)
def test_an_example_breaks_its_rule_and_what_it_implies(rule: str) -> None:
    expected = {(name, rules()[name].severity) for name in {rule} | implied(rule)}
    assert found(run(laid_over(rule))) == expected


@pytest.mark.parametrize("law", OF_RECORDS)
def test_an_example_breaks_a_law_that_only_the_records_show(law: str) -> None:
    file = RULES / f"{law}.toml"
    reading = read([RULES / "base", file])
    reading.problems.clear()  # of `implies`
    (problem,) = checked(assemble(reading.records, "0.1.0"), reading)
    assert (problem.rule, problem.severity, Path(problem.file).name) == (law, "warning", file.name)
    assert file.read_text(encoding="utf-8").splitlines()[problem.line - 1].startswith("reason = ")


@pytest.mark.parametrize("example", POSSIBLE)
def test_a_coarse_date_is_a_warning(example: str) -> None:
    assert not implied(example)
    assert found(run(laid_over(example))) == {(example.partition("-")[2], "warning")}


@pytest.mark.parametrize("example", SILENT)
def test_real_history_stays_silent(example: str) -> None:
    assert not implied(example)
    assert run(laid_over(example)) == []


def test_of_two_spellings_only_the_rarer_is_told() -> None:
    (problem,) = run(laid_over("publisher-has-one-spelling"))
    assert (problem.record_id, problem.field) == ("test-the-example-daily", "publisher")


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("wire-is-an-agency-page", {"test-copied-wire", "test-agency-news"}),
        ("level-matches-ranks", {"test-too-high", "test-called-in"}),
    ],
)
def test_both_halves_of_a_law_are_told(rule: str, told: set[str]) -> None:
    assert {problem.record_id for problem in run(laid_over(rule))} == told


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.id)
def test_a_header_is_one_sentence_and_a_message_is_none(rule: Rule) -> None:
    assert rule.law.endswith(".")
    assert rule.reason.endswith(".")
    assert not rule.message.endswith(".")
    assert not rule.mend.endswith(".")
