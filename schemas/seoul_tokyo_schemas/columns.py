"""How a column is declared: once, with everything that is derived from it.

Each function returns a pandera field whose metadata holds a ``Column``: the Arrow type of the Parquet file,
the vocabulary, the table it refers to, and the key that authors write in a record. pandera's own dtype stays
open, because it is too weak (every datetime64 unit passes as nanoseconds): types are held by the Arrow schema.
Here stand the laws about one column at a time; laws across columns or tables are rules.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

import pandas as pd
import pandera.pandas as pa
import pyarrow
from pandera import extensions

from seoul_tokyo_schemas import edtf as edtf_dates
from seoul_tokyo_schemas import seals
from seoul_tokyo_schemas.vocabularies import codes_of

TEXT = pyarrow.string()
CODE = pyarrow.dictionary(pyarrow.int32(), pyarrow.string())
DAY = pyarrow.timestamp("us")
COUNT = pyarrow.int16()
SCORE = pyarrow.float64()
FLAG = pyarrow.bool_()

SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
STATE_ID = r"[A-Z]{3}"
TIME_OF_DAY = r"(?:[01]\d|2[0-3]):[0-5]\d(?:/(?:[01]\d|2[0-3]):[0-5]\d)?"


@dataclass(frozen=True, slots=True)
class Column:
    """What one column is, besides its name: the source of every schema, footer, codebook and record form."""

    arrow: pyarrow.DataType
    description: str
    nullable: bool = False
    record: str | None = None
    """The key in a record; ``None`` for what the build computes."""
    vocabulary: str | None = None
    references: str | None = None
    checks: tuple[str, ...] = field(default=())
    formerly: tuple[str, ...] = field(default=())
    """The names that the column had in older releases."""

    @property
    def laws(self) -> tuple[str, ...]:
        """The checks that one wrong value of the column can break alone: of two on its form, the finer one."""
        return (
            *self.checks[-1:],
            *(["code-is-known"] if self.vocabulary else ()),
            *(() if self.nullable else ["value-is-missing"]),
        )


Spoil = Callable[[Any, int], Any]
"""A way to make a right value wrong: a number chooses among many."""


@dataclass(frozen=True, slots=True)
class Check:
    """A law about one value: its sentence, how to mend a break, the test over a whole column, and how to break it."""

    law: str
    mend: str
    holds: Callable[[pd.Series[Any]], pd.Series[bool]]
    spoil: Spoil
    explain: Callable[[str], str] | None = None
    """What is wrong with one value, where more can be said than the law."""


def _each(test: Callable[[Any], bool]) -> Callable[[pd.Series[Any]], pd.Series[bool]]:
    """Apply a test once per distinct value: a million rows hold few different dates."""

    def holds(values: pd.Series[Any]) -> pd.Series[bool]:
        verdicts = {value: test(value) for value in values.dropna().unique()}
        return values.map(verdicts).astype("boolean").fillna(True).astype(bool)

    return holds


def _matches(pattern: str) -> Callable[[Any], bool]:
    compiled = re.compile(pattern, re.ASCII)
    return lambda value: compiled.fullmatch(value) is not None


def _is_edtf(value: str) -> bool:
    try:
        edtf_dates.bounds(value)
    except edtf_dates.NotEdtf:
        return False
    return True


INVISIBLE = "\u200b\u202e\u00ad\ue000\u2028\t\x07 "


def _why_not_edtf(value: str) -> str:
    try:
        edtf_dates.bounds(value)
    except edtf_dates.NotEdtf as error:
        return str(error)
    return f"{value!r} is not an end"


def _is_plain(value: str) -> bool:
    # Controls break lines in reports; bidirectional marks make a reader see another order than is stored.
    return value == value.strip() != "" and not any(
        unicodedata.category(char) in ("Cc", "Cf", "Co", "Cs", "Zl", "Zp") for char in value
    )


CHECKS: Mapping[str, Check] = {
    "id-is-slug": Check(
        "An id is a lower-case slug, or a state's three capitals; local ids follow their owner after a slash.",
        "use a-z, 0-9 and single hyphens",
        _each(_matches(rf"(?:{SLUG}|{STATE_ID})(?:/(?:{SLUG}|{STATE_ID}))*")),
        lambda value, number: f"{value}-{'_.~-'[number % 4]}{number}",
    ),
    "text-is-plain": Check(
        "Text is not empty, has no space at either end, and no control, format or private-use characters.",
        "remove the invisible characters or leave the key out",
        _each(_is_plain),
        lambda value, number: f"{value}{INVISIBLE[number % len(INVISIBLE)]}",
    ),
    "date-is-edtf": Check(
        "A date is EDTF of levels 0 and 1.",
        "write 2023-12-21, 2023-12, 2013~ or 2018-10/2023-03",
        _each(_is_edtf),
        lambda value, number: f"{value}-{number:03}",
        _why_not_edtf,
    ),
    "end-is-edtf": Check(
        "The end of a tenure is EDTF, or `..` while it is held.",
        'write a date, "..", or leave it out where it is unknown',
        _each(lambda value: value == ".." or _is_edtf(value)),
        lambda value, number: f"{value}-{number:03}",
        _why_not_edtf,
    ),
    "time-is-local": Check(
        "A local time is HH:MM, or HH:MM/HH:MM for a span.",
        "write 16:00 or 16:00/18:30",
        _each(_matches(TIME_OF_DAY)),
        lambda value, number: f"{value}:{number:02}",
    ),
    "url-is-web": Check(
        "An address starts with http:// or https:// and has no spaces.",
        "copy the whole address of the page",
        _each(_matches(r"https?://[^\s/]+\.[^\s]+")),
        lambda value, number: f"ftp:{value}#{number}",
    ),
    "seal-is-well-formed": Check(
        "A seal is s1:<tokens>:<64 hex>, of 5 to 60 tokens.",
        'write quote = "…" and run `seoul-tokyo seal` on the file',
        _each(_matches(seals.PATTERN)),
        lambda value, number: f"{value}{number:x}",
    ),
    "wikidata-is-item": Check(
        "A Wikidata id is Q and digits.",
        "write Q12345",
        _each(_matches(r"Q[1-9][0-9]*")),
        lambda value, number: f"{value}-P{number}",
    ),
    "count-is-natural": Check(
        "A count or number is at least 1.",
        "count from 1",
        _each(lambda value: value >= 1),
        lambda value, number: -number,
    ),
}
"""Every check on single values but two: ``code-is-known`` (the vocabularies) and ``value-is-missing`` (nulls)."""

SPOILS: Mapping[str, Spoil] = {
    **{name: check.spoil for name, check in CHECKS.items()},
    "code-is-known": lambda value, number: f"{value}_{number}",
    "value-is-missing": lambda value, number: None,
}
"""How each check on single values is broken, these two among them."""


def _register(name: str) -> None:
    def holds(pandas_obj: pd.Series[Any]) -> pd.Series[bool]:
        return CHECKS[name].holds(pandas_obj)

    holds.__name__ = name.replace("-", "_")
    extensions.register_check_method(supported_types=[pd.Series])(holds)


for _name in CHECKS:
    _register(_name)


def _field(column: Column) -> Any:
    rules: dict[str, Any] = {name.replace("-", "_"): () for name in column.checks}
    if column.vocabulary:
        rules["isin"] = codes_of(column.vocabulary)
    return pa.Field(
        nullable=column.nullable, description=column.description, metadata={"column": column}, ignore_na=True, **rules
    )


def key(description: str, *, record: str | None = "id", references: str | None = None) -> Any:
    """An id that is never empty: the key of a row, or a reference that every row has."""
    return _field(Column(TEXT, description, False, record, references=references, checks=("id-is-slug",)))


def reference(description: str, table: str | None, *, record: str | None) -> Any:
    """An id of another row that may be missing."""
    return _field(Column(TEXT, description, True, record, references=table, checks=("id-is-slug",)))


def text(description: str, *, record: str | None = None, nullable: bool = False, check: str = "text-is-plain") -> Any:
    """Text in NFC, held by one more check where its form is fixed."""
    checks = ("text-is-plain",) if check == "text-is-plain" else ("text-is-plain", check)
    return _field(Column(TEXT, description, nullable, record, checks=checks))


def code(description: str, vocabulary: str, *, record: str | None = None, nullable: bool = False) -> Any:
    """A code of a closed vocabulary, dictionary-encoded."""
    return _field(Column(CODE, description, nullable, record, vocabulary=vocabulary))


def edtf(description: str, *, record: str | None, nullable: bool = False) -> Any:
    """A date as text: the authority from which the bounds are computed."""
    return text(description, record=record, nullable=nullable, check="date-is-edtf")


def day(description: str, *, record: str | None = None, nullable: bool = True) -> Any:
    """A day as timestamp[us] without time zone."""
    return _field(Column(DAY, description, nullable, record))


def count(description: str, *, record: str | None = None, nullable: bool = False) -> Any:
    """A number from 1 on, as Int16."""
    return _field(Column(COUNT, description, nullable, record, checks=("count-is-natural",)))


def score(description: str) -> Any:
    """A real number, as float64."""
    return _field(Column(SCORE, description, True))


def flag(description: str, *, record: str | None) -> Any:
    """Yes or no, as boolean."""
    return _field(Column(FLAG, description, False, record))
