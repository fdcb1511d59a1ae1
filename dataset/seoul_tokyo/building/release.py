"""Making a release: CHANGELOG section, version, folder, and the hash that holds it, each step whole and resumable."""

from __future__ import annotations

import getpass
import hashlib
import json
import re
import tempfile
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import filelock
import pyarrow

from seoul_tokyo import fingerprint, releases
from seoul_tokyo.building import changelog, interface
from seoul_tokyo.building.compare import Plan
from seoul_tokyo.building.write import tidy, write


@contextmanager
def alone(folder: Path) -> Iterator[None]:
    """Keep two builds from writing below one folder at once: the second waits, and finds what the first has made.

    What a killed build left is put in order first.
    """
    name = hashlib.sha256(str(folder.resolve()).encode()).hexdigest()[:16]
    with filelock.FileLock(Path(tempfile.gettempdir()) / f"seoul-tokyo-{getpass.getuser()}-{name}.lock"):
        with suppress(OSError):  # a folder that may not be written needs no order; writing will say so
            tidy(folder)
        releases.forget()
        yield


def today() -> str:
    """The day of a release, asked for once, when its section is drafted; builds read it from there."""
    return datetime.now(UTC).date().isoformat()


def retired(plan: Plan) -> Mapping[tuple[str, str], Mapping[str, Any]]:
    """The retired ids by table and id."""
    return {(row["record_table"], row["record_id"]): row for row in plan.tables["retired"].to_pylist()}


def publish(plan: Plan, root: Path, found: changelog.Section) -> Path:
    """Set the version, write the folder, hold its hash. Killed at any step, the same call ends what was begun."""
    set_version(root, plan.version, str(found.day))
    _remember(releases.INTERFACE, plan.version, interface.current())
    target = releases.FOLDER / plan.version
    write(plan.tables, plan.version, found.day, plan.diff(found.reasons()).to_dict(), target)
    hold(root / "tests" / "released.json", target)
    return target


def hold(held: Path, folder: Path) -> None:
    """Remember the hash of a released folder's sums, so that a test sees if it ever changes."""
    _remember(held, folder.name, fingerprint.of_file(folder / releases.SUMS))


def _remember(file: Path, version: str, what: Any) -> None:
    content = changelog.read_json(file)
    if content.get(version) != what:
        changelog.replace_text(file, json.dumps(content | {version: what}, indent=1) + "\n")


def set_version(root: Path, version: str, day: str) -> None:
    """Write the version into ``pyproject.toml``, and version and day into ``CITATION.cff``."""
    _replace(root / "pyproject.toml", {r'^version = ".*"$': f'version = "{version}"'})
    _replace(
        root / "CITATION.cff",
        {r"^version: .*$": f"version: {version}", r"^date-released: .*$": f"date-released: {day}"},
    )


def _replace(path: Path, lines: Mapping[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for pattern, line in lines.items():
        text = re.sub(pattern, line, text, count=1, flags=re.MULTILINE)
    changelog.replace_text(path, text)


def other_bytes(folder: Path, version: str) -> list[str] | None:
    """The files of a rebuilt folder with other bytes than released; ``None`` where another toolchain promises none."""
    if releases.release(version)["toolchain"] != {"pyarrow": pyarrow.__version__}:
        return None
    released = releases.folder(version)
    return sorted(file.name for file in released.iterdir() if file.read_bytes() != (folder / file.name).read_bytes())


def summary(plan: Plan) -> str:
    """What changed, in a few lines for the author."""
    counts = Counter((change.table or "interface", change.kind) for change in plan.found) if plan.against else Counter()
    lines = [f"  {table}: {number:,} × {kind}" for (table, kind), number in sorted(counts.items())]
    if plan.against:
        head = f"changed since {plan.against}: {plan.demanded.name}, so the next version is {plan.version}"
    else:
        head = f"nothing has been released yet: the first version is {plan.version}"
    rows = sum(table.num_rows for table in plan.tables.values())
    return "\n".join([head, *lines, f"  {rows:,} rows in {len(plan.tables)} tables"])
