"""Stage 5: a release as a folder, the same bytes for the same records, whole or not at all.

Everything is written into a temporary folder beside the target and renamed; a build that is killed, or finds
the disk full, leaves what was there untouched. No clock is read.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow
import pyarrow.parquet

from seoul_tokyo import fingerprint
from seoul_tokyo.building import metadata
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.releases import SUMS

ROWS_PER_GROUP, ZSTD_LEVEL = 100_000, 9
PARTIAL, REPLACED = ".partial", ".replaced"


def write(tables: Tables, version: str, date: str | None, changes: Mapping[str, Any], target: Path) -> None:
    """Write the folder of one release: Parquet, hashes, metadata for Frictionless and Croissant, and the changes.

    ``date`` is the day that CHANGELOG gives, ``None`` for a development build. Raises ``OSError`` where the disk
    refuses; the target is then as it was.
    """
    with replacing(target) as folder:
        for name, table in tables.items():
            write_parquet(table, folder / f"{name}.parquet")
        release = describe(tables, folder, version, date)
        _write_json(folder / "release.json", release)
        _write_json(folder / "datapackage.json", metadata.frictionless(release))
        _write_json(folder / "croissant.json", metadata.croissant(release))
        _write_json(folder / "changes.json", changes)
        hashes = {file.name: fingerprint.of_file(file).removeprefix("sha256:") for file in folder.iterdir()}
        sums = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
        (folder / SUMS).write_text(sums, encoding="utf-8", newline="\n")


def write_parquet(table: pyarrow.Table, path: Path) -> None:
    """One table as a Parquet file with fixed row groups, compression and schema."""
    pyarrow.parquet.write_table(
        table, path, row_group_size=ROWS_PER_GROUP, compression="zstd", compression_level=ZSTD_LEVEL, version="2.6"
    )


def describe(tables: Tables, folder: Path, version: str, date: str | None) -> dict[str, Any]:
    """What ``release.json`` says: version, date, fingerprint, and rows and hashes of every table."""
    fingerprints = {name: fingerprint.of_table(table) for name, table in tables.items()}
    return {
        "version": version,
        "date": date,
        "fingerprint": fingerprint.of_release(fingerprints),
        "toolchain": {"pyarrow": pyarrow.__version__},
        "tables": {
            name: {
                "rows": table.num_rows,
                "file": f"{name}.parquet",
                "sha256": fingerprint.of_file(folder / f"{name}.parquet"),
                "fingerprint": fingerprints[name],
            }
            for name, table in sorted(tables.items())
        },
    }


@contextmanager
def replacing(target: Path) -> Iterator[Path]:
    """A new folder that takes the target's place if the block ends well, and vanishes if it does not."""
    target.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=PARTIAL, dir=target.parent))
    old = fresh.with_suffix(REPLACED)
    try:
        yield fresh
        for file in fresh.iterdir():
            _flush(file)
        fresh.chmod(0o755)
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise
    finally:
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def tidy(folder: Path) -> None:
    """Put in order what a killed build left: a half-written folder goes, one that was being replaced comes back."""
    for old in folder.glob(f".*{REPLACED}"):
        target = folder / old.name[1:].rpartition(".")[0].rpartition(".")[0]
        if not target.exists():
            old.rename(target)
    for rest in (*folder.glob(f".*{PARTIAL}"), *folder.glob(f".*{REPLACED}")):
        shutil.rmtree(rest, ignore_errors=True)


def _flush(file: Path) -> None:
    with file.open("rb") as handle:
        os.fsync(handle.fileno())


def _write_json(path: Path, content: Mapping[str, Any]) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8", newline="\n")
