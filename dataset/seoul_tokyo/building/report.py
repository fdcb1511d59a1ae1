"""How problems are shown: for people, as JSON, or as annotations on GitHub. The count comes last."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Literal

from seoul_tokyo_schemas.problem import Problem

Format = Literal["text", "json", "github"]


def has_errors(problems: Sequence[Problem]) -> bool:
    """Whether anything is an error rather than a warning."""
    return any(problem.severity == "error" for problem in problems)


def rendered(problems: Sequence[Problem], style: Format = "text") -> str:
    """All problems and their count in one text."""
    errors = sum(problem.severity == "error" for problem in problems)
    counts = {"errors": errors, "warnings": len(problems) - errors}
    if style == "json":
        content = {"problems": [problem.as_dict() for problem in problems]} | counts
        # A file name need not be UTF-8: the byte that is none becomes a JSON escape.
        return json.dumps(content, ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace").decode()
    lines = [str(problem) if style == "text" else _annotation(problem) for problem in problems]
    return "\n".join([*lines, f"{_counted(errors, 'error')}, {_counted(counts['warnings'], 'warning')}"])


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _annotation(problem: Problem) -> str:
    text = " · ".join(part for part in (problem.message, problem.hint) if part)
    place = f"file={_escaped(problem.file)},line={problem.line}," if problem.file else ""
    return f"::{problem.severity} {place}title={_escaped(problem.rule)}::{_escaped(text, ':,')}"


def _escaped(text: str, kept: str = "") -> str:
    for char, code in (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")):
        if char not in kept:
            text = text.replace(char, code)
    return "".join(char if char.isprintable() else char.encode("unicode_escape").decode() for char in text)
