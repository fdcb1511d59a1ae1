"""CHANGELOG: its sections, what the author must say in the next one, and the reasons that it gives.

A line ``- `events/<id>` date_edtf: reason [article, article]`` says why a record was corrected, and
``- `events/<id>` → `events/<id>`: reason`` why one was retired. Comparisons take their reasons from here.
"""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from seoul_tokyo.building.read import shown
from seoul_tokyo.comparing import owner
from seoul_tokyo.kinds.kind import Change
from seoul_tokyo_schemas.layout import columns, tables
from seoul_tokyo_schemas.problem import Problem

UNSAID = "WHY"
"""Stands in a drafted line until the author has written the reason."""
Retired = Mapping[str, Any]
_HEAD = re.compile(r"^## \[(\S+)\](?: - (\d{4}-\d{2}-\d{2}))?$")
_REASON = re.compile(r"^- `(?P<table>\w+)/(?P<id>[^`]+)`[^:]*: (?P<reason>.+?)(?: \[(?P<articles>[^\]]*)\])?$")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a record was corrected or retired, the articles that show it, and the line that says so."""

    table: str
    record_id: str
    reason: str
    articles: tuple[str, ...]
    line: int

    def as_json(self) -> dict[str, Any]:
        """The reason as ``changes.json`` holds it."""
        return {
            key: list(value) if key == "articles" else value for key, value in asdict(self).items() if key != "line"
        }


@dataclass(frozen=True, slots=True)
class Section:
    """One version's section: its day, where it starts, and its lines."""

    version: str
    day: str | None
    line: int
    lines: tuple[str, ...]

    def reasons(self) -> list[Reason]:
        """The reasons that the section gives."""
        found = ((number, _REASON.match(text)) for number, text in enumerate(self.lines, self.line))
        return [
            Reason(match["table"], match["id"], match["reason"], _articles(match["articles"]), number)
            for number, match in found
            if match
        ]


def _articles(text: str | None) -> tuple[str, ...]:
    return tuple(part for part in re.split(r"[,\s]+", text or "") if part)


def sections(changelog: Path) -> list[Section]:
    """The sections of all versions in the order of the file, newest first; empty where there is no file."""
    lines = changelog.read_text(encoding="utf-8").splitlines() if changelog.exists() else []
    heads = [(number, match) for number, text in enumerate(lines) if (match := _HEAD.match(text))]
    ends = [*(number for number, _ in heads), len(lines)][1:]
    return [
        Section(match[1], match[2], number + 1, tuple(lines[number:end]))
        for (number, match), end in zip(heads, ends, strict=True)
    ]


def section(changelog: Path, version: str) -> Section | None:
    """The section of one version, if it has one with a day."""
    return next((found for found in sections(changelog) if found.version == version and found.day), None)


def corrections(changes: Iterable[Change]) -> dict[tuple[str, str], list[str]]:
    """What an author must give the reason of: by record, the fields of which a value that stood was changed or removed.

    Computed columns and evidence are not: they follow. A value put where there was none completes a record.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for change in changes:
        if change.table not in tables() or change.table in ("evidence", "codes", "retired"):
            continue
        written = (
            change.column and change.column in columns(change.table) and columns(change.table)[change.column].record
        )
        if change.kind == "cell-changed" and written and change.before is not None:
            field = change.column
        elif change.kind == "row-removed":
            field = change.table
        else:
            continue
        fields = found.setdefault(owner(change.table, change.record_id), [])
        if field not in fields:
            fields.append(field)
    return found


def draft(version: str, day: str, changes: Sequence[Change], retired: Mapping[tuple[str, str], Retired]) -> str:
    """A section for the author to finish: what was corrected, to be given reasons, what was retired, and counts."""
    lines = [f"## [{version}] - {day}", ""]
    removed = {owner(change.table, change.record_id) for change in changes if change.kind == "row-removed"}
    gone = {key: said for key, said in retired.items() if key in removed}
    corrected = [
        f"- `{table}/{record_id}` {', '.join(fields)}: {UNSAID} [ARTICLES]"
        for (table, record_id), fields in sorted(corrections(changes).items())
        if (table, record_id) not in gone
    ]
    if corrected:
        lines += ["### Corrected", "", *corrected, ""]
    if gone:
        lines += ["### Retired", ""]
        for (table, record_id), said in sorted(gone.items()):
            successor = f" → `{table}/{said['successor']}`" if said["successor"] else ""
            lines.append(f"- `{table}/{record_id}`{successor}: {said['reason']}")
        lines.append("")
    counts: dict[str, Counter[str]] = {}
    for change in changes:
        counts.setdefault(change.table or "interface", Counter())[change.kind] += 1
    lines += ["### Counts", ""]
    for table, kinds in sorted(counts.items()):
        lines.append(f"- {table}: " + ", ".join(f"{number:,} × {kind}" for kind, number in sorted(kinds.items())))
    return "\n".join(lines) + "\n\n"


def put_first(changelog: Path, text: str) -> None:
    """Put a drafted section before all others."""
    stands = changelog.read_text(encoding="utf-8") if changelog.exists() else "# Changelog\n\n"
    at = match.start() if (match := re.search(r"^## \[", stands, re.MULTILINE)) else len(stands)
    replace_text(changelog, stands[:at] + text + stands[at:])


def unsaid(changelog: Path, found: Section, changes: Iterable[Change], articles: Iterable[str]) -> list[Problem]:
    """What the section must still say: corrections without a reason, and articles that it names and nobody recorded."""
    problems = []
    for number, text in enumerate(found.lines, found.line):
        if UNSAID in text.split():
            mend = "write why it was corrected, and the articles that show it"
            problems.append(_problem(changelog, number, f"the line still says {UNSAID}", mend))
    given = {(reason.table, reason.record_id) for reason in found.reasons()}
    for (table, record_id), fields in corrections(changes).items():
        if (table, record_id) not in given:
            said = ", ".join(fields)
            message = f"the section does not say why {table}/{record_id} was corrected ({said})"
            mend = f"add: - `{table}/{record_id}` {said}: reason [articles]"
            problems.append(_problem(changelog, found.line, message, mend))
    known = {*articles, "ARTICLES"}
    for reason in found.reasons():
        for article in reason.articles:
            if article not in known:
                message = f"{article} is no recorded article"
                problems.append(_problem(changelog, reason.line, message, "name one that is recorded"))
    return problems


def _problem(file: Path, line: int, message: str, mend: str) -> Problem:
    return Problem("correction-has-reason", "error", "", "", "", message, mend, str(shown(file)), line)


def replace_text(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    fresh = path.with_name(f".{path.name}.partial")
    try:
        with fresh.open("w", encoding="utf-8", newline="\n") as handle:
            handle.write(text)
            handle.flush()
            os.fsync(handle.fileno())
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object, empty where there is no such file."""
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.exists() else {}
