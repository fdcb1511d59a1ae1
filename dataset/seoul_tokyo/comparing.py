"""What differs between two releases: rows and cells, the version this demands and why, and one record through them all.

PATCH: same answers. MINOR: same code, answers may move. MAJOR: code may break. Before 1.0.0, MAJOR raises the
minor number and everything else the patch number. What no kind of change accounts for counts as MAJOR.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

import pandas as pd

from seoul_tokyo import releases
from seoul_tokyo.errors import ComparisonFailed
from seoul_tokyo.kinds import kinds
from seoul_tokyo.kinds.kind import (
    POLICIES,
    Bump,
    Change,
    Snapshot,
    comparable_rows,
    described_by,
    same_column,
    same_key,
    same_table,
)
from seoul_tokyo.loading import unknown_record

UNCLASSIFIED = "unclassified"
TOLD = 20
"""Rows that the text of a comparison lists of each table and kind; the JSON and the frames hold all."""


def compare(old: Snapshot, new: Snapshot) -> list[Change]:
    """Every difference, in the order of tables, rows and columns; what no kind accounts for is ``unclassified``.

    Raises ``ComparisonFailed`` where the two cannot be compared.
    """
    changes = [change for kind in kinds().values() for change in kind.find(old, new)]
    changes += _unclassified(old, new, changes)
    return sorted(changes, key=lambda change: (change.table, change.record_id, change.column, change.kind))


def bump_of(change: Change) -> Bump:
    """What one change demands of the version."""
    return kinds()[change.kind].bump if change.kind in kinds() else Bump.MAJOR


def bump(changes: Iterable[Change]) -> Bump:
    """The largest bump that any change demands."""
    return max(map(bump_of, changes), default=Bump.PATCH)


def policies(changes: Iterable[Change]) -> dict[str, str]:
    """What the policies of others would demand of the same changes, by name of the policy."""
    found = {change.kind for change in changes}
    demanded = {policy: [getattr(kinds()[kind], policy) for kind in found if kind in kinds()] for policy in POLICIES}
    return {policy: max(bumps, default=Bump.PATCH).name for policy, bumps in demanded.items()}


def snapshot(version: str, only: str | None = None) -> Snapshot:
    """A release, or one table of it where it has that, as one side of a comparison.

    Raises ``UnknownVersion``, ``AlteredFile``, and ``ComparisonFailed`` where a table is not described.
    """
    import pyarrow.parquet

    package = json.loads(releases.content("datapackage.json", version))
    resources = {item["path"].removesuffix(".parquet"): item for item in package["resources"]}
    tables, described = {}, {}
    for name, entry in releases.release(version)["tables"].items():
        if only in (None, name):
            if name not in resources:
                raise ComparisonFailed(f"the data package of {version} does not describe {name}")
            content = pyarrow.BufferReader(releases.content(entry["file"], version))
            tables[name] = pyarrow.parquet.read_table(content)
            described[name] = described_by(resources[name], tables[name])
    return Snapshot(tables, described, releases.interface(version))


@dataclass(frozen=True)
class Diff:
    """What differs between two releases: ``print`` tells it, ``to_json`` and ``to_markdown`` write it whole."""

    old: str
    new: str
    found: Sequence[Change]
    reasons: Mapping[tuple[str, str], Mapping[str, Any]]
    """Why a record was corrected or retired, by table and id, as CHANGELOG says."""

    @property
    def bump(self) -> str:
        """What the changes demand of the version: ``"PATCH"``, ``"MINOR"`` or ``"MAJOR"``."""
        return bump(self.found).name

    @property
    def why(self) -> list[str]:
        """The changes that demand this bump, a line each: kind, table and number."""
        wanted = bump(self.found)
        counts = Counter(
            (change.kind, change.table or "interface") for change in self.found if bump_of(change) == wanted
        )
        return [f"{kind}: {number:,} in {table}" for (kind, table), number in sorted(counts.items())]

    @property
    def counts(self) -> list[str]:
        """All changes, a line a table: how many of which kind."""
        found: dict[str, list[str]] = {}
        for (table, kind), changes in self._grouped():
            found.setdefault(table, []).append(f"{len(changes):,} × {kind}")
        return [f"{table}: {', '.join(kinds)}" for table, kinds in found.items()]

    @cached_property
    def changes(self) -> pd.DataFrame:
        """All changes: kind, bump, table, record_id, column, before, after, reason; text, or missing."""
        return pd.DataFrame(self._rows(), columns=_COLUMNS)

    @property
    def added(self) -> pd.DataFrame:
        """The rows that were added: table and record_id."""
        return self._of("row-added", "code-added")[["table", "record_id"]]

    @property
    def removed(self) -> pd.DataFrame:
        """The rows that were removed: table, record_id and, where its record was retired or corrected, the reason."""
        return self._of("row-removed", "code-removed")[["table", "record_id", "reason"]]

    @property
    def changed(self) -> pd.DataFrame:
        """The cells that changed: table, record_id, column, before, after and reason."""
        return self._of("cell-changed")[["table", "record_id", "column", "before", "after", "reason"]]

    def to_dict(self) -> dict[str, Any]:
        """The comparison as plain values, in the form of ``changes.schema.json`` beside this module."""
        return {
            "version": self.new,
            "since": self.old,
            "bump": self.bump,
            "policies": policies(self.found),
            "reasons": list(self.reasons.values()),
            "changes": [
                {key: value for key, value in row.items() if key != "reason" and value not in ("", None)}
                for row in self._rows()
            ],
        }

    def to_json(self) -> str:
        """The comparison as JSON; ``changes.schema.json`` in the package is its schema."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=1)

    def to_markdown(self) -> str:
        """The comparison as Markdown, whole."""
        lines = [f"# {self.old} → {self.new}: {self.bump}", "", *(f"- {line}" for line in self.why)]
        for (table, kind), changes in self._grouped():
            lines += ["", f"## {table}: {kind} ({len(changes):,})", ""]
            lines += [f"- {_line(change, self._reason(change), '`')}" for change in changes]
        return "\n".join(lines) + "\n"

    def __str__(self) -> str:
        """The comparison as text, with the first rows of each kind."""
        demanded = policies(self.found)
        others = ", ".join(f"{policy} {name}" for policy, name in demanded.items())
        lines = [f"{self.old} → {self.new}: {self.bump} (by other policies: {others})"]
        lines += [f"  because of {line}" for line in self.why] or ["  nothing differs"]
        for (table, kind), changes in self._grouped():
            lines.append(f"\n{table}: {kind} ({len(changes):,})")
            lines += [f"  {_line(change, self._reason(change))}" for change in changes[:TOLD]]
            if len(changes) > TOLD:
                lines.append(f"  and {len(changes) - TOLD:,} more")
        return "\n".join(lines)

    def _grouped(self) -> Iterator[tuple[tuple[str, str], list[Change]]]:
        groups: dict[tuple[str, str], list[Change]] = {}
        for change in self.found:
            groups.setdefault((change.table or "interface", change.kind), []).append(change)
        last = ("evidence", "interface")
        yield from sorted(groups.items(), key=lambda group: last.index(group[0][0]) if group[0][0] in last else -1)

    def _reason(self, change: Change) -> str | None:
        said = self.reasons.get(owner(change.table, change.record_id))
        if said is None or change.kind not in ("cell-changed", "row-removed"):
            return None
        return str(said["reason"]) + (f" [{', '.join(said['articles'])}]" if said["articles"] else "")

    def _rows(self) -> list[dict[str, str | None]]:
        return [
            {
                "kind": change.kind,
                "bump": bump_of(change).name,
                "table": change.table,
                "record_id": change.record_id or None,
                "column": change.column or None,
                "before": _text(change.before),
                "after": _text(change.after),
                "reason": self._reason(change),
            }
            for change in self.found
        ]

    def _of(self, *wanted: str) -> pd.DataFrame:
        return self.changes[self.changes["kind"].isin(wanted)].reset_index(drop=True)


