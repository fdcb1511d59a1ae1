"""Strategies for tests of code that uses the dataset: ``from seoul_tokyo.testing import datasets``.

Every draw is a whole small dataset, consistent under every model and rule, and unlike the last one. Needs the
extra ``testing``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import duckdb
import pandas as pd
from hypothesis import strategies as st

from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.read import Record, read
from seoul_tokyo_schemas.rulebook import rules
from seoul_tokyo_schemas.strategies import records

Frames = dict[str, pd.DataFrame]

RELEASE = "0.1.0"
UNUSED_YEARS = (1974, 1996)
"""Years in which nothing happens in the examples of the rules."""


def arrow_datasets() -> st.SearchStrategy[Tables]:
    """Draw consistent datasets as Arrow tables of the documented schemas, by table name."""
    return records().map(lambda drawn: assemble(_as_records(drawn), RELEASE))


def datasets() -> st.SearchStrategy[Frames]:
    """Draw consistent datasets as DataFrames with the documented dtypes, by table name.

    All tables are there, an empty one with its columns and dtypes. ``seoul_tokyo.validate`` finds nothing.
    """
    return arrow_datasets().map(_frames)


def broken_arrow(rule: str) -> st.SearchStrategy[Tables]:
    """Like ``broken``, as Arrow tables."""
    if rule not in rules():
        raise ValueError(f"there is no rule {rule!r}; `seoul-tokyo explain` lists them")
    first, last = UNUSED_YEARS
    return records(first_year=first, last_year=last).map(lambda drawn: _break(rule, drawn))


def broken(rule: str) -> st.SearchStrategy[Frames]:
    """Draw datasets that break exactly one rule, and what ``implied(rule)`` names.

    A consistent dataset is drawn, and the rule's documented example (`seoul-tokyo explain RULE`) stands in it.
    Raises ``ValueError`` for a name that is no rule's.
    """
    return broken_arrow(rule).map(_frames)


def implied(rule: str) -> frozenset[str]:
    """The other rules that the example of a rule cannot but break."""
    return frozenset(_example(rule)["implies"])


def _frames(tables: Tables) -> Frames:
    return {name: table.to_pandas() for name, table in tables.items()}


def _as_records(drawn: Iterable[tuple[str, dict[str, Any]]]) -> list[Record]:
    return [Record(kind, body, "", number) for number, (kind, body) in enumerate(drawn)]


def _break(rule: str, drawn: Iterable[tuple[str, dict[str, Any]]]) -> Tables:
    example = _example(rule)
    standing = _as_records(drawn)
    for layer in (_base(), _records_of(example)):
        given = {(record.kind, record.id) for record in layer}
        standing = [record for record in standing if (record.kind, record.id) not in given] + list(layer)
    return _altered(assemble(standing, RELEASE), [block["sql"] for block in example.get("alter", ())])


def _altered(tables: Tables, statements: Sequence[str]) -> Tables:
    if not statements:
        return tables
    with duckdb.connect(":memory:") as connection:
        for name, table in tables.items():
            connection.register("given", table)
            connection.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
            connection.unregister("given")
        for statement in statements:
            connection.execute(statement)
        return {
            name: connection.sql(f"SELECT * FROM {name}").to_arrow_table().cast(table.schema)
            for name, table in tables.items()
        }


def _rules_folder() -> Traversable:
    return files("seoul_tokyo_schemas").joinpath("rules")


@cache
def _example(rule: str) -> dict[str, Any]:
    return tomllib.loads(_rules_folder().joinpath(f"{rule}.toml").read_text(encoding="utf-8"))


@cache
def _base() -> tuple[Record, ...]:
    with as_file(_rules_folder().joinpath("base")) as folder:
        return tuple(read([folder]).records)


def _records_of(example: dict[str, Any]) -> list[Record]:
    return [
        Record(kind, body, "", number)
        for kind, bodies in example.items()
        if kind not in ("implies", "alter")
        for number, body in enumerate(bodies)
    ]
