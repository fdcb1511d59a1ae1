"""What the models say about layout: columns, keys, Arrow schemas and the Parquet footer for pandas."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import pyarrow

from seoul_tokyo_schemas.columns import CODE, COUNT, DAY, FLAG, SCORE, TEXT, Column
from seoul_tokyo_schemas.tables import MODELS, Table

_PANDAS_TYPES: Mapping[pyarrow.DataType, tuple[str, str]] = {
    TEXT: ("unicode", "object"),  # pandas 3 reads it as str all the same
    CODE: ("categorical", "int32"),
    DAY: ("datetime", "datetime64[us]"),
    COUNT: ("int16", "Int16"),
    SCORE: ("float64", "float64"),
    FLAG: ("bool", "boolean"),
}
_VERSIONS = ("added_in", "changed_in")


@cache
def tables() -> Mapping[str, type[Table]]:
    """The models by table name."""
    return {str(model.Config.name): model for model in MODELS}


@cache
def columns(table: str) -> Mapping[str, Column]:
    """The columns of a table by name, in their order; the release columns come last."""
    declared = tables()[table].to_schema().columns
    ordered = [name for name in declared if name not in _VERSIONS] + [name for name in _VERSIONS if name in declared]
    return {name: declared[name].metadata["column"] for name in ordered}


def primary_key(table: str) -> tuple[str, ...]:
    """The columns whose values together name a row."""
    return tuple(_metadata(table)["key"])


def record_form(table: str) -> str:
    """Where rows are written in the records: ``event``, ``event.participants``, ``*.source`` …"""
    return str(_metadata(table)["record"])


def _metadata(table: str) -> dict[str, Any]:
    return tables()[table].Config.metadata or {}


@cache
def arrow_schema(table: str) -> pyarrow.Schema:
    """The Arrow schema of a table's Parquet file, with the footer that gives pandas the documented dtypes."""
    fields = [pyarrow.field(name, column.arrow, column.nullable) for name, column in columns(table).items()]
    footer = {"index_columns": [], "column_indexes": [], "columns": [_footer(item) for item in fields]}
    return pyarrow.schema(fields, metadata={"pandas": json.dumps(footer)})


def _footer(item: pyarrow.Field) -> dict[str, Any]:
    pandas_type, numpy_type = _PANDAS_TYPES[item.type]
    details = {"num_categories": 0, "ordered": False} if item.type == CODE else None
    return {
        "name": item.name,
        "field_name": item.name,
        "pandas_type": pandas_type,
        "numpy_type": numpy_type,
        "metadata": details,
    }