_COLUMNS = ["kind", "bump", "table", "record_id", "column", "before", "after", "reason"]

_OWNERS = {
    "participants": "events", "event_disputes": "events", "event_links": "events", "dispute_positions": "disputes",
}  # fmt: skip


def owner(table: str, record_id: str) -> tuple[str, str]:
    """Table and id of the record that a row belongs to: a participant to its event, a name to what bears it."""
    if table == "names":
        bearer, _, rest = record_id.partition("/")
        return bearer, rest.rsplit("/", 3)[0]
    return (_OWNERS[table], record_id.split("/")[0]) if table in _OWNERS else (table, record_id)


def diff(old: str, new: str | None = None) -> Diff:
    """What differs between two releases in the package; the newer is the current one unless it is given.

    Its frames ``added``, ``removed``, ``changed`` and ``changes`` hold rows and cells, ``bump`` and ``why`` the version
    that this demands. Raises ``UnknownVersion``, ``AlteredFile``, and ``ComparisonFailed`` where none can be made.
    """
    before, after = (str(releases.release(name)["version"]) for name in (old, new or releases.version()))
    return Diff(before, after, compare(snapshot(before), snapshot(after)), reasons_after(before, after))


def changes(table: str, record_id: str) -> pd.DataFrame:
    """One record through all releases, oldest first: what was added, changed or removed, when and why.

    ``record_id`` is the id of the row, the parts of a composite key joined by ``/``. Columns: version, date, kind,
    column, before, after, reason; text, or missing.

    Raises ``UnknownTable``, and ``UnknownRecord`` for a row that no release holds.
    """
    releases.entry(table, releases.version())
    told = []
    standing, before = Snapshot({}, {}), ""
    for version in releases.versions():
        current = snapshot(version, only=table)
        found = [change for change in compare(standing, current) if change.record_id == record_id and change.table]
        said = {"version": version, "date": releases.release(version)["date"]}
        told += [said | row for row in Diff(before, version, found, reasons_after(before, version))._rows()]
        standing, before = current, version
    if not told:
        raise unknown_record(table, record_id)
    return pd.DataFrame(told, columns=["version", "date", "kind", "column", "before", "after", "reason"])


