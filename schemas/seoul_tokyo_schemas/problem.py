"""The one shape of everything that can be wrong: a ``Problem``.

Readers, models and rules report the same frozen record, so that a run ends with one sorted list whatever
stage found what. ``file`` and ``line`` are empty where the tables did not come from records.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Literal

Severity = Literal["error", "warning"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, where it stands and how to mend it.

    ``rule`` is the id of the law that is broken; ``table``, ``record_id`` and ``field`` name the wrong row (a
    composite key is joined by ``/``) and its column; ``message`` says what is wrong, ``hint`` what stands
    there and what would mend it.
    """

    rule: str
    severity: Severity
    table: str
    record_id: str
    field: str
    message: str
    hint: str = ""
    file: str = ""
    line: int = 0

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.file else f"{self.table} {self.record_id}".strip()
        head = _visible(f"{place}: {self.severity}: {self.rule}: {self.message}")
        below = _visible(" · ".join(part for part in (self.field, self.hint) if part))
        return f"{head}\n  {below}" if below else head

    def as_dict(self) -> dict[str, str | int]:
        """The problem as plain values, for JSON."""
        return asdict(self)


def _visible(text: str) -> str:
    """Invisible characters as escapes: a problem must not hide, or break, the line on which it is told."""
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)


def in_order(problems: list[Problem]) -> list[Problem]:
    """Sort by file and line, then by table, record and rule; identical problems are reported once."""
    return sorted(set(problems), key=lambda p: (p.file, p.line, p.table, p.record_id, p.field, p.rule, p.message))
