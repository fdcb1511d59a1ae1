"""Stage 2: typed Arrow tables from records, with everything that is computed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import pyarrow

from seoul_tokyo.building import support
from seoul_tokyo.building.read import Record
from seoul_tokyo.building.rows import Values, rows
from seoul_tokyo_schemas.columns import CODE
from seoul_tokyo_schemas.conforming import coded
from seoul_tokyo_schemas.layout import arrow_schema, columns, primary_key, tables

Tables = dict[str, pyarrow.Table]


def assemble(records: Iterable[Record], release: str) -> Tables:
    """The tables of a release by name, rows sorted by key, whatever the order of the records.

    ``added_in`` and ``changed_in`` are the release itself; the comparison sets them back where a row is older.
    """
    collected: dict[str, list[Values]] = {table: [] for table in tables()}
    for row in (row for record in records for row in rows(record)):
        collected[row.table].append(row.values)
    for values in collected.values():
        values.sort(key=lambda row: sorted((name, str(value)) for name, value in row.items()))
    support.add_bounds(collected)
    support.add_mappings(collected)
    support.add_people(collected)
    support.add_origins(collected["articles"])
    support.add_stances(collected)
    _mirror_distinct(collected["event_links"])
    support.add_support(collected)
    for dispute in collected["disputes"]:
        phases = [row for row in collected["dispute_phases"] if row["dispute_id"] == dispute.get("dispute_id")]
        dispute["status"] = max(phases, key=lambda row: row["number"]).get("status") if phases else None
    for retired in collected["retired"]:
        retired["retired_in"] = release
    collected["codes"] += support.vocabulary_rows()
    return {table: _typed(table, values, release) for table, values in collected.items()}


def _mirror_distinct(links: list[Values]) -> None:
    known = {(row["event_id"], row.get("other_event_id")) for row in links if row.get("relation") == "distinct-from"}
    links += [
        {"event_id": other, "relation": "distinct-from", "other_event_id": event}
        for event, other in sorted((e, o) for e, o in known if o is not None)
        if (other, event) not in known
    ]


def _typed(table: str, values: Sequence[Values], release: str) -> pyarrow.Table:
    schema = arrow_schema(table)
    ordered = sorted(values, key=lambda row: tuple(_sortable(row.get(name)) for name in primary_key(table)))
    arrays = []
    for name, column in columns(table).items():
        if name in ("added_in", "changed_in"):
            found: list[Any] = [release] * len(ordered)
        else:
            found = [row.get(name) for row in ordered]
        if column.arrow == CODE:
            arrays.append(coded(found, column.vocabulary or ""))
        elif column.arrow == pyarrow.timestamp("us"):
            arrays.append(pyarrow.array(found, _day_type(found)).cast(column.arrow))
        else:
            arrays.append(pyarrow.array(found, column.arrow))
    nullable = pyarrow.schema([item.with_nullable(True) for item in schema], metadata=schema.metadata)
    return pyarrow.table(arrays, schema=nullable)


def _day_type(found: list[Any]) -> pyarrow.DataType:
    return pyarrow.string() if any(isinstance(value, str) for value in found) else pyarrow.date32()


def _sortable(value: Any) -> tuple[int, int, str]:
    return (1, value, "") if isinstance(value, int) else (0, 0, str(value))
