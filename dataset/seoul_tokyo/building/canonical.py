"""The canonical form of records, which ``seoul-tokyo fmt`` writes and the build checks.

Blocks keep the order in which their author wrote them; keys follow the models; short rows stand one inline
table a line. A file with comments is refused, because nothing may be lost: ``note`` takes their place.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from seoul_tokyo.building import toml_scanner
from seoul_tokyo.building.forms import Form, forms
from seoul_tokyo.building.read import parse_toml
from seoul_tokyo_schemas import seals
from seoul_tokyo_schemas.problem import Problem


def canonical(file: Path) -> str | Problem:
    """The canonical text of one TOML file, or the one problem that prevents it."""
    parsed = parse_toml(file)
    return parsed if isinstance(parsed, Problem) else _written(file, *parsed)


def sealed(file: Path) -> str | Problem:
    """The canonical text of one TOML file with every quote sealed, or the one problem that prevents it."""
    parsed = parse_toml(file)
    if isinstance(parsed, Problem):
        return parsed
    content, text = parsed
    for path, source in _sources(content, ()):
        if "quote" in source:
            try:
                source["sealed"] = seals.seal(str(source.pop("quote")))
            except seals.NotSealable as error:
                line = toml_scanner.positions(text).line_of((*path, "quote"))
                hint = "choose a passage of 5 to 60 words"
                return Problem("quote-is-sealable", "error", "", "", "quote", str(error), hint, str(file), line)
    return _written(file, content, text)


def rewrite(files: list[Path], form: Callable[[Path], str | Problem]) -> list[Problem]:
    """Write every file anew in a form, each whole or not at all; a file that cannot be written so is a problem."""
    problems = []
    for file in files:
        text = form(file)
        if isinstance(text, Problem):
            problems.append(text)
        elif text.encode() != file.read_bytes():
            fresh = file.with_name(f".{file.name}.partial")
            fresh.write_text(text, encoding="utf-8", newline="\n")
            fresh.replace(file)
    return problems


def _sources(value: Any, path: toml_scanner.Path) -> Iterator[tuple[toml_scanner.Path, dict[str, Any]]]:
    if isinstance(value, list):
        for number, item in enumerate(value):
            yield from _sources(item, (*path, number))
    elif isinstance(value, dict):
        if path[-2:-1] == ("source",):
            yield path, value
        for key, item in value.items():
            yield from _sources(item, (*path, key))


def _written(file: Path, content: Mapping[str, Any], text: str) -> str | Problem:
    found = toml_scanner.positions(text)
    if found.comments:
        message = "a comment would be lost; records are written without comments"
        return Problem(
            "comment-would-be-lost", "error", "", "", "", message, 'write note = "…"', str(file), found.comments[0]
        )
    blocks: list[str] = []
    for path in found.blocks:
        if len(path) == 2 and path[0] in forms() and isinstance(path[1], int):
            kind, number = str(path[0]), path[1]
            blocks += _block(kind, content[kind][number], forms()[kind])
    return "\n\n".join(blocks) + "\n" if blocks else ""


def check_form(files: list[Path]) -> list[Problem]:
    """The files that are not in canonical form, each with the first line that differs."""
    problems = []
    for file in files:
        if file.suffix != ".toml":
            continue
        wanted = canonical(file)
        if isinstance(wanted, Problem):
            if wanted.rule == "comment-would-be-lost":
                problems.append(wanted)
            continue  # what does not parse is reported by the reader
        stands = file.read_bytes().decode()
        if stands != wanted:
            line = _first_difference(stands, wanted)
            message = f"the file is not in canonical form from line {line} on"
            problems.append(
                Problem("form-is-canonical", "error", "", "", "", message, "run seoul-tokyo fmt on it", str(file), line)
            )
    return problems


def _first_difference(left: str, right: str) -> int:
    pairs = zip(left.splitlines(), right.splitlines(), strict=False)
    same = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), None)
    return same or min(left.count("\n"), right.count("\n")) + 1


def _block(name: str, body: Mapping[str, Any], form: Form) -> Iterator[str]:
    """One block and its sub-blocks; a key that the form does not know stays where its author can see it, last."""
    ordered = [key for key in form.keys if key in body and key not in form.blocks]
    unknown = [key for key in body if key not in form.keys]
    lines = [f"[[{name}]]"]
    for key in (*ordered, *unknown):
        value = body[key]
        if key in form.rows and isinstance(value, list) and all(isinstance(item, dict) for item in value):
            inner = form.rows[key].keys
            lines += (
                [f"{key} = [", *(f"  {_inline(item, inner)}," for item in value), "]"] if value else [f"{key} = []"]
            )
        else:
            lines.append(f"{_key(key)} = {_value(value)}")
    yield "\n".join(lines)
    for key, inner_form in form.blocks.items():
        items = body.get(key, ())
        if isinstance(items, list) and all(isinstance(item, dict) for item in items):
            for item in items:
                yield from _block(f"{name}.{key}", item, inner_form)


def _inline(table: Mapping[str, Any], order: tuple[str, ...] = ()) -> str:
    keys = [key for key in order if key in table] + [key for key in table if key not in order]
    return "{ " + ", ".join(f"{_key(key)} = {_value(table[key])}" for key in keys) + " }" if keys else "{}"


def _value(value: Any) -> str:
    if isinstance(value, dict):
        return _inline(value)
    if isinstance(value, list):
        return "[" + ", ".join(_value(item) for item in value) + "]"
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _key(key: str) -> str:
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else _quoted(key)


def _quoted(text: str) -> str:
    # JSON escapes a subset of what TOML does, but leaves DEL, which TOML forbids, as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
