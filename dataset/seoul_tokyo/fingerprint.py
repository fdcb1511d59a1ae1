"""Two hashes per table: of the file, and of what the file says.

The fingerprint is SHA-256 over a written canonical form that depends on no row order, compression or library:
a first line with the names and kinds of the columns, then one line a row, sorted by their bytes. A line is a
JSON array in UTF-8 without spaces; text stands as it is, a day as ``YYYY-MM-DD``, a whole number in digits, a
real number in its shortest form, a missing value as ``null``. Columns stand in the order of their names;
``added_in`` and ``changed_in`` are left out. The fingerprint of a release hashes the lines
``<table> <fingerprint>``, sorted. Lines end with a line feed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow

OUTSIDE = ("added_in", "changed_in")
"""The columns that stand outside comparison and fingerprint."""


def of_table(table: pyarrow.Table) -> str:
    """The fingerprint of one table, ``sha256:<hex>``."""
    names = sorted(name for name in table.column_names if name not in OUTSIDE)
    kinds = [[name, _kind(table.schema.field(name).type)] for name in names]
    columns = [table[name].to_pylist() for name in names]
    lines = sorted(_line([_plain(value) for value in row]) for row in zip(*columns, strict=True))
    return _hashed([_line(kinds), *lines])


def of_release(tables: Mapping[str, str]) -> str:
    """The fingerprint of a whole release, from the fingerprints of its tables by name."""
    return _hashed([f"{name} {fingerprint}".encode() for name, fingerprint in sorted(tables.items())])


def of_file(path: Path) -> str:
    """The hash of a file's bytes, ``sha256:<hex>``."""
    with path.open("rb") as file:
        return f"sha256:{hashlib.file_digest(file, 'sha256').hexdigest()}"


def _hashed(lines: list[bytes]) -> str:
    digest = hashlib.sha256()
    for line in lines:
        digest.update(line + b"\n")
    return f"sha256:{digest.hexdigest()}"


def _line(values: list[Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        if value.time() != datetime.min.time():
            raise ValueError(f"{value} is not a whole day")
        return value.date().isoformat()
    return value


def _kind(arrow: pyarrow.DataType) -> str:
    types = pyarrow.types
    if types.is_dictionary(arrow):
        return "code"
    for kind, test in (
        ("text", lambda a: types.is_string(a) or types.is_large_string(a)),
        ("day", types.is_timestamp),
        ("count", types.is_integer),
        ("number", types.is_floating),
        ("flag", types.is_boolean),
    ):
        if test(arrow):
            return kind
    raise TypeError(f"no table has columns of {arrow}")
