"""Bring a stranger's frame to the Arrow schema of its table; what does not fit becomes a problem.

Text is read as what the column holds, so that frames from CSV conform as well: ``2023-12-21`` as a day, ``15`` as a
count, ``true`` as a flag, an empty text as missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

import pandas as pd
import pyarrow

from seoul_tokyo_schemas.columns import CODE, COUNT, DAY, FLAG, SCORE, TEXT
from seoul_tokyo_schemas.layout import arrow_schema, columns, primary_key, tables
from seoul_tokyo_schemas.problem import Problem
from seoul_tokyo_schemas.vocabularies import codes_of

LENIENT = ("added_in", "changed_in")
"""Columns that the project's releases fill and that a user's tables may lack."""

MOST_SHOWN = 20
"""So many values that do not fit are told one by one; a wrong column would otherwise fill the screen."""


def conform(name: str, frame: pd.DataFrame) -> tuple[pyarrow.Table, list[Problem]]:
    """The frame as an Arrow table of the schema of ``name``, and what does not fit.

    A column that is missing, or whose values do not fit, is empty in the table and told among the problems.
    """
    problems = _wrong_columns(name, frame)
    arrays = []
    for column, declared in columns(name).items():
        values = _values(frame, column)
        if values is None:
            values = ["unreleased"] * len(frame) if column in LENIENT else [None] * len(frame)
        fitted, unfit = _fitted(values, _READERS[declared.arrow])
        problems += _unfit(name, column, frame, values, unfit)
        arrays.append(_array(fitted, declared.arrow, declared.vocabulary))
    loose = pyarrow.schema([item.with_nullable(True) for item in arrow_schema(name)])
    return pyarrow.table(arrays, schema=loose), problems


def coded(values: Sequence[Any], vocabulary: str) -> pyarrow.DictionaryArray:
    """Dictionary-encode over the whole vocabulary; a code that it lacks is kept at the end, for the check to find."""
    codes = codes_of(vocabulary)
    known = codes + sorted({str(value) for value in values if value is not None} - set(codes))
    index = {code: number for number, code in enumerate(known)}
    indices = pyarrow.array([None if value is None else index[str(value)] for value in values], pyarrow.int32())
    return pyarrow.DictionaryArray.from_arrays(indices, pyarrow.array(known, pyarrow.string()))


def _wrong_columns(name: str, frame: pd.DataFrame) -> list[Problem]:
    known, given = list(columns(name)), [str(column) for column in frame.columns]
    problems = []
    for column in dict.fromkeys(given):
        if given.count(column) > 1:
            problems.append(
                _problem("column-is-duplicate", name, column, f"{column} stands {given.count(column)} times")
            )
        if column not in known:
            near = get_close_matches(column, known, n=1)
            hint = f"did you mean {near[0]}?" if near else "columns: " + ", ".join(known)
            problems.append(_problem("column-is-unknown", name, column, f"{name} has no column {column}", hint))
    problems += [
        _problem("column-is-missing", name, column, f"{name} lacks the column {column}")
        for column in known
        if column not in given and column not in LENIENT
    ]
    return problems


def _values(frame: pd.DataFrame, column: str) -> list[Any] | None:
    if column not in frame.columns:
        return None
    found = frame[column]
    if isinstance(found, pd.DataFrame):
        found = found.iloc[:, 0]
    missing = found.isna()
    return [None if gone else value for value, gone in zip(found.tolist(), missing.tolist(), strict=True)]


def _fitted(values: list[Any], read: Callable[[Any], Any]) -> tuple[list[Any], list[int]]:
    fitted, unfit = [], []
    for number, value in enumerate(values):
        try:
            fitted.append(None if value is None or value == "" else read(value))
        except (ValueError, TypeError, OverflowError):
            fitted.append(None)
            unfit.append(number)
    return fitted, unfit


def _unfit(name: str, column: str, frame: pd.DataFrame, values: list[Any], unfit: list[int]) -> list[Problem]:
    wanted = _WORDS[columns(name)[column].arrow]
    keys = [_values(frame, key) or [None] * len(frame) for key in primary_key(name)] if unfit else []
    problems = []
    for number in unfit[:MOST_SHOWN]:
        record_id = "/".join(str(key[number]) for key in keys)
        shown = repr(values[number])[:60]
        problems.append(
            Problem(
                "value-has-wrong-type", "error", name, record_id, column, f"{column} takes {wanted}", f"it is {shown}"
            )
        )
    if len(unfit) > MOST_SHOWN:
        more = f"{len(unfit) - MOST_SHOWN:,} more values of {column} do not fit"
        problems.append(_problem("value-has-wrong-type", name, column, more, f"{column} takes {wanted}"))
    return problems


def _array(values: list[Any], arrow: pyarrow.DataType, vocabulary: str | None) -> pyarrow.Array:
    return coded(values, vocabulary) if vocabulary else pyarrow.array(values, arrow)


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError
    return value.encode().decode()  # a lone surrogate is no text


def _day(value: Any) -> datetime:
    if isinstance(value, str):
        value = date.fromisoformat(value)
    if isinstance(value, datetime):
        if value.time() != datetime.min.time() or value.tzinfo is not None:
            raise ValueError
        return datetime(value.year, value.month, value.day)
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)
    raise TypeError


def _count(value: Any) -> int:
    if isinstance(value, bool) or int(value) != float(value) or not -32768 <= int(value) <= 32767:
        raise ValueError
    return int(value)


def _flag(value: Any) -> bool:
    if isinstance(value, bool) or str(value) in ("True", "False"):
        return str(value) == "True"
    return {"true": True, "false": False}[value] if value in ("true", "false") else _refuse()


def _score(value: Any) -> float:
    if isinstance(value, bool):
        raise TypeError
    return float(value)


def _refuse() -> bool:
    raise ValueError


_READERS: Mapping[pyarrow.DataType, Callable[[Any], Any]] = {
    TEXT: _text, CODE: _text, DAY: _day, COUNT: _count, SCORE: _score, FLAG: _flag,
}  # fmt: skip
_WORDS: Mapping[pyarrow.DataType, str] = {
    TEXT: "text", CODE: "a code as text", DAY: "a whole day without time zone", COUNT: "a whole number below 32768",
    SCORE: "a number", FLAG: "true or false",
}  # fmt: skip


def _problem(rule: str, name: str, column: str, message: str, hint: str = "") -> Problem:
    return Problem(rule, "error", name, "", column, message, hint)


def empty(name: str) -> pyarrow.Table:
    """A table of the schema of ``name`` without rows."""
    return conform(name, pd.DataFrame({column: [] for column in columns(name)}))[0]


def unknown_table(name: str) -> Problem:
    """The problem of a table that the dataset does not have."""
    near = get_close_matches(name, list(tables()), n=1)
    hint = f"did you mean {near[0]}?" if near else "tables: " + ", ".join(tables())
    return Problem("table-is-unknown", "error", name, "", "", f"there is no table {name}", hint)
