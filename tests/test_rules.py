"""Every rule fires on its own example, and on nothing that is well.

Beside each rule ``rules/<rule>.sql`` (or Python check) stands ``rules/<rule>.toml``: records laid over the
consistent small dataset in ``rules/base``, or statements run on its tables, which break exactly this rule.
``possible-<rule>.toml`` breaks it under some readings of its dates only; ``silent-<rule>.toml`` resembles real
history that a clumsy version of the rule would flag.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from pathlib import Path

import duckdb
import pytest

from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.read import Reading, Record, read
from seoul_tokyo_schemas.checking import check
from seoul_tokyo_schemas.problem import Problem
from seoul_tokyo_schemas.rulebook import Rule, rules, run

RULES = Path(str(files("seoul_tokyo_schemas"))) / "rules"
BASE = RULES / "base"
EXAMPLES = sorted(file.stem for file in RULES.glob("*.toml"))
POSSIBLE = [name for name in EXAMPLES if name.startswith("possible-")]
SILENT = [name for name in EXAMPLES if name.startswith("silent-")]
BREAKING = [name for name in EXAMPLES if name not in POSSIBLE + SILENT]


@cache
def base() -> tuple[Record, ...]:
    return _records_of(read([BASE]), {})


def laid_over(example: str) -> Tables:
    """The tables of the base with an example's records in place of those of the same kind and id, then altered."""
    file = RULES / f"{example}.toml"
    own = _records_of(read([file]), tomllib.loads(file.read_text(encoding="utf-8")))
    replaced = {(record.kind, record.id) for record in own}
    kept = [record for record in base() if (record.kind, record.id) not in replaced]
    return _altered(assemble([*kept, *own], "0.1.0"), statements(example))


def statements(example: str) -> list[str]:
    content = tomllib.loads((RULES / f"{example}.toml").read_text(encoding="utf-8"))
    return [block["sql"] for block in content.get("alter", ())]


def implied(example: str) -> set[str]:
    return set(tomllib.loads((RULES / f"{example}.toml").read_text(encoding="utf-8"))["implies"])


def _records_of(reading: Reading, content: dict[str, object]) -> tuple[Record, ...]:
    """The records of a file; its own keys ``implies`` and ``alter`` are no records."""
    own_keys = {"implies", "alter"} & content.keys()
    complaints = [
        problem
        for problem in reading.problems
        if not any(problem.message.endswith(f"of kind {key!r}") for key in own_keys)
    ]
    assert complaints == []
    return tuple(reading.records)


def _altered(tables: Tables, sql: list[str]) -> Tables:
    if not sql:
        return tables
    with duckdb.connect(":memory:") as connection:
        for name, table in tables.items():
            connection.register("given", table)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            connection.unregister("given")
        for statement in sql:
            connection.execute(statement)
        return {
            name: connection.sql(f"SELECT * FROM {name}").to_arrow_table().cast(table.schema)
            for name, table in tables.items()
        }


def found(problems: list[Problem]) -> set[tuple[str, str]]:
    return {(problem.rule, problem.severity) for problem in problems}


def test_the_base_breaks_no_rule() -> None:
    assert check(assemble(base(), "0.1.0")) == []


def test_every_rule_has_an_example_and_every_example_a_rule() -> None:
    assert set(BREAKING) == set(rules())
    assert {name.partition("-")[2] for name in POSSIBLE + SILENT} <= set(rules())


@pytest.mark.parametrize("rule", BREAKING)
def test_an_example_breaks_its_rule_and_what_it_implies(rule: str) -> None:
    expected = {(name, rules()[name].severity) for name in {rule} | implied(rule)}
    assert found(run(laid_over(rule))) == expected


@pytest.mark.parametrize("example", POSSIBLE)
def test_a_coarse_date_is_a_warning(example: str) -> None:
    assert implied(example) == set()
    assert found(run(laid_over(example))) == {(example.partition("-")[2], "warning")}


@pytest.mark.parametrize("example", SILENT)
def test_real_history_stays_silent(example: str) -> None:
    assert implied(example) == set()
    assert run(laid_over(example)) == []


@pytest.mark.parametrize("rule", list(rules().values()), ids=lambda rule: rule.id)
def test_a_header_is_one_sentence_and_a_message_is_none(rule: Rule) -> None:
    assert rule.law.endswith(".")
    assert rule.reason.endswith(".")
    assert not rule.message.endswith(".")
    assert not rule.mend.endswith(".")
