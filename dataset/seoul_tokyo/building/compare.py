"""Stage 4: what the records amount to beside the last release, and the version that this demands.

The kinds of change and what each demands stand in ``seoul_tokyo.kinds``; here the comparison is made with the
highest release, rows are stamped with the releases in which they first stood and last changed, and ids that were
released are held.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import pyarrow
from packaging.version import Version

from seoul_tokyo import fingerprint, releases, verifying
from seoul_tokyo.building import changelog, interface, metadata
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.read import shown
from seoul_tokyo.comparing import UNCLASSIFIED, Diff, bump, bump_of, compare, snapshot
from seoul_tokyo.errors import SeoulTokyoError
from seoul_tokyo.fingerprint import OUTSIDE
from seoul_tokyo.kinds.kind import Bump, Change, Snapshot, described_by
from seoul_tokyo_schemas.layout import primary_key
from seoul_tokyo_schemas.problem import Problem

FIRST_VERSION = "0.1.0"
MINTED = ("articles", "events", "officials", "disputes", "posts", "tenures", "actors", "places", "dispute_phases")
"""The tables whose ids are minted once and never disappear."""


Released = Mapping[str, pyarrow.Table]


@dataclass(frozen=True)
class Plan:
    """What the records amount to: the version they are or would be, the stamped tables, and how they differ."""

    version: str
    tables: Tables
    against: str | None
    """The release compared with; ``None`` for the first."""
    found: Sequence[Change]
    unchanged: bool
    """Whether this is the highest release, rebuilt."""
    pending: Sequence[Change] = ()
    """Of an unchanged plan: what else differs from the release, in words and interface, and waits for the next."""

    @property
    def demanded(self) -> Bump:
        """What the changes demand of the version."""
        return bump(self.found) if self.against else Bump.MINOR

    @property
    def waiting(self) -> Bump:
        """What the pending changes will demand."""
        return bump(self.pending)

    @cached_property
    def needed(self) -> str:
        """The lowest version that keeps the promise."""
        return next_version(self.against, self.demanded) if self.against else FIRST_VERSION

    def diff(self, reasons: Sequence[changelog.Reason]) -> Diff:
        """The comparison in the form that users read, with the reasons that CHANGELOG gives."""
        told = {(reason.table, reason.record_id): reason.as_json() for reason in reasons}
        return Diff(self.against or "", self.version, self.found if self.against else (), told)


def plan(assembled: Tables, wish: str | None = None) -> Plan:
    """Compare what was assembled with the highest release, and name the version that it is or would be.

    The same logical content as the highest release is that release, rebuilt; anything else, and a ``wish`` for a higher
    version, is the next one. Raises ``SeoulTokyoError`` where a release cannot be compared.
    """
    released = releases.versions()
    if not released:
        tables = _at(assembled, FIRST_VERSION)
        return Plan(wish or FIRST_VERSION, tables, None, compare(Snapshot({}, {}), _side(tables)), unchanged=False)
    current, base = released[-1], released[-2] if len(released) > 1 else None
    standing = snapshot(current)
    rebuilt = _keep_retired(_at(assembled, current), standing.tables)
    now = _side(rebuilt)
    same = _fingerprint(rebuilt) == releases.release(current)["fingerprint"]
    if same and wish in (None, current):
        pending = compare(_words(standing), _words(now))
        if base is None:
            return Plan(current, rebuilt, None, compare(Snapshot({}, {}), now), unchanged=True, pending=pending)
        before = snapshot(base)
        found = compare(before, replace(now, interface=standing.interface))
        stamped = stamp(rebuilt, before.tables, found, current)
        return Plan(current, stamped, base, found, unchanged=True, pending=pending)
    found = compare(standing, now)
    version = wish if wish not in (None, current) else next_version(current, bump(found))
    tables = stamp(_keep_retired(_at(assembled, version), standing.tables), standing.tables, found, version)
    return Plan(version, tables, current, found, unchanged=False)


def next_version(current: str, demanded: Bump) -> str:
    """The lowest version above ``current`` that keeps the promise."""
    version = Version(current)
    major, minor, patch = version.major, version.minor, version.micro
    if major == 0:
        demanded = Bump.MINOR if demanded == Bump.MAJOR else Bump.PATCH
    if demanded == Bump.MAJOR:
        return f"{major + 1}.0.0"
    return f"{major}.{minor + 1}.0" if demanded == Bump.MINOR else f"{major}.{minor}.{patch + 1}"


def stamp(tables: Tables, old: Released, found: Sequence[Change], release: str) -> Tables:
    """The tables, all of ``release``, with ``added_in`` and ``changed_in`` taken over for rows that stood before."""
    changed = {(change.table, change.record_id) for change in found if change.kind in ("cell-changed", UNCLASSIFIED)}
    stamped = {}
    for name, table in tables.items():
        if OUTSIDE[0] in table.column_names and name in old:
            marks = dict(
                zip(_ids(name, old[name]), zip(*(old[name][c].to_pylist() for c in OUTSIDE), strict=True), strict=True)
            )
            rows = [marks.get(row_id, (release, release)) for row_id in _ids(name, table)]
            rows = [(first, release if (name, row_id) in changed else last)
                    for (first, last), row_id in zip(rows, _ids(name, table), strict=True)]  # fmt: skip
            for position, column in enumerate(OUTSIDE):
                table = _with(table, column, [row[position] for row in rows])
        stamped[name] = table
    return stamped


def wished(root: Path) -> tuple[str | None, list[Problem]]:
    """The version that the author asks for, in ``pyproject.toml`` or as the first section of ``CHANGELOG.md``, if any.

    ``None`` where both name the highest release, which leaves the version to the comparison.
    """
    project, log = root / "pyproject.toml", root / "CHANGELOG.md"
    text = project.read_text(encoding="utf-8")
    stated = str(tomllib.loads(text)["project"]["version"])
    line = next(number for number, found in enumerate(text.splitlines(), 1) if found.startswith("version = "))
    first = next(iter(changelog.sections(log)), None)
    released = releases.versions()
    wishes = {stated: (project, line)} | ({first.version: (log, first.line)} if first else {})
    fresh = {version: place for version, place in wishes.items() if version not in released}
    problems = []
    for version, (file, at) in fresh.items():
        if released and Version(version) < Version(released[-1]):
            message = f"{version} is no release and lies below {released[-1]}, the highest"
            problems.append(
                _problem("version-is-next", message, "name the next version, or the highest release", file, at)
            )
    if len(fresh) > 1:
        message = (
            f"pyproject.toml names {stated}, and the first section of CHANGELOG.md {first.version if first else ''}"
        )
        problems.append(_problem("versions-agree", message, "let both name the version to be released", project, line))
    return next(iter(fresh), None), problems


def kept_promise(made: Plan, root: Path) -> list[Problem]:
    """A problem where the version asked for is lower than the changes demand, with the changes that demand more."""
    if made.unchanged or not made.against or Version(made.version) >= Version(made.needed):
        return []
    demanding = [change for change in made.found if bump_of(change) == made.demanded]
    named = [" ".join(filter(None, (c.kind, c.table, c.record_id, c.column))) for c in demanding[:3]]
    more = f" and {len(demanding) - 3:,} more" if len(demanding) > 3 else ""
    message = f"{made.version} promises less than {made.demanded.name}, which {'; '.join(named)}{more} demand"
    return [_problem("version-keeps-promise", message, f"name {made.needed} or higher", root / "pyproject.toml", 1)]


def untouched(held: Path) -> list[Problem]:
    """The released folders that are no longer what was released, by the hashes that ``tests/released.json`` holds."""
    known = changelog.read_json(held)
    problems = []
    for version in releases.versions():
        folder = releases.folder(version)
        sums = folder / releases.SUMS
        if version in known and (not sums.is_file() or known[version] != fingerprint.of_file(sums)):
            found = f"{releases.SUMS} is another one"
        else:
            found = "; ".join(verifying.damages(version))
        if found:
            message = f"the released folder {version} has changed: {found}"
            problems.append(
                _problem(
                    "release-is-untouched", message, "put it back as it was; correct in the next release", folder, 1
                )
            )
    return problems


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


def impossible(error: SeoulTokyoError | pyarrow.ArrowException) -> Problem:
    """The problem of a comparison that could not be made."""
    mend = "without a comparison no version can be promised; put the released folders back as they were"
    return _problem(
        "comparison-is-possible", f"the comparison with the last release failed: {error}", mend, releases.FOLDER, 1
    )


def _problem(rule: str, message: str, mend: str, file: Path, line: int) -> Problem:
    return Problem(rule, "error", "", "", "", message, mend, str(shown(file)), line)


def _side(tables: Tables) -> Snapshot:
    described = {name: described_by(metadata.described(name), table) for name, table in tables.items()}
    return Snapshot(tables, described, interface.current())


def _words(side: Snapshot) -> Snapshot:
    return replace(side, tables={name: table.slice(0, 0) for name, table in side.tables.items()})


def _at(assembled: Tables, release: str) -> Tables:
    """The same tables as first assembled for another release."""
    moved = {}
    for name, table in assembled.items():
        for column in (*OUTSIDE, "retired_in"):
            if column in table.column_names:
                table = _with(table, column, [release] * len(table))
        moved[name] = table
    return moved


def _keep_retired(tables: Tables, old: Released) -> Tables:
    """The tables in which an id that was retired before keeps the release in which it was retired."""
    before = dict(zip(_ids("retired", old["retired"]), old["retired"]["retired_in"].to_pylist(), strict=True))
    table = tables["retired"]
    kept = [
        before.get(row_id, now)
        for row_id, now in zip(_ids("retired", table), table["retired_in"].to_pylist(), strict=True)
    ]
    return {**tables, "retired": _with(table, "retired_in", kept)}


def _with(table: pyarrow.Table, column: str, values: list[str]) -> pyarrow.Table:
    at = table.column_names.index(column)
    return table.set_column(at, table.schema.field(at), pyarrow.array(values, pyarrow.string()))


def _ids(name: str, table: pyarrow.Table) -> list[str]:
    parts: Collection[list[object]] = [table[column].to_pylist() for column in primary_key(name)]
    return ["/".join(map(str, row)) for row in zip(*parts, strict=True)]


def _fingerprint(given: Tables) -> str:
    return fingerprint.of_release({name: fingerprint.of_table(table) for name, table in given.items()})
