"""The canonical form of records, which ``seoul-tokyo fmt`` writes and the build checks.

Blocks keep the order in which their author wrote them; keys follow the models; short rows stand one inline
table a line. A file with comments is refused, because nothing may be lost: ``note`` takes their place.
"""

from __future__ import annotations

import json
import re
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from seoul_tokyo.building import toml_scanner
from seoul_tokyo.building.forms import Form, forms
from seoul_tokyo.building.read import LONGEST_TEXT, Parsed, misplaced, parse_toml
from seoul_tokyo_schemas import seals
from seoul_tokyo_schemas.problem import Problem


def canonical(file: Path) -> str | Problem:
    """The canonical text of one TOML file, or the one problem that prevents it."""
    parsed = parse_toml(file)
    if isinstance(parsed, Problem):
        return parsed
    return _kept(file, _written(file, *parsed), parsed[0])


def sealed(file: Path) -> str | Problem:
    """The canonical text of one TOML file with every quote sealed, or the one problem that prevents it."""
    parsed = parse_toml(file)
    if isinstance(parsed, Problem):
        return parsed
    content, text = parsed
    for path, source in _sources(content, ()):
        if "quote" in source:
            try:
                source["sealed"] = seals.seal(_passage(source.pop("quote")))
            except seals.NotSealable as error:
                line = toml_scanner.positions(text).line_of((*path, "quote"))
                hint = "choose a passage of 5 to 60 words"
                return Problem("quote-is-sealable", "error", "", "", "quote", str(error), hint, str(file), line)
    return _kept(file, _written(file, content, text), content)


def rewrite(files: list[Path], form: Callable[[Path], str | Problem]) -> list[Problem]:
    """Write every file anew in a form, each whole or not at all; a file that cannot be written so is a problem."""
    problems = []
    for file in files:
        text = form(file)
        if isinstance(text, Problem):
            problems.append(text)
            continue
        fresh = file.with_name(".seoul-tokyo.partial")
        try:
            if text.encode() != file.read_bytes():
                fresh.write_text(text, encoding="utf-8", newline="\n")
                fresh.replace(file)
        except OSError as error:
            fresh.unlink(missing_ok=True)
            message = error.strerror or str(error)
            problems.append(Problem("file-is-unwritable", "error", "", "", "", message, "", str(file), 1))
    return problems


def _passage(quote: Any) -> str:
    if not isinstance(quote, str):
        raise seals.NotSealable("a quote takes text in quotes")
    if len(quote) > LONGEST_TEXT:
        raise seals.NotSealable(f"a quote takes text of at most {LONGEST_TEXT:,} characters")
    return quote


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
    if wrong := misplaced(file, content, text):
        return wrong[0]
    found = toml_scanner.positions(text)
    if found.comments:
        message = "a comment would be lost; records are written without comments"
        return Problem(
            "comment-would-be-lost", "error", "", "", "", message, 'write note = "…"', str(file), found.comments[0]
        )
    # The scanner gives the author's order; records that it did not see as blocks (`place = [{ … }]`) come last.
    standing = {(kind, number): None for kind, items in content.items() for number in range(len(items))}
    seen = [(str(path[0]), int(path[1])) for path in found.blocks if len(path) == 2 and path in standing]
    return _blocks(content, dict.fromkeys((*seen, *standing)))


def _blocks(content: Mapping[str, Any], order: Iterable[tuple[str, int]]) -> str:
    blocks = [line for kind, number in order for line in _block(kind, content[kind][number], forms()[kind])]
    return "\n\n".join(blocks) + "\n" if blocks else ""


_HEAD = re.compile(r"^\[\[([a-z]+)\]\]$", re.MULTILINE)


def _is_canonical(content: Mapping[str, Any], text: str) -> bool:
    """Whether a text is surely in canonical form: written anew in the order of its heads, it is the same."""
    counts: Counter[str] = Counter()
    order = []
    for kind in _HEAD.findall(text):
        order.append((kind, counts[kind]))
        counts[kind] += 1
    known = all(kind in forms() and isinstance(items, list) for kind, items in content.items())
    if not known or counts != {kind: len(items) for kind, items in content.items() if items}:
        return False
    return (
        all(isinstance(item, dict) for items in content.values() for item in items) and _blocks(content, order) == text
    )


def _kept(file: Path, written: str | Problem, content: Mapping[str, Any]) -> str | Problem:
    """The text that is to stand in the file, if it reads back as the same records; an empty array holds none."""
    if isinstance(written, Problem) or tomllib.loads(written) == {
        kind: found for kind, found in content.items() if found
    }:
        return written
    message = "the canonical form would not read back as the same records"
    return Problem("form-keeps-everything", "error", "", "", "", message, "", str(file), 1)


def check_form(files: list[Path], known: Mapping[str, Parsed] | None = None) -> list[Problem]:
    """The files that are not in canonical form, each with the first line that differs.

    ``known`` holds what was parsed already, by file.
    """
    problems = []
    for file in files:
        if file.suffix != ".toml":
            continue
        parsed = (known or {}).get(str(file)) or parse_toml(file)
        if not isinstance(parsed, Problem) and _is_canonical(*parsed):
            continue
        wanted = parsed if isinstance(parsed, Problem) else _written(file, *parsed)
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
    pairs = zip(left.split("\n"), right.split("\n"), strict=False)
    same = next((number for number, (a, b) in enumerate(pairs, 1) if a != b), None)
    return same or min(left.count("\n"), right.count("\n")) + 1


def _block(name: str, body: Mapping[str, Any], form: Form) -> Iterator[str]:
    """One block and its sub-blocks; a key that the form does not know stays where its author can see it, last."""
    sub_blocks = [key for key in form.blocks if _are_blocks(body.get(key))]
    ordered = [key for key in form.keys if key in body and key not in sub_blocks]
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
    for key in sub_blocks:
        for item in body[key]:
            yield from _block(f"{name}.{key}", item, form.blocks[key])


def _are_blocks(value: Any) -> bool:
    """Whether a value can be written as sub-blocks; an empty list and anything else stay as they are."""
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


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
    if isinstance(value, int) and value >= 2**63:
        return hex(value)  # TOML gives no such number but in hexadecimal, and Python writes no longer one in decimal
    return str(value)


def _key(key: str) -> str:
    bare = key.replace("-", "").replace("_", "")
    return key if bare.isascii() and bare.isalnum() else _quoted(key)


def _quoted(text: str) -> str:
    # JSON escapes a subset of what TOML does, but leaves DEL, which TOML forbids, as it is.
    return json.dumps(text, ensure_ascii=False).replace("\x7f", "\\u007f")
