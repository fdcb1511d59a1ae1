"""What is generated from the models and rules for readers and editors: codebook, catalogue of rules, type stubs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from seoul_tokyo.building import changelog
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.explaining import catalogue
from seoul_tokyo.building.metadata import about, codebook
from seoul_tokyo.building.picture import EVENT, picture
from seoul_tokyo_schemas.layout import columns
from seoul_tokyo_schemas.layout import tables as models


def documents(tables: Tables) -> Mapping[str, str]:
    """The generated files by their path in the project; the picture, where the event that it shows stands."""
    drawn = {"docs/event.svg": picture(tables)} if EVENT in tables["events"]["event_id"].to_pylist() else {}
    return drawn | {
        "docs/CODEBOOK.md": codebook(),
        "docs/RULES.md": catalogue(),
        "dataset/seoul_tokyo/frames.pyi": stubs(),
    }


def refresh(root: Path, tables: Tables) -> list[str]:
    """Write the generated files that are not current; return their paths."""
    stale = {path: text for path, text in documents(tables).items() if not _current(root / path, text)}
    for path, text in stale.items():
        changelog.replace_text(root / path, text)
    return list(stale)


def _current(path: Path, text: str) -> bool:
    return path.exists() and path.read_text(encoding="utf-8") == text


_MORE = "version: str | None = None, columns: Sequence[str] | None = None"


def stubs() -> str:
    """Types for editors: they complete the names of tables and columns, and cost nothing when the package runs."""
    frames = {name: "".join(part.title() for part in name.split("_")) + "Frame" for name in models()}
    lines = [
        '"""Types of the tables, for editors and type checkers. Generated from the models by build.py."""',
        "",
        "from collections.abc import Sequence",
        "from typing import Any, Literal, Protocol, overload",
        "",
        "import pandas as pd",
        "",
    ]
    for name, frame in frames.items():
        names = ", ".join(f'"{column}"' for column in columns(name))
        lines += [
            f"class {frame}(pd.DataFrame):",
            f'    """{about(name)}"""',
            "    @overload  # type: ignore[override]",
            f"    def __getitem__(self, key: Literal[{names}]) -> pd.Series[Any]: ...",
            "    @overload",
            "    def __getitem__(self, key: Any) -> Any: ...",
            "",
        ]
    lines += ["TableName = Literal[" + ", ".join(f'"{name}"' for name in models()) + "]", ""]
    lines += ["class Load(Protocol):"]
    for name, frame in frames.items():
        lines += [
            "    @overload",
            f'    def __call__(self, table: Literal["{name}"], {_MORE}) -> {frame}: ...',
        ]
    lines += [
        "    @overload",
        f"    def __call__(self, table: str, {_MORE}) -> pd.DataFrame: ...",
        "",
    ]
    lines += ["class TypedTables:"]
    for name, frame in frames.items():
        lines += ["    @property", f"    def {name}(self) -> {frame}: ..."]
    return "\n".join(lines) + "\n"
