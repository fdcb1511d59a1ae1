"""The laws on officials, disputes and releases that SQL cannot say: sentinels in any column, loops of any length."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pyarrow
import pyarrow.compute

from seoul_tokyo_schemas.columns import COUNT, DAY, TEXT
from seoul_tokyo_schemas.layout import columns, primary_key

Tables = Mapping[str, pyarrow.Table]
Breaks = Iterator[Mapping[str, Any]]

SENTINEL_WORDS = (
    "unknown", "n/a", "none", "null", "nil", "tba", "tbd", "todo", "xxx", "missing", "not available",
    "not applicable", "not known", "undefined", "unspecified", "-", "--", "–", "—", "?", "??", "...", "…", ".",
    "미상", "불명", "미정", "없음", "不明", "不詳", "未定", "なし",
)  # fmt: skip
"""Words that stand for a missing value, case-folded; `na` and `nan` are not among them, for Na is a family name."""

SENTINEL_DATE = r"^(0\d{3}|1[0-7]\d{2}|[3-9]\d{3}|2[1-9]\d{2}|1900-01-01|1899-12-3[01]|2038-01-19)"
"""Dates that no record can mean: other centuries, and the days on which clocks and spreadsheets start or end."""

SENTINEL_COUNTS = (999, 9999, 32767)


def no_sentinels(tables: Tables) -> Breaks:
    """What is missing is missing.

    law: A missing value is left out, never written as a word, a far-off date or a row of nines.
    reason: A sentinel passes every check of its type and then counts, sorts and joins as if it were a value.
    severity: error
    message: {field} is {value}, which stands for a missing value
    mend: leave the key out; a date that is known in part is coarse EDTF such as 2023-07
    """
    for name, table in tables.items():
        if name == "codes":
            continue
        for column, declared in columns(name).items():
            wrong = _sentinels(table[column], declared.arrow, "edtf" in " ".join(declared.checks))
            if wrong is not None:
                for row in table.filter(pyarrow.compute.fill_null(wrong, False)).to_pylist():
                    yield _break(name, row, column, value=row[column])


def _sentinels(values: pyarrow.ChunkedArray, arrow: pyarrow.DataType, dated: bool) -> Any:
    if arrow == COUNT:
        return pyarrow.compute.is_in(values, value_set=pyarrow.array(SENTINEL_COUNTS, COUNT))
    if arrow == DAY:
        year = pyarrow.compute.year(values)
        return pyarrow.compute.or_(pyarrow.compute.less(year, 1800), pyarrow.compute.greater(year, 2100))
    if arrow != TEXT:
        return None
    words = pyarrow.compute.is_in(pyarrow.compute.utf8_lower(values), value_set=pyarrow.array(SENTINEL_WORDS))
    if not dated:
        return words
    return pyarrow.compute.or_(words, pyarrow.compute.match_substring_regex(values, SENTINEL_DATE))


_LADDERS = (("disputes", "dispute_id", "parent"), ("posts", "post_id", "succeeds"))


def ladders_have_no_loop(tables: Tables) -> Breaks:
    """Nothing stands above itself.

    law: No dispute is part of itself and no post succeeds itself, directly or through others.
    reason: Whoever climbs from a dispute to the widest one, or from a post to the first, must arrive.
    severity: error
    message: {record_id} leads back to itself: {way}
    mend: remove the link that is wrong
    """
    for name, key, above in (ladder for ladder in _LADDERS if ladder[0] in tables):
        links = dict(zip(tables[name][key].to_pylist(), tables[name][above].to_pylist(), strict=True))
        for row in tables[name].select([key, above]).to_pylist():
            way = _way_back(row[key], links)
            if way and row[key] == min(way):  # a loop is told once
                yield _break(name, row, above, way=" → ".join((*way, row[key])))


def _way_back(start: str, links: Mapping[str, str | None]) -> tuple[str, ...]:
    """The rungs from ``start`` back to it, or none where the ladder ends or loops elsewhere."""
    way = [start]
    while (rung := links.get(way[-1])) is not None and rung not in way:
        way.append(rung)
    return tuple(way) if rung == start else ()


def _break(table: str, row: Mapping[str, Any], field: str, **values: Any) -> Mapping[str, Any]:
    record_id = "/".join(str(row[name]) for name in primary_key(table))
    return {"record_table": table, "record_id": record_id, "field": field, "certainty": "certain"} | values


CHECKS: tuple[Callable[[Tables], Breaks], ...] = (no_sentinels, ladders_have_no_loop)
