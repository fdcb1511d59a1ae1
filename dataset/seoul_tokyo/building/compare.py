"""Stage 4: what differs between two releases, and the version that this demands.

PATCH: same answers. MINOR: same code, answers may move. MAJOR: code may break. Before 1.0.0, MAJOR raises the
minor number and everything else the patch number. What is not classified counts as MAJOR.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

import pyarrow
from packaging.version import Version

from seoul_tokyo.fingerprint import OUTSIDE
from seoul_tokyo_schemas.layout import primary_key


class Bump(IntEnum):
    """How much a change demands of the version."""

    PATCH = 0
    MINOR = 1
    MAJOR = 2


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. ``kind`` names it: table-added, column-removed, row-added, cell-changed …"""

    kind: str
    table: str
    record_id: str = ""
    column: str = ""
    before: Any = None
    after: Any = None

    @property
    def bump(self) -> Bump:
        """What this change demands; a kind that nobody classified counts as MAJOR."""
        return BUMPS.get(self.kind, Bump.MAJOR)


BUMPS: Mapping[str, Bump] = {
    "table-removed": Bump.MAJOR,
    "column-removed": Bump.MAJOR,
    "column-retyped": Bump.MAJOR,
    "column-made-nullable": Bump.MAJOR,
    "code-removed": Bump.MAJOR,
    "table-added": Bump.MINOR,
    "column-added": Bump.MINOR,
    "column-made-required": Bump.MINOR,
    "code-added": Bump.MINOR,
    "row-added": Bump.MINOR,
    "row-removed": Bump.MINOR,
    "cell-changed": Bump.MINOR,
}

Tables = Mapping[str, pyarrow.Table]


def compare(old: Tables, new: Tables) -> list[Change]:
    """Every difference between two releases, table by table in the order of their names."""
    changes: list[Change] = []
    for name in sorted({*old, *new}):
        if name not in new:
            changes.append(Change("table-removed", name))
        elif name not in old:
            changes.append(Change("table-added", name))
            changes += [Change("row-added", name, row_id) for row_id in _by_key(name, new[name])]
        else:
            changes += _columns(name, old[name].schema, new[name].schema)
            changes += _rows(name, old[name], new[name])
    return changes


def bump(changes: list[Change]) -> Bump:
    """The largest bump that any change demands."""
    return max((change.bump for change in changes), default=Bump.PATCH)


def next_version(current: str, demanded: Bump) -> str:
    """The lowest version above ``current`` that keeps the promise."""
    version = Version(current)
    major, minor, patch = version.major, version.minor, version.micro
    if major == 0:
        demanded = Bump.MINOR if demanded == Bump.MAJOR else Bump.PATCH
    if demanded == Bump.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if demanded == Bump.MINOR else f"{major}.{minor}.{patch + 1}"


def stamp(tables: Tables, old: Tables | None, release: str) -> dict[str, pyarrow.Table]:
    """The tables with ``added_in`` and ``changed_in`` set from the older release."""
    stamped = {}
    for name, table in tables.items():
        if "added_in" in table.column_names and old is not None and name in old:
            before = _by_key(name, old[name])
            marks = [_marks(before.get(row_id), row, release) for row_id, row in _by_key(name, table).items()]
            for position, column in enumerate(OUTSIDE):
                table = _with(table, column, [mark[position] for mark in marks])
            if name == "retired":
                kept = [
                    before[row_id]["retired_in"] if row_id in before else release for row_id in _by_key(name, table)
                ]
                table = _with(table, "retired_in", kept)
        stamped[name] = table
    return stamped


def _with(table: pyarrow.Table, column: str, values: list[str]) -> pyarrow.Table:
    at = table.column_names.index(column)
    return table.set_column(at, table.schema.field(at), pyarrow.array(values, pyarrow.string()))


def _marks(before: Mapping[str, Any] | None, row: Mapping[str, Any], release: str) -> tuple[str, str]:
    if before is None:
        return release, release
    changed = any(before.get(name) != value for name, value in row.items() if name not in OUTSIDE)
    return before["added_in"], release if changed else before["changed_in"]


def _columns(name: str, old: pyarrow.Schema, new: pyarrow.Schema) -> Iterator[Change]:
    for column in (*old.names, *(added for added in new.names if added not in old.names)):
        if column not in new.names:
            yield Change("column-removed", name, column=column)
        elif column not in old.names:
            yield Change("column-added", name, column=column)
        else:
            before, after = old.field(column), new.field(column)
            if before.type != after.type:
                yield Change("column-retyped", name, "", column, str(before.type), str(after.type))
            elif before.nullable != after.nullable:
                kind = "column-made-nullable" if after.nullable else "column-made-required"
                yield Change(kind, name, column=column)


def _rows(name: str, old: pyarrow.Table, new: pyarrow.Table) -> Iterator[Change]:
    before, after = _by_key(name, old), _by_key(name, new)
    for row_id in sorted({*before, *after}):
        if row_id not in after:
            yield Change(_kind(name, row_id, "removed"), name, row_id)
        elif row_id not in before:
            yield Change(_kind(name, row_id, "added"), name, row_id)
        else:
            for column, value in after[row_id].items():
                if column not in OUTSIDE and column in before[row_id] and before[row_id][column] != value:
                    yield Change("cell-changed", name, row_id, column, before[row_id][column], value)


def _kind(name: str, row_id: str, what: str) -> str:
    is_code = name == "codes" and row_id.partition("/")[0] not in ("series", "matter")
    return f"{'code' if is_code else 'row'}-{what}"


def _by_key(name: str, table: pyarrow.Table) -> dict[str, dict[str, Any]]:
    key = primary_key(name)
    return {"/".join(str(row[column]) for column in key): row for row in table.to_pylist()}
