"""What the tests share: records from text, tables from records, problems from both."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

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
