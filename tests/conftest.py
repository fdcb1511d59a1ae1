"""What the tests share: records from text, tables from records, problems from both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from seoul_tokyo import releases
from seoul_tokyo.building import changelog, compare, examples, release
from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.check import check
from seoul_tokyo.building.read import Reading, read
from seoul_tokyo_schemas.problem import Problem

ROOT = Path(__file__).resolve().parent.parent
RECORDS = ROOT / "dataset" / "records"

Reader = Callable[[str], Reading]


@pytest.fixture
def reading(tmp_path: Path) -> Reader:
    """Read a TOML text as one file of records."""

    def from_text(text: str) -> Reading:
        file = tmp_path / "records.toml"
        file.write_text(text, encoding="utf-8", newline="")
        return read([file])

    return from_text


@pytest.fixture
def tables(reading: Reader) -> Callable[[str], Tables]:
    """Assemble the tables of a TOML text."""
    return lambda text: assemble(reading(text).records, "0.1.0")


@pytest.fixture
def problems(reading: Reader) -> Callable[[str], list[Problem]]:
    """Everything that is wrong with a TOML text: its form, its values and the rules."""

    def found(text: str) -> list[Problem]:
        of_text = reading(text)
        return check(assemble(of_text.records, "0.1.0"), of_text)

    return found


class Shelf:
    """Releases of a small dataset in a folder of their own, made as ``build.py --release`` makes them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder.parent
        (self.root / "tests").mkdir()
        for name in ("pyproject.toml", "CITATION.cff"):
            (self.root / name).write_text((ROOT / name).read_text())
        self.records = {(record.kind, record.id): record for record in examples.base()}

    def change(self, kind: str, record_id: str, **values: object) -> None:
        """Put other values into a record."""
        record = self.records[kind, record_id]
        self.records[kind, record_id] = replace(record, body={**record.body, **values})

    def plan(self, wish: str | None = None) -> compare.Plan:
        """What the records amount to."""
        releases.forget()
        return compare.plan(assemble(self.records.values(), "0.1.0"), wish)

    def release(
        self, wish: str | None = None, day: str = "2026-11-21", reason: str = "a page gives it so"
    ) -> compare.Plan:
        """Release the records as they stand, with one reason for all corrections."""
        plan = self.plan(wish)
        text = changelog.draft(plan.version, day, plan.found if plan.against else (), release.retired(plan))
        changelog.put_first(self.root / "CHANGELOG.md", text.replace("WHY [ARTICLES]", reason))
        section = changelog.section(self.root / "CHANGELOG.md", plan.version)
        assert section is not None
        release.publish(plan, self.root, section)
        releases.forget()
        return plan


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    """An empty shelf that takes the place of the package's releases."""
    folder = tmp_path / "releases"
    folder.mkdir()
    monkeypatch.setattr(releases, "FOLDER", folder)
    monkeypatch.setattr(releases, "INTERFACE", tmp_path / "interface.json")
    releases.forget()
    yield Shelf(folder)
    monkeypatch.undo()
    releases.forget()
