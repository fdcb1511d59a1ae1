"""The example of each rule: records laid over a small consistent dataset that break this rule and nothing else.

Beside ``rules/<rule>.sql`` stands ``rules/<rule>.toml``: records that take the place of those of the same kind and id
in ``rules/base``, or ``[[alter]]`` statements on the assembled tables, for laws on computed columns. ``implies``
names the rules that cannot but break with it.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import as_file, files
from importlib.resources.abc import Traversable
from typing import Any

import duckdb

from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.read import Record, read

RELEASE = "0.1.0"
FOLDER: Traversable = files("seoul_tokyo_schemas").joinpath("rules")


@cache
def base() -> tuple[Record, ...]:
    """The records of the consistent dataset over which the examples are laid."""
    with as_file(FOLDER.joinpath("base")) as folder:
        return tuple(read([folder]).records)


def implied(example: str) -> frozenset[str]:
    """The other rules that an example cannot but break."""
    return frozenset(_content(example)["implies"])


def beside(drawn: Iterable[Record]) -> Tables:
    """The tables of the base and of other records beside it."""
    return assemble(_over(list(drawn), base()), RELEASE)


def laid_over(example: str, drawn: Iterable[Record] = ()) -> Tables:
    """The tables of the base, and of other records beside it, with an example laid over them."""
    content = _content(example)
    standing = _over(_over(list(drawn), base()), _records(content))
    return _altered(assemble(standing, RELEASE), [block["sql"] for block in content.get("alter", ())])


def _over(standing: list[Record], layer: Sequence[Record]) -> list[Record]:
    """The records, with those of the layer in the place of those of the same kind and id."""
    given = {(record.kind, record.id) for record in layer}
    return [record for record in standing if (record.kind, record.id) not in given] + list(layer)


@cache
def _content(example: str) -> dict[str, Any]:
    return tomllib.loads(FOLDER.joinpath(f"{example}.toml").read_text(encoding="utf-8"))


def _records(content: dict[str, Any]) -> list[Record]:
    return [
        Record(kind, body, "", number)
        for kind, bodies in content.items()
        if kind not in ("implies", "alter")
        for number, body in enumerate(bodies)
    ]


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
