"""Which release is being built: the version, its CHANGELOG section, the ids it must keep, and its folder."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from seoul_tokyo import fingerprint, releases
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.compare import Bump, Change, bump, compare, next_version, stamp
from seoul_tokyo.verifying import SUMS
from seoul_tokyo_schemas.layout import primary_key, tables
from seoul_tokyo_schemas.problem import Problem

FIRST_VERSION = "0.1.0"
MINTED = ("articles", "events", "officials", "disputes", "posts", "tenures", "actors", "places", "dispute_phases")
"""The tables whose ids are minted once and never disappear."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What the records amount to: the version they are, the stamped tables, and how they differ from the last."""

    version: str
    tables: Tables
    changes: list[Change]
    against: str | None
    demanded: Bump
    unchanged: bool


def plan(assembled: Tables) -> Plan:
    """Compare what was assembled with the highest release, and name the version that it is or would be.

    The same logical content as the highest release is that release, rebuilt; anything else is the next version.
    """
    released = releases.versions()
    if not released:
        return Plan(FIRST_VERSION, stamp(assembled, None, FIRST_VERSION), [], None, Bump.MINOR, unchanged=False)
    current, base = released[-1], released[-2] if len(released) > 1 else None
    rebuilt = stamp(_at(assembled, current), _read(base) if base else None, current)
    if _fingerprint(rebuilt) == releases.release(current)["fingerprint"]:
        changes = compare(_read(base), rebuilt) if base else []
        return Plan(current, rebuilt, changes, base, Bump.PATCH, unchanged=True)
    standing = _read(current)
    changes = compare(standing, rebuilt)
    demanded = bump(changes)
    version = next_version(current, demanded)
    return Plan(version, stamp(_at(assembled, version), standing, version), changes, current, demanded, unchanged=False)


def _at(assembled: Tables, release: str) -> Tables:
    """The same tables as first assembled for another release."""
    moved = {}
    for name, table in assembled.items():
        for column in ("added_in", "changed_in", "retired_in"):
            if column in table.column_names:
                at = table.column_names.index(column)
                table = table.set_column(
                    at, table.schema.field(at), pyarrow.array([release] * len(table), pyarrow.string())
                )
        moved[name] = table
    return moved


def _fingerprint(given: Tables) -> str:
    return fingerprint.of_release({name: fingerprint.of_table(table) for name, table in given.items()})


def _read(version: str) -> Tables:
    return {
        name: pyarrow.parquet.read_table(releases.path(name, version)) for name in releases.release(version)["tables"]
    }


def same_bytes(folder: Path, version: str) -> bool | None:
    """Whether a rebuilt folder has the released bytes; ``None`` under another toolchain, which promises none."""
    if releases.release(version)["toolchain"] != {"pyarrow": pyarrow.__version__}:
        return None
    released = releases.folder(version)
    return all(file.read_bytes() == (folder / file.name).read_bytes() for file in released.iterdir())


def lost_ids(assembled: Tables) -> list[Problem]:
    """Ids that a release holds and that neither stand now nor are retired; and retired ones that stand again."""
    retired = {(row["record_table"], row["record_id"]) for row in assembled["retired"].to_pylist()}
    problems = []
    for table in MINTED:
        key = primary_key(table)[0]
        standing = set(assembled[table][key].to_pylist())
        for version in reversed(releases.versions()):
            before = pyarrow.parquet.read_table(releases.path(table, version), columns=[key])[key].to_pylist()
            for record_id in sorted({*before} - standing):
                if (table, record_id) not in retired:
                    retired.add((table, record_id))
                    message = f"{record_id} stands in {version}, but neither here nor in retired.toml"
                    mend = "put it back, or retire it with a reason and its successor"
                    problems.append(Problem("ids-never-disappear", "error", table, record_id, key, message, mend))
        for record_id in sorted(standing & {record_id for name, record_id in retired if name == table}):
            message = f"{record_id} is retired, but stands again"
            problems.append(Problem("ids-never-reused", "error", table, record_id, key, message, "mint another id"))
    return problems


def dated(changelog: Path, version: str) -> str | None:
    """The day that CHANGELOG gives for a version, or ``None`` where it has no such section."""
    text = changelog.read_text(encoding="utf-8") if changelog.exists() else ""
    match = re.search(rf"^## \[{re.escape(version)}\] - (\d{{4}}-\d{{2}}-\d{{2}})$", text, re.MULTILINE)
    return match[1] if match else None


def draft_section(changelog: Path, plan: Plan) -> None:
    """Put a section for the version first in CHANGELOG: today's date and counts; the author adds the reasons."""
    today = datetime.now(UTC).date().isoformat()  # written down once, here; builds read it from the file
    counts = Counter((change.kind, change.table) for change in plan.changes)
    lines = [f"## [{plan.version}] - {today}", ""]
    lines += [f"- {kind.replace('-', ' ')}: {number:,} in {table}" for (kind, table), number in sorted(counts.items())]
    if not plan.changes:
        lines += [f"- {table.num_rows:,} {name}" for name, table in plan.tables.items() if table.num_rows]
    text = changelog.read_text(encoding="utf-8") if changelog.exists() else "# Changelog\n\n"
    at = match.start() if (match := re.search(r"^## \[\d", text, re.MULTILINE)) else len(text)
    changelog.write_text(text[:at] + "\n".join(lines) + "\n\n" + text[at:], encoding="utf-8")


def set_version(root: Path, version: str, day: str) -> None:
    """Write the version into ``pyproject.toml``, and version and day into ``CITATION.cff``."""
    _replace(root / "pyproject.toml", r'^version = ".*"$', f'version = "{version}"')
    _replace(root / "CITATION.cff", r"^version: .*$", f"version: {version}")
    _replace(root / "CITATION.cff", r"^date-released: .*$", f"date-released: {day}")


def _replace(path: Path, pattern: str, line: str) -> None:
    text = path.read_text(encoding="utf-8")
    path.write_text(re.sub(pattern, line, text, count=1, flags=re.MULTILINE), encoding="utf-8")


def hold(held: Path, folder: Path) -> None:
    """Remember the hash of a released folder's sums, so that a test sees if it ever changes."""
    hashes = json.loads(held.read_text(encoding="utf-8")) if held.exists() else {}
    hashes[folder.name] = fingerprint.of_file(folder / SUMS)
    held.write_text(json.dumps(hashes, indent=1) + "\n", encoding="utf-8")


def as_json(changes: Sequence[Change]) -> list[dict[str, Any]]:
    """The changes as plain values, by id and cell."""
    return [
        {"kind": change.kind, "bump": change.bump.name, "table": change.table}
        | {key: value for key, value in _details(change).items() if value not in ("", None)}
        for change in changes
    ]


def _details(change: Change) -> Mapping[str, Any]:
    before, after = (None if value is None else str(value) for value in (change.before, change.after))
    return {"record_id": change.record_id, "column": change.column, "before": before, "after": after}


def summary(plan: Plan) -> str:
    """What changed, in a few lines for the author."""
    counts = Counter((change.table, change.kind) for change in plan.changes)
    lines = [f"  {table}: {number:,} × {kind}" for (table, kind), number in sorted(counts.items())]
    if plan.against:
        head = f"changed since {plan.against}: {plan.demanded.name}, so the next version is {plan.version}"
    else:
        head = f"nothing has been released yet: the first version is {plan.version}"
    rows = sum(plan.tables[name].num_rows for name in tables())
    return "\n".join([head, *lines, f"  {rows:,} rows in {len(plan.tables)} tables"])
