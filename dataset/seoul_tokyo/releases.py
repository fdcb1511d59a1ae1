"""The releases in the package: which there are, what they say of themselves, and where their files lie."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from seoul_tokyo.errors import SeoulTokyoError, UnknownTable, UnknownVersion

FOLDER = Path(__file__).parent / "releases"


@cache
def _folders() -> Mapping[Version, str]:
    found: dict[Version, str] = {}
    for path in FOLDER.glob("*/release.json") if FOLDER.is_dir() else ():
        try:
            found[Version(path.parent.name)] = path.parent.name
        except InvalidVersion:
            continue  # a folder that somebody else put there
    return found


def versions() -> list[str]:
    """The released versions in the package, oldest first. Development builds are not released."""
    return [name for version, name in sorted(_folders().items()) if not version.is_devrelease]


def version() -> str:
    """The current version: the highest released one. Raises ``UnknownVersion`` where none is in the package."""
    if not (released := versions()):
        raise UnknownVersion("no release is in the package; run python build.py --release in a clone")
    return released[-1]


def as_of(day: str | date) -> str:
    """The version that was current on a day (``"2027-03-01"`` or a date).

    Raises ``UnknownVersion`` where nothing had been released, ``ValueError`` where the day is none.
    """
    wanted = str(day) if isinstance(day, date) else date.fromisoformat(day).isoformat()
    standing = [name for name in versions() if release(name)["date"] <= wanted[:10]]
    if not standing:
        first = versions()[:1]
        since = f"; the first is {first[0]} of {release(first[0])['date']}" if first else ""
        raise UnknownVersion(f"nothing had been released on {wanted}{since}")
    return standing[-1]


@cache
def release(version: str) -> Mapping[str, Any]:
    """What a release says of itself: version, date, fingerprint, and rows and hashes of its tables.

    Raises ``UnknownVersion`` for a version that is not in the package.
    """
    content = json.loads((folder(version) / "release.json").read_text(encoding="utf-8"))
    if not isinstance(content, dict):
        raise SeoulTokyoError(f"release.json of {version} is damaged; install the package again")
    return content


def folder(version: str) -> Path:
    """The folder of a release. The version never reaches a path unless a folder of that version stands."""
    try:
        name = _folders()[Version(version)]
    except (InvalidVersion, KeyError, TypeError):
        known = ", ".join(versions()) or "none"
        raise UnknownVersion(f"there is no version {version!r} in the package; it holds {known}") from None
    return FOLDER / name


def path(table: str, version: str | None = None) -> Path:
    """The Parquet file of a table, for DuckDB, Polars, R or Spark.

    Raises ``UnknownTable`` or ``UnknownVersion``.
    """
    wanted = version or _current()
    return folder(wanted) / str(entry(table, wanted)["file"])


def entry(table: str, version: str) -> Mapping[str, Any]:
    """Rows, file and hashes of one table. Raises ``UnknownTable`` with the nearest name."""
    known = release(version)["tables"]
    if not isinstance(table, str) or table not in known:
        near = get_close_matches(str(table), known, n=1)
        hint = f"did you mean {near[0]!r}?" if near else "tables: " + ", ".join(known)
        raise UnknownTable(f"there is no table {table!r} in {version}; {hint}")
    found: Mapping[str, Any] = known[table]
    return found


_current = version
