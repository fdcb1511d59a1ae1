"""The laws that SQL cannot say: calendar texts, Unicode normal forms, and keys read from the models."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from difflib import get_close_matches
from itertools import islice
from typing import Any

import pyarrow

from seoul_tokyo_schemas import edtf
from seoul_tokyo_schemas.columns import TEXT
from seoul_tokyo_schemas.layout import columns, primary_key
from seoul_tokyo_schemas.layout import tables as models

Tables = Mapping[str, pyarrow.Table]
Breaks = Iterator[Mapping[str, Any]]


def _row_id(table: str, row: Mapping[str, Any]) -> str:
    return "/".join(str(row[name]) for name in primary_key(table))


def _break(table: str, row: Mapping[str, Any], field: str, **values: Any) -> Mapping[str, Any]:
    return {"record_table": table, "record_id": _row_id(table, row), "field": field, "certainty": "certain"} | values


def keys_are_unique(tables: Tables) -> Breaks:
    """A key names one row.

    law: No two rows of a table have the same key.
    reason: Every link between tables goes by key; two rows with one key make each join count twice.
    severity: error
    message: {record_id} stands {times} times in {record_table}
    mend: remove the repeated row, or merge the two
    """
    for name, table in tables.items():
        key = list(primary_key(name))
        counted = table.group_by(key).aggregate([([], "count_all")])
        for row in counted.filter(pyarrow.compute.greater(counted["count_all"], 1)).to_pylist():
            yield _break(name, row, key[-1], times=row["count_all"])


def foreign_keys_hold(tables: Tables) -> Breaks:
    """A reference leads somewhere.

    law: A reference names a row that stands.
    reason: A join must not lose rows in silence.
    severity: error
    message: {field} refers to {value}, which is not among the {target}
    mend: correct the id, or record what it names
    """
    for name, table in tables.items():
        for column, declared in columns(name).items():
            target = declared.references
            if (
                target is not None and target in tables
            ):  # of a part of the tables, the references that lead out of it stay open
                known = tables[target][primary_key(target)[0]]
                yield from _dangling(name, table, column, target, known)
    if "codes" in tables and "events" in tables:
        codes = tables["codes"]
        for column in ("series", "matter"):
            known = codes.filter(pyarrow.compute.equal(codes["vocabulary"], column))["code"]
            yield from _dangling("events", tables["events"], column, column, known)
    for name in {"evidence", "names"} & tables.keys():
        yield from _dangling_owners(name, tables)


def _dangling(name: str, table: pyarrow.Table, column: str, target: str, known: pyarrow.ChunkedArray) -> Breaks:
    found = pyarrow.compute.is_in(table[column], value_set=known.combine_chunks())
    wrong = pyarrow.compute.and_(pyarrow.compute.invert(found), table[column].is_valid())
    rows = table.filter(wrong).to_pylist()
    hints = _nearest(dict.fromkeys(row[column] for row in rows), known) if rows else {}
    for row in rows:
        yield _break(name, row, column, value=row[column], target=target, hint=hints.get(row[column], ""))


def _dangling_owners(name: str, tables: Tables) -> Breaks:
    ids = {table: set(tables[table][primary_key(table)[0]].to_pylist()) for table in EVIDENCED if table in tables}
    for row in tables[name].to_pylist():
        owner = row["record_table"]
        if owner not in EVIDENCED or (owner in ids and row["record_id"] not in ids[owner]):
            yield _break(name, row, "record_id", value=row["record_id"], target=owner)


EVIDENCED = ("events", "tenures", "disputes", "dispute_phases", "officials", "posts", "actors", "places")
"""The tables whose rows may have evidence and names."""


MOST_COMPARED = 50_000
"""So many pairs of ids are compared to find near ones, in a second or two; for a wrong column it would take hours."""


def _nearest(wrong: Iterable[str], known: pyarrow.ChunkedArray) -> dict[str, str]:
    """A hint for each wrong id, for as many as are compared in good time."""
    ids = [value for value in known.unique().to_pylist() if value is not None]
    close = {
        word: get_close_matches(word[:100], ids, n=1, cutoff=0.6)
        for word in islice(wrong, MOST_COMPARED // max(1, len(ids)))
    }
    return {word: f"did you mean {near[0]}?" for word, near in close.items() if near}


_BOUNDS = (
    ("articles", "published_edtf", {"published_start": "start_earliest", "published_end": "end_latest"}),
    ("events", "date_edtf", {
        "date_start": "start_earliest", "date_start_latest": "start_latest",
        "date_end_earliest": "end_earliest", "date_end": "end_latest",
    }),
    ("disputes", "date_edtf", {"date_start": "start_earliest", "date_end": "end_latest"}),
    ("dispute_phases", "start_edtf", {"start_earliest": "start_earliest", "start_latest": "start_latest"}),
    ("tenures", "start_edtf", {"start_earliest": "start_earliest", "start_latest": "start_latest"}),
    ("tenures", "end_edtf", {"end_earliest": "end_earliest", "end_latest": "end_latest"}),
)  # fmt: skip


def bounds_follow_edtf(tables: Tables) -> Breaks:
    """Bounds are computed, never typed.

    law: The days computed from a date are the days that its EDTF text can mean.
    reason: The text is the authority; a bound of another day would be an invented date.
    severity: error
    message: {field} is {stored}, but {text} gives {expected}
    mend: build the tables from the records, or compute the bounds from the text
    """
    for name, source, bounds_of in _BOUNDS:
        for row in tables[name].to_pylist() if name in tables else ():
            text, shift = row[source], 0
            if source == "end_edtf" and row["last_day_edtf"]:
                text, shift = row["last_day_edtf"], 1
            try:
                known = None if text in (None, "..") else edtf.bounds(text).shifted(shift)
            except edtf.NotEdtf:
                continue  # date-is-edtf says so
            for column, bound in bounds_of.items():
                expected = getattr(known, bound) if known else None
                stored = row[column].date() if row[column] else None
                if stored != expected:
                    yield _break(name, row, column, stored=stored, text=text, expected=expected)


def names_are_nfc(tables: Tables) -> Breaks:
    """Text is in one normal form.

    law: Every text is in Unicode normal form NFC.
    reason: Two spellings that look alike must compare equal.
    severity: error
    message: {field} is not in normal form NFC
    mend: write composed characters; `seoul-tokyo fmt` does not change text
    """
    for name, table in tables.items():
        for column, declared in columns(name).items():
            if declared.arrow == TEXT:
                bad = [not unicodedata.is_normalized("NFC", text or "") for text in table[column].to_pylist()]
                for row in table.filter(pyarrow.array(bad, pyarrow.bool_())).to_pylist():
                    yield _break(name, row, column)


def evidence_field_exists(tables: Tables) -> Breaks:
    """Evidence speaks of something that stands.

    law: Evidence names a column of its record, `held_on` of a tenure, or a link that the record has.
    reason: Evidence for a field that is not there supports nothing.
    severity: error
    message: {record} has no {named}
    mend: name a key of the record, or participants/…, disputes/…, links/…, positions/… as they stand in it
    reads: evidence, participants, event_disputes, event_links, dispute_positions
    """
    linked = {
        ("events", "participants"): _pairs(tables["participants"], "event_id", "participant")
        | _pairs(tables["participants"], "event_id", "actor_id"),
        ("events", "disputes"): _pairs(tables["event_disputes"], "event_id", "dispute_id"),
        ("events", "links"): _pairs(tables["event_links"], "event_id", "relation"),
        ("disputes", "positions"): _pairs(tables["dispute_positions"], "dispute_id", "actor_id"),
    }
    linking = {link: {record for record, _ in pairs} for link, pairs in linked.items()}
    for row in tables["evidence"].to_pylist():
        owner, (head, _, tail) = row["record_table"], row["field"].partition("/")
        link = owner, head
        if owner not in models():
            continue  # code-is-known says so
        if link in linked:
            known = (row["record_id"], tail) in linked[link] if tail else row["record_id"] in linking[link]
        else:
            known = not tail and (head in columns(owner) or (owner == "tenures" and head == "held_on"))
        if not known:
            yield _break("evidence", row, "field", record=row["record_id"], named=row["field"])


def _pairs(table: pyarrow.Table, left: str, right: str) -> set[tuple[str, str]]:
    return set(zip(table[left].to_pylist(), table[right].to_pylist(), strict=True))


_DATED = (
    ("events", "date_edtf"), ("disputes", "date_edtf"), ("dispute_phases", "start_edtf"), ("tenures", "start_edtf"),
    ("tenures", "end_edtf"), ("posts", "established"), ("posts", "abolished"), ("actors", "established"),
    ("actors", "abolished"),
)  # fmt: skip


def precision_within_evidence(tables: Tables) -> Breaks:
    """No date is finer than what its sources prove.

    law: A stored date, and each end of a stored interval, is no finer than the finest date that a source proves.
    reason: A day that no source gives is an invented day.
    severity: error
    message: {field} of {record_id} is finer than every source for it
    mend: store the date that the sources prove, or add the source that gives it in says
    reads: evidence
    """
    said: dict[tuple[str, str, str], list[str]] = {}
    for row in tables["evidence"].filter(tables["evidence"]["value"].is_valid()).to_pylist():
        if row["stance"] != "contradicts":
            said.setdefault((row["record_table"], row["record_id"], row["field"]), []).append(row["value"])
    for name, field in ((name, field) for name, field in _DATED if name in tables):
        for row in tables[name].filter(tables[name][field].is_valid()).to_pylist():
            record_id = _row_id(name, row)
            values, stored = said.get((name, record_id, field), []), row[field]
            if field == "end_edtf":
                last_days = said.get((name, record_id, "last_day_edtf"), [])
                if row["last_day_edtf"]:
                    values, stored = [*last_days, *_day_before(values)], row["last_day_edtf"]
                else:
                    values = [*values, *_day_after(last_days)]
            if values and stored not in values and not _proven(stored, values):
                yield _break(name, row, field, hint=f"the finest source says {max(values, key=len)}")


def _proven(stored: str, values: list[str]) -> bool:
    known, claims = _bounds(stored), [claim for claim in map(_bounds, values) if claim]
    if known is None:
        return True  # `..`, or a text that date-is-edtf reports
    if not known.interval:
        return any(known.contains(claim) for claim in claims)
    start = (known.start_earliest, known.start_latest)
    end = (known.end_earliest, known.end_latest)
    return all(
        None in bound
        or any(
            _inside(bound, (claim.start_earliest, claim.start_latest), (claim.end_earliest, claim.end_latest))
            for claim in claims
        )
        for bound in (start, end)
    )


def _inside(bound: tuple[Any, Any], *claimed: tuple[Any, Any]) -> bool:
    return any(None not in claim and bound[0] <= claim[0] and claim[1] <= bound[1] for claim in claimed)


def _bounds(text: str) -> edtf.Bounds | None:
    try:
        return edtf.bounds(text)
    except edtf.NotEdtf:
        return None


def _day_after(values: list[str]) -> list[str]:
    return [str(day.shifted(1).end_latest) for day in map(_bounds, values) if day and day.precision == "day"]


def _day_before(values: list[str]) -> list[str]:
    return [str(day.shifted(-1).end_latest) for day in map(_bounds, values) if day and day.precision == "day"]


CHECKS: tuple[Callable[[Tables], Breaks], ...] = (
    keys_are_unique,
    foreign_keys_hold,
    bounds_follow_edtf,
    names_are_nfc,
    evidence_field_exists,
    precision_within_evidence,
)
