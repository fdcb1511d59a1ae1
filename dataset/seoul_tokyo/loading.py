"""Tables as DataFrames, verified before they are used."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING, cast

import pandas as pd

from seoul_tokyo import releases
from seoul_tokyo.errors import AlteredFile, UnknownRecord

if TYPE_CHECKING:
    from seoul_tokyo.frames import Load, TypedTables
else:

    class TypedTables:
        """At run time the typed properties are looked up in the release."""


def _load(table: str, version: str | None = None, columns: Sequence[str] | None = None) -> pd.DataFrame:
    """One table of a release as a DataFrame; of the current release unless a version is given.

    ``columns`` reads only these, in this order.

    Days are ``datetime64[us]``, codes ``category`` with the whole vocabulary, text ``str`` (``object`` under
    pandas 2), counts ``Int16``, flags ``boolean``. ``df.attrs["seoul_tokyo"]`` holds the table's name, the version and
    the fingerprint of the release. Columns and codes are described in the codebook.

    Raises ``UnknownTable`` and ``UnknownColumn``, with the successor of a name that was renamed, ``UnknownVersion``,
    and ``AlteredFile`` where the file is not what was released.
    """
    import pyarrow.parquet  # here, because it is half of what importing the package would cost

    wanted = version or releases.version()
    entry = releases.entry(table, wanted)
    content = releases.path(table, wanted).read_bytes()
    found = f"sha256:{hashlib.sha256(content).hexdigest()}"
    if found != entry["sha256"]:
        raise AlteredFile(f"{table} of {wanted} was altered: released as {entry['sha256']}, but it is {found}")
    if columns is not None:
        if isinstance(columns, str):
            raise TypeError(f"columns takes a list of names, such as [{columns!r}]")
        if unknown := [column for column in columns if column not in releases.columns(table, wanted)]:
            raise releases.unknown_column(unknown[0], table, wanted)
        columns = list(columns)
    frame: pd.DataFrame = pyarrow.parquet.read_table(io.BytesIO(content), columns=columns).to_pandas()
    release = releases.release(wanted)
    frame.attrs["seoul_tokyo"] = {"table": table, "version": release["version"], "fingerprint": release["fingerprint"]}
    return frame


_load.__name__ = _load.__qualname__ = "load"
load = cast("Load", _load)


def unknown_record(table: str, record_id: str, version: str | None = None) -> UnknownRecord:
    """The error for a record that a release does not hold: why it was retired, and its successor or the nearest id."""
    retired = load("retired", version)
    said = retired[(retired["record_table"] == table) & (retired["record_id"] == record_id)]
    for _, row in said.iterrows():
        successor = f"; use {row['successor']!r}" if pd.notna(row["successor"]) else ""
        return UnknownRecord(
            f"{record_id!r} was retired from {table} in {row['retired_in']}: {row['reason']}{successor}"
        )
    ids = load(table, version).iloc[:, 0].astype(str).unique()
    near = get_close_matches(record_id, ids, n=1)
    hint = f"did you mean {near[0]!r}?" if near else f"{len(ids):,} ids stand in {table}"
    return UnknownRecord(f"no row of {table} has the id {record_id!r}; {hint}")


class Tables(TypedTables, Mapping[str, pd.DataFrame]):
    """All tables of one release by name, each read when first used: ``tables["events"]`` or ``tables.events``."""

    def __init__(self, version: str) -> None:
        self._version = version
        self._names = tuple(releases.release(version)["tables"])
        self._read: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._names:
            raise KeyError(name)
        if name not in self._read:
            self._read[name] = load(name, self._version)
        return self._read[name]

    def __getattr__(self, name: str) -> pd.DataFrame:
        if name.startswith("_") or name not in self._names:
            raise AttributeError(f"there is no table {name!r} in {self._version}")
        return self[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *self._names]

    def __repr__(self) -> str:
        return f"<Seoul–Tokyo {self._version}: {', '.join(self._names)}>"


def tables(version: str | None = None) -> Tables:
    """Every table of a release by name, read when first used. Raises ``UnknownVersion``."""
    return Tables(version or releases.version())
