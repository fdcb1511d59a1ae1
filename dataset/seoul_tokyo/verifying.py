"""Recompute everything that a release claims of itself."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pyarrow
import pyarrow.parquet

from seoul_tokyo import fingerprint, releases
from seoul_tokyo.releases import SUMS


def files(version: str) -> list[str]:
    """What is wrong with the files of a release, a line each; empty where all is as released.

    Every file is hashed against ``SHA256SUMS``, every table against its fingerprint, and the release against the
    fingerprints of its tables. Raises ``UnknownVersion``.
    """
    folder = releases.folder(version)
    complaints = damages(version)
    if complaints:
        return complaints  # what does not hash right is not worth reading
    release = releases.release(version)
    found = {}
    for name, entry in release["tables"].items():
        table = pyarrow.parquet.read_table(folder / entry["file"])
        found[name] = fingerprint.of_table(table)
        if found[name] != entry["fingerprint"]:
            complaints.append(f"{name}: the fingerprint is {found[name]}, released was {entry['fingerprint']}")
        if table.num_rows != entry["rows"]:
            complaints.append(f"{name}: {table.num_rows} rows, released were {entry['rows']}")
    if fingerprint.of_release(found) != release["fingerprint"]:
        complaints.append(
            f"the release's fingerprint is {fingerprint.of_release(found)}, released was {release['fingerprint']}"
        )
    return complaints


def damages(version: str) -> list[str]:
    """The files of a release that ``SHA256SUMS`` does not bear out, a line each. Raises ``UnknownVersion``."""
    folder = releases.folder(version)
    sums = folder / SUMS
    if not sums.is_file():
        return [f"{SUMS}: missing"]
    lines = sums.read_text(encoding="utf-8", errors="replace").splitlines()
    claimed = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    present = {file.name for file in folder.iterdir() if file.name != SUMS}
    complaints = [f"{name}: missing" for name in sorted(claimed.keys() - present)]
    complaints += [f"{name}: was not released" for name in sorted(present - claimed.keys())]
    for name in sorted(claimed.keys() & present):
        digest = fingerprint.of_file(folder / name).removeprefix("sha256:")
        if digest != claimed[name]:
            complaints.append(f"{name}: is {digest}, released was {claimed[name]}")
    return complaints


@dataclass(slots=True)
class Seals:
    """The sealed quotes of a release against the articles' texts."""

    found: int = 0
    unchecked: int = 0
    wrong: list[str] = field(default_factory=list)
    missing: list[str] = field(default_factory=list)


def seals(version: str, texts: Path) -> Seals:
    """Look for every sealed quote in ``<article_id>.txt``, wherever it stands in the text."""
    from seoul_tokyo_schemas.seals import found_in

    evidence = pyarrow.parquet.read_table(
        releases.path("evidence", version), columns=["record_table", "record_id", "article_id", "sealed"]
    )
    quotes: dict[str, dict[str, str]] = {}
    for row in evidence.to_pylist():
        if row["sealed"]:
            quotes.setdefault(row["article_id"], {}).setdefault(
                row["sealed"], f"{row['record_table']} {row['record_id']}"
            )
    result = Seals()
    for article, sealed in sorted(quotes.items()):
        file = texts / f"{article}.txt"
        if not file.is_file():
            result.missing.append(article)
            result.unchecked += len(sealed)
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        for quote, record in sealed.items():
            if found_in(quote, text):
                result.found += 1
            else:
                result.wrong.append(f"{article}: the quote for {record} ({quote[:12]}…)")
    return result