def reasons_after(old: str, new: str) -> dict[tuple[str, str], Mapping[str, Any]]:
    """The reasons that the releases after the older one give, to the newer one; the last word counts."""
    versions = releases.versions()
    since = versions[
        versions.index(old) + 1 if old in versions else 0 : versions.index(new) + 1 if new in versions else 0
    ]
    told = [json.loads(releases.content("changes.json", version)).get("reasons", []) for version in since]
    return {(said["table"], said["record_id"]): said for reasons in told for said in reasons}


def _unclassified(old: Snapshot, new: Snapshot, changes: Iterable[Change]) -> Iterator[Change]:
    """What differs although no kind says so. A change of a whole table, row or column accounts for all in it."""
    said = {(change.table, change.record_id, change.column) for change in changes}

    def unsaid(table: str, record_id: str = "", column: str = "") -> Iterator[Change]:
        if not said & {(table, record_id, column), (table, record_id, ""), (table, "", column), (table, "", "")}:
            yield Change(UNCLASSIFIED, table, record_id, column)

    pairs = list(same_table(old, new))
    for table in (*(before for before in old.described if before not in dict(pairs)), *new.described):
        if table not in {after for _, after in pairs}:
            yield from unsaid(table)
    columns = list(same_column(old, new))
    for before, after in pairs:
        same = {name: former for first, table, former, name in columns if (first, table) == (before, after)}
        was, stands = old.columns(before), new.columns(after)
        for gone in was.keys() - same.values():
            yield from unsaid(after, "", gone)
        for name, what in stands.items():
            if name not in same or (same[name], _plain(was[same[name]])) != (name, _plain(what)):
                yield from unsaid(after, "", name)
        order = [former for former in was if former in same.values()]
        told = old.described[before]["description"] == new.described[after]["description"]
        if before != after or order != list(same.values()) or not told or not same_key(old, new, before, after):
            yield from unsaid(after)
    for table, before_rows, after_rows in comparable_rows(old, new):
        same = {name: former for _, after, former, name in columns if after == table}
        for row_id in before_rows.keys() | after_rows.keys():
            was_row, row = before_rows.get(row_id), after_rows.get(row_id)
            if was_row is None or row is None:
                yield from unsaid(table, row_id)
            else:
                for name, former in same.items():
                    if was_row[former] != row[name]:
                        yield from unsaid(table, row_id, name)
    for name in old.interface.keys() | new.interface.keys():
        if old.interface.get(name) != new.interface.get(name) and not any(record == name for _, record, _ in said):
            yield Change(UNCLASSIFIED, "", name)


def _plain(column: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in column.items() if key != "formerly"}


def _text(value: Any) -> str | None:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return None if value is None else str(value)


def _line(change: Change, reason: str | None, mark: str = "") -> str:
    name = " ".join(f"{mark}{part}{mark}" for part in (change.record_id, change.column) if part)
    before, after = _text(change.before), _text(change.after)
    moved = f": {before or 'nothing'} → {after or 'nothing'}" if before or after else ""
    return f"{name}{moved}" + (f" ({reason})" if reason else "") or change.kind
