"""One wrong value in a consistent dataset, where it breaks the check on that value and nothing else.

Most columns are read by rules, which miss what they look for where the value is wrong. So a wrong id takes the place
of the right one wherever that stands, and other wrong values fall on the columns in which none of the rules looks
for a certain value.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pyarrow
from hypothesis import strategies as st

from seoul_tokyo_schemas.columns import SPOILS
from seoul_tokyo_schemas.conforming import coded
from seoul_tokyo_schemas.layout import columns, primary_key
from seoul_tokyo_schemas.strategies.dice import Dice

Tables = Mapping[str, pyarrow.Table]
Place = tuple[str, str]

ALONE: Mapping[str, tuple[str, ...]] = {
    "articles": ("title", "url", "archived_url", "extent", "byline", "dateline", "retrieved"),
    "events": (
        "title", "summary", "time_local", "subject", "plover_event", "plover_mode", "cameo_code", "quad_class",
    ),
    "officials": ("native_name", "wikidata"),
    "disputes": ("title", "summary", "external_ref"),
    "posts": ("title", "native_title", "organisation", "single_seat"),
    "tenures": ("end_edtf",),
    "actors": ("established", "abolished"),
    "participants": ("ordinal", "title_as_reported"),
    "dispute_positions": ("number", "start_edtf", "position"),
    "evidence": ("part", "value_as_reported", "directness", "attributed_to", "sealed", "reason"),
    "names": ("name", "language", "kind", "used_by", "valid_edtf"),
    "retired": ("record_table", "reason", "successor", "retired_in"),
    "codes": (
        "definition", "plover_event", "plover_mode", "cameo_code", "quad_class", "external_ref", "complete_from",
        "complete_to",
    ),
}  # fmt: skip
"""Columns in which a wrong value breaks no rule; beside them, the releases in which a row stood and changed."""

RELEASES = ("added_in", "changed_in")
NAMING = ("record_id", "successor", "code", "value", "field", "posts_held")
"""Columns that name ids, though they hold other text as well: the links of evidence, and lists of ids."""


def places(check: str, tables: Tables) -> list[Place]:
    """The tables and columns of a dataset in which a wrong value breaks a check and nothing else."""
    return [
        (name, column)
        for name, table in tables.items()
        for column, declared in columns(name).items()
        if check in declared.laws and _stands_alone(check, name, column) and rows(tables, (name, column))
    ]


def _stands_alone(check: str, name: str, column: str) -> bool:
    if check == "id-is-slug":
        return column != "origin"  # computed from a name, not given
    if check == "value-is-missing" and column in primary_key(name):
        return False  # the row is left out, and with it what others refer to
    return column in ALONE.get(name, ()) or column in RELEASES


def rows(tables: Tables, place: Place) -> list[int]:
    """The rows whose value can be spoilt: those that have one, or any where none has."""
    name, column = place
    values = tables[name][column].to_pylist()
    if "id-is-slug" in columns(name)[column].checks:
        return [row for row, value in enumerate(values) if value is not None and not _is_state(value)]
    if column == "end_edtf":  # of another end the bounds are computed
        return [row for row, value in enumerate(values) if value == ".."]
    return [row for row, value in enumerate(values) if value is not None] or list(range(len(values)))


def _is_state(value: str) -> bool:
    return value.isupper()  # a state's id is its code, and a rule says so


@st.composite
def spoilt(draw: st.DrawFn, tables: Tables, check: str) -> dict[str, pyarrow.Table]:
    """Draw a dataset with one value wrong: any that breaks the check alone, in any of its tables."""
    dice = Dice(draw)
    place = dice.pick(places(check, tables))
    row = dice.pick(rows(tables, place))
    return with_wrong(tables, check, place, row, dice.number(0, 99))


def with_wrong(tables: Tables, check: str, place: Place, row: int, number: int) -> dict[str, pyarrow.Table]:
    """The tables with one value made wrong in one of the ways that a check knows."""
    name, column = place
    right = tables[name][column][row].as_py()
    wrong = SPOILS[check]("" if right is None else right, number)
    if check == "id-is-slug":
        return dict(_renamed(tables, right, wrong))
    values = tables[name][column].to_pylist()
    values[row] = wrong
    return {**tables, name: _with_column(tables[name], name, column, values)}


def _renamed(tables: Tables, right: str, wrong: str) -> Iterator[tuple[str, pyarrow.Table]]:
    """The tables with one id in the place of another, wherever it stands."""
    for name, table in tables.items():
        for column, declared in columns(name).items():
            if "id-is-slug" in declared.checks or column in NAMING:
                values = table[column].to_pylist()
                renamed = [_with_id(value, right, wrong, column) for value in values]
                if renamed != values:
                    table = _with_column(table, name, column, renamed)
        yield name, table


def _with_id(text: str | None, right: str, wrong: str, column: str) -> str | None:
    if text is not None and column == "posts_held":
        return " ".join(wrong if word == right else word for word in text.split(" "))
    if text is not None and column == "field":
        head, slash, tail = text.partition("/")
        return f"{head}/{wrong}" if slash and tail == right else text
    return wrong if text == right else text


def _with_column(table: pyarrow.Table, name: str, column: str, values: list[Any]) -> pyarrow.Table:
    declared, number = columns(name)[column], table.column_names.index(column)
    array = coded(values, declared.vocabulary) if declared.vocabulary else pyarrow.array(values, declared.arrow)
    return table.set_column(number, table.schema.field(number), array)
