"""The form of a record: which keys a block takes, and of what type. Derived from the models, never typed twice."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

import pyarrow

from seoul_tokyo_schemas.columns import COUNT, DAY, FLAG
from seoul_tokyo_schemas.layout import columns, record_form, tables

SOURCED = ("event", "official", "official.tenure", "dispute", "dispute.phase", "post", "actor", "place")
"""The blocks that may carry sources."""

TABLE_OF = {form: table for table in tables() for form in record_form(table).split()}
"""The table that holds a block's row, by the block's dotted name."""


@dataclass(frozen=True, slots=True)
class Form:
    """The keys of one block: values, rows written as inline tables, and sub-blocks."""

    values: Mapping[str, pyarrow.DataType]
    rows: Mapping[str, Form] = field(default_factory=dict)
    blocks: Mapping[str, Form] = field(default_factory=dict)
    maps: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()

    @property
    def keys(self) -> tuple[str, ...]:
        """All keys, in the canonical order."""
        return (*self.values, *self.maps, *self.lists, *self.rows, *self.blocks)


def column_of(table: str, key: str) -> str | None:
    """The column that a record key fills."""
    return next((name for name, column in columns(table).items() if column.record == key), None)


@cache
def forms() -> Mapping[str, Form]:
    """The forms of the blocks that stand by themselves, by block name."""
    return {form: _form(form) for form in TABLE_OF if "." not in form}


def _form(block: str) -> Form:
    values = _values(TABLE_OF[block])
    if block not in ("participants", "retired", "series", "matter"):
        values = {**values, "note": pyarrow.string()}
    rows = {form.rpartition(".")[2]: Form(_values(TABLE_OF[form])) for form in TABLE_OF if _is_row_of(form, block)}
    if block not in ("article", "retired", "series", "matter", "official.tenure", "dispute.phase"):
        rows["names"] = Form(_values("names"))
    blocks = {"source": _source()} if block in SOURCED else {}
    for form in ("official.tenure", "dispute.phase"):
        if form.startswith(f"{block}."):
            blocks[form.rpartition(".")[2]] = _form(form)
    return Form(values, rows, blocks)


def _is_row_of(form: str, block: str) -> bool:
    owner, _, name = form.rpartition(".")
    return owner == block and name not in ("tenure", "phase")


def _source() -> Form:
    values = _values("evidence")
    last = {key: values.pop(key) for key in ("sealed", "reason")}
    return Form({**values, **last, "quote": pyarrow.string()}, maps=("says", "reported"), lists=("supports",))


def _values(table: str) -> dict[str, pyarrow.DataType]:
    return {column.record: column.arrow for column in columns(table).values() if column.record}


def python_type(arrow: pyarrow.DataType) -> type:
    """The type that TOML gives for a column."""
    return {COUNT: int, FLAG: bool}.get(arrow, str)


def is_day(arrow: pyarrow.DataType) -> bool:
    """Whether a value must be one whole day."""
    return bool(arrow == DAY)
