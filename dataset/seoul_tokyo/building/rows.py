"""Which rows a record becomes: one walk, used to assemble the tables and to find a row's lines again.

A row carries the way to the block in which it was written, so that a problem found in a table points back
into the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from seoul_tokyo.building.forms import TABLE_OF, column_of
from seoul_tokyo.building.read import Record
from seoul_tokyo.building.toml_scanner import Path
from seoul_tokyo_schemas.layout import columns, primary_key

Values = dict[str, Any]

NATIVE_LANGUAGE = {"KOR": "ko-Hang", "JPN": "ja-Jpan"}
LATIN_LANGUAGE = {"KOR": "ko-Latn", "JPN": "ja-Latn"}


@dataclass(frozen=True, slots=True)
class Row:
    """A row before anything is computed, and the way to its block within the record."""

    table: str
    values: Values
    path: Path = ()

    @property
    def id(self) -> str:
        """The key, joined by slashes."""
        return "/".join(str(self.values.get(name)) for name in primary_key(self.table))


def rows(record: Record) -> Iterator[Row]:
    """All rows of one record, its own first."""
    body = record.body
    table = TABLE_OF[record.kind]
    if record.kind in ("series", "matter"):
        yield Row(table, {"vocabulary": record.kind} | _values(table, body))
        return
    yield Row(table, _values(table, body))
    if record.kind == "event":
        yield from _event_rows(record)
    elif record.kind == "official":
        for number, tenure in enumerate(body.get("tenure", ())):
            path: Path = ("tenure", number)
            tenure_id = f"{record.id}/{tenure.get('id')}"
            yield Row("tenures", _values("tenures", tenure) | {"tenure_id": tenure_id, "official_id": record.id}, path)
            yield from _evidence(tenure, "tenures", tenure_id, path)
    elif record.kind == "dispute":
        yield from _dispute_rows(record)
    yield from _names(record, table)
    yield from _evidence(body, table, record.id, ())


def _event_rows(record: Record) -> Iterator[Row]:
    own = {"event_id": record.id}
    for number, item in enumerate(record.body.get("participants", ())):
        participant = item.get("official") or item.get("actor")
        values = own | {"participant": participant, "ordinal": number + 1}
        yield Row("participants", values | _values("participants", item), ("participants", number))
    for key, table in (("disputes", "event_disputes"), ("links", "event_links")):
        for number, item in enumerate(record.body.get(key, ())):
            yield Row(table, own | _values(table, item), (key, number))


def _dispute_rows(record: Record) -> Iterator[Row]:
    own = {"dispute_id": record.id}
    counted: dict[str, int] = {}
    for number, item in enumerate(record.body.get("positions", ())):
        values = _values("dispute_positions", item)
        actor = str(values.get("actor_id"))
        counted[actor] = counted.get(actor, 0) + 1
        yield Row("dispute_positions", own | {"number": counted[actor]} | values, ("positions", number))
    for number, phase in enumerate(record.body.get("phase", ())):
        path: Path = ("phase", number)
        phase_id = f"{record.id}/{phase.get('id')}"
        values = _values("dispute_phases", phase) | {"phase_id": phase_id, "number": number + 1}
        yield Row("dispute_phases", own | values, path)
        yield from _evidence(phase, "dispute_phases", phase_id, path)


def _names(record: Record, table: str) -> Iterator[Row]:
    body = record.body
    own: Values = {"record_table": table, "record_id": record.id}
    if table in ("officials", "posts", "actors", "places"):
        country = str(body.get("country"))
        latin = LATIN_LANGUAGE.get(country, "en") if table == "officials" else "en"
        preferred = body.get("name") or body.get("title")
        if preferred:
            yield Row("names", own | {"name": preferred, "language": latin, "kind": "preferred"}, ())
        native = body.get("native_name") or body.get("native_title")
        if native and country in NATIVE_LANGUAGE:
            yield Row("names", own | {"name": native, "language": NATIVE_LANGUAGE[country], "kind": "native"}, ())
    for number, item in enumerate(body.get("names", ())):
        yield Row("names", own | _values("names", item), ("names", number))


def _evidence(body: Mapping[str, Any], table: str, record_id: str, path: Path) -> Iterator[Row]:
    """One row per field that a source speaks of; the value and the wording stay as its author gave them."""
    for number, source in enumerate(body.get("source", ())):
        here: Path = (*path, "source", number)
        shared = {"record_table": table, "record_id": record_id} | _values("evidence", source)
        shared.setdefault("directness", "stated")
        says, reported = source.get("says", {}), source.get("reported", {})
        supports = source.get("supports", [])
        for field in dict.fromkeys((*says, *supports, *reported)):
            values = shared | {
                "field": column_of(table, field) or field,
                "value": says.get(field),
                "value_as_reported": reported.get(field),
            }
            if field in says or field in supports:
                values["reason"] = shared.get("reason") if field in says else None
            inner: Path = ("says", field) if field in says else ("reported", field) if field in reported else ()
            yield Row("evidence", values, (*here, *inner))


def _values(table: str, body: Mapping[str, Any]) -> Values:
    return {name: body[key] for key, name in _keys(table).items() if key in body}


@cache
def _keys(table: str) -> Mapping[str, str]:
    return {column.record: name for name, column in columns(table).items() if column.record}
