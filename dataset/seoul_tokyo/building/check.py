"""Stage 3: models and rules over the assembled tables, and the way back from a row to its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.forms import TABLE_OF
from seoul_tokyo.building.read import Reading, Record
from seoul_tokyo.building.rows import Row, rows
from seoul_tokyo.building.toml_scanner import Path
from seoul_tokyo_schemas import checking
from seoul_tokyo_schemas.layout import columns
from seoul_tokyo_schemas.problem import Problem, in_order


def check(tables: Tables, reading: Reading) -> list[Problem]:
    """All problems of the reading and of the tables, with file and line, sorted.

    What the reader has already said of a field is not said again because the field is then empty.
    """
    refused = {(problem.file, problem.line) for problem in reading.problems}
    said = {(problem.file, problem.record_id, problem.field) for problem in reading.problems}
    found = located(checking.check(tables), reading) + list(_idle_reasons(tables, reading))
    twice = {(problem.table, problem.record_id) for problem in reading.problems if problem.rule == "id-is-duplicate"}
    fresh = [
        p
        for p in found
        if not (p.rule == "value-is-missing" and _explained(p, refused, said))
        and not (p.rule == "keys-are-unique" and (p.table, p.record_id) in twice)
    ]
    return in_order(reading.problems + fresh)


def _idle_reasons(tables: Tables, reading: Reading) -> Iterator[Problem]:
    """Sources that give a reason which no row of evidence has kept: no rule could see it, only the records show it."""
    named = ("record_table", "record_id", "article_id", "part", "reason")
    kept = set(zip(*(tables["evidence"][name].to_pylist() for name in named), strict=True))
    for record in reading.records:
        for table, record_id, path, block in _with_sources(record):
            for number, source in enumerate(block.get("source", ())):
                article, reason = source.get("article"), source.get("reason")
                if reason and (table, record_id, article, source.get("part"), reason) not in kept:
                    line = reading.line_of(record, (*path, "source", number, "reason"))
                    message = f"{article} gives a reason, but contradicts nothing that is stored"
                    hint = "remove the reason, or give in says or reported what differs"
                    yield Problem(
                        "reason-has-contradiction", "warning", table, record_id, "reason", message, hint,
                        record.file, line,
                    )  # fmt: skip


def _with_sources(record: Record) -> Iterator[tuple[str, str, Path, Mapping[str, Any]]]:
    """The blocks of a record that can have sources: table, id, way and content."""
    yield TABLE_OF[record.kind], record.id, (), record.body
    for key, table in (("tenure", "tenures"), ("phase", "dispute_phases")):
        for number, block in enumerate(record.body.get(key, ())):
            yield table, f"{record.id}/{block.get('id')}", (key, number), block


def _explained(problem: Problem, refused: set[tuple[str, int]], said: set[tuple[str, str, str]]) -> bool:
    column = columns(problem.table).get(problem.field)
    key = column.record if column is not None else None
    owner = problem.record_id.split("/")[0]
    return (problem.file, problem.line) in refused or (key is not None and (problem.file, owner, key) in said)


def located(problems: Iterable[Problem], reading: Reading) -> list[Problem]:
    """Give each problem the file and line of the row, and of the field where the record has one."""
    problems = list(problems)
    wanted = {(problem.table, problem.record_id) for problem in problems}
    origins: dict[tuple[str, str], tuple[Record, Row]] = {}
    if wanted:
        for record in reading.records:
            for row in rows(record):
                if (row.table, row.id) in wanted:
                    origins[row.table, row.id] = record, row
    return [_at(problem, *origins[key], reading) if (key := (problem.table, problem.record_id)) in origins else problem
            for problem in problems]  # fmt: skip


def _at(problem: Problem, record: Record, row: Row, reading: Reading) -> Problem:
    column = columns(problem.table).get(problem.field)
    key = (column.record or _COMPUTED_FROM.get(problem.field)) if column else None
    path = (*row.path, key) if key else row.path
    return replace(problem, file=record.file, line=reading.line_of(record, path))


_COMPUTED_FROM = {
    "date_start": "date", "date_end": "date", "start_earliest": "start", "end_latest": "end",
    "published_start": "published", "event_id": "id", "participant": "official", "value": "says",
}  # fmt: skip
"""The key that an author can mend where a rule names a computed column."""
