"""The releases in the package: which there are, what they say of themselves, and where their files lie."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import Any

from packaging.version import InvalidVersion, Version

from seoul_tokyo.errors import AlteredFile, SeoulTokyoError, UnknownColumn, UnknownTable, UnknownVersion

FOLDER = Path(__file__).parent / "releases"
INTERFACE = Path(__file__).parent / "interface.json"
SUMS = "SHA256SUMS"


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


def forget() -> None:
    """Look at the folders anew: a build may have added one."""
    for known in (_folders, release, _sums, _interfaces, _package):
        known.cache_clear()


def content(file: str, version: str) -> bytes:
    """The bytes of one file of a release, as they were released.

    Raises ``UnknownVersion``, and ``AlteredFile`` where ``SHA256SUMS`` holds another hash, or none.
    """
    found = (folder(version) / file).read_bytes()
    digest = hashlib.sha256(found).hexdigest()
    if f"{digest}  {file}" not in _sums(version):
        raise AlteredFile(f"{file} of {version} was altered: it is not what was released; install the package again")
    return found


@cache
def _sums(version: str) -> frozenset[str]:
    return frozenset((folder(version) / SUMS).read_text(encoding="utf-8", errors="replace").splitlines())


@cache
def _interfaces() -> Mapping[str, Mapping[str, list[str]]]:
    found: Mapping[str, Mapping[str, list[str]]] = json.loads(INTERFACE.read_text(encoding="utf-8"))
    return found


def interface(version: str) -> Mapping[str, list[str]]:
    """The public names that came with a release, with their parameters; of a development build, those of the last."""
    known = _interfaces()
    return known.get(version) or known[max(known, key=Version)]


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
        raise UnknownTable(
            f"there is no table {table!r} in {version}; {_instead(str(table), _formerly(version), known)}"
        )
    found: Mapping[str, Any] = known[table]
    return found


def columns(table: str, version: str) -> Mapping[str, tuple[str, ...]]:
    """The columns of a table with the names that they had before, as the data package says."""
    for resource in _package(version)["resources"]:
        if resource["path"] == entry(table, version)["file"]:
            return {item["name"]: tuple(item.get("formerly", ())) for item in resource["schema"]["fields"]}
    raise SeoulTokyoError(f"datapackage.json of {version} is damaged; install the package again")


def unknown_column(column: object, table: str, version: str) -> UnknownColumn:
    """The error for a column that a table has not: with its new name where it was renamed, else the nearest one."""
    known = columns(table, version)
    return UnknownColumn(f"{table} has no column {column!r} in {version}; {_instead(str(column), known, known)}")


def _formerly(version: str) -> Mapping[str, tuple[str, ...]]:
    return {
        item["path"].removesuffix(".parquet"): tuple(item.get("formerly", ()))
        for item in _package(version)["resources"]
    }


@cache
def _package(version: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = json.loads(content("datapackage.json", version))
    return found


def _instead(name: str, formerly: Mapping[str, tuple[str, ...]], known: Iterable[str]) -> str:
    """What to use instead of a name: its successor, the nearest one, or any of those there are."""
    if successor := next((new for new, old in formerly.items() if name in old), None):
        return f"it is now called {successor!r}"
    near = get_close_matches(name, known := list(known), n=1)
    return f"did you mean {near[0]!r}?" if near else "there are " + ", ".join(known)


_current = version
