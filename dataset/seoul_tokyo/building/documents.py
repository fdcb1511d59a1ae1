"""What is generated from the models and rules for readers and editors: codebook, catalogue of rules, type stubs."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from seoul_tokyo.building import changelog
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.coverage import coverage, plot
from seoul_tokyo.building.explaining import catalogue
from seoul_tokyo.building.metadata import about, codebook
from seoul_tokyo.building.picture import EVENT, picture
from seoul_tokyo.kinds import kinds
from seoul_tokyo_schemas.layout import columns
from seoul_tokyo_schemas.layout import tables as models


def documents(tables: Tables) -> Mapping[str, str]:
    """The generated files by their path in the project; the picture, where the event that it shows stands."""
    drawn = {"docs/event.svg": picture(tables)} if EVENT in tables["events"]["event_id"].to_pylist() else {}
    return drawn | {
        "docs/CODEBOOK.md": codebook(),
        "docs/RULES.md": catalogue(),
        "docs/VERSIONS.md": versions(),
        "docs/COVERAGE.md": coverage(tables),
        "docs/coverage.svg": plot(tables),
        "dataset/seoul_tokyo/frames.pyi": stubs(),
    }


def versions() -> str:
    """What each kind of change demands of the version, here and by the policies of others, as Markdown."""
    ordered = sorted(kinds().values(), key=lambda kind: (-kind.bump, kind.name))
    rows = [
        f"| {kind.bump.name} | `{kind.name}` | {kind.law} | {kind.frictionless.name} | {kind.croissant.name} "
        f"| {kind.datasemver.name} |"
        for kind in ordered
    ]
    return "\n".join((_VERSIONS, *rows, ""))


_VERSIONS = """# What a version means

**PATCH: same answers. MINOR: same code, answers may move. MAJOR: code may break.** Before 1.0.0, MAJOR raises the minor
number and everything else the patch number. The build compares every release with the one before it, kind by kind, and
refuses a lower version than the largest demand; a difference that is of no kind below counts as MAJOR. The last three
columns say what others would have demanded: Frictionless' recipe *Data Package Version*, section *Version* of the
Croissant specification 1.0, and the default rules of datasemver (some go higher beyond a share of rows or empty
values). They speak of data, so a change of the interface is PATCH to them. Generated from the code.

| demands | kind | a change is of this kind when | Frictionless | Croissant | datasemver |
|---|---|---|---|---|---|"""


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
