"""Stage 1: records from TOML and JSON Lines files, and everything that is wrong with their form.

Files and folders carry no meaning. Nothing raises on bad input: what cannot be read is a problem with file and
line, and the other files are read all the same.
"""

from __future__ import annotations

import json
import os
import re
import reprlib
import stat
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import pyarrow

from seoul_tokyo.building import toml_scanner
from seoul_tokyo.building.forms import TABLE_OF, Form, forms, is_day, python_type
from seoul_tokyo_schemas.columns import COUNT
from seoul_tokyo_schemas.problem import Problem

LARGEST_FILE = 8_000_000
LARGEST_LINE = 1_000_000
LONGEST_TEXT = 10_000
"""Characters of one text: Unicode takes quadratic time to normalise long runs of combining marks."""
MOST_ROWS = 32_767
"""Rows below one record: their numbers are Int16."""


@dataclass(frozen=True, slots=True)
class Record:
    """One block as its author wrote it, and where it stands: the how-manieth of its kind, or the line."""

    kind: str
    body: Mapping[str, Any]
    file: str
    number: int

    @property
    def id(self) -> str:
        """The id, or an empty text where it is missing or is none."""
        value = self.body.get("id") or self.body.get("record_id")
        return value if isinstance(value, str) else ""


@dataclass(slots=True)
class Reading:
    """What was read: the records, what is wrong with their form, and the way back to their lines."""

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    parsed: dict[str, Parsed] = field(default_factory=dict)
    """The TOML files by name, for whoever looks at their form next."""
    _positions: dict[str, toml_scanner.Positions] = field(default_factory=dict)

    def line_of(self, record: Record, path: toml_scanner.Path = ()) -> int:
        """The line of a part of a record."""
        if record.file.endswith(".jsonl"):
            return record.number
        if record.file not in self._positions:
            try:
                text = Path(record.file).read_bytes().decode()
            except (OSError, UnicodeDecodeError):  # the file changed under us: line 1 is the honest answer
                text = ""
            self._positions[record.file] = toml_scanner.positions(text)
        return self._positions[record.file].line_of((record.kind, record.number, *path))


def read(folders: Sequence[Path]) -> Reading:
    """Read every ``*.toml`` and ``*.jsonl`` below the folders, in the order of their paths."""
    reading = Reading()
    for folder in folders:
        if not folder.exists():
            reading.problems.append(_problem("folder-is-missing", str(folder), 1, "there is no such file or folder"))
    files, closed = _walk(folders)
    for error in closed:
        message = error.strerror or str(error)
        reading.problems.append(_problem("folder-is-unreadable", str(error.filename), 1, message))
    for file in files:
        _read_file(file, reading)
    _find_duplicates(reading)
    return reading


def record_files(paths: Sequence[Path]) -> list[Path]:
    """The record files among and below the paths, sorted and shown relative to the working folder."""
    return _walk(paths)[0]


def _walk(paths: Sequence[Path]) -> tuple[list[Path], list[OSError]]:
    """The record files among and below the paths, and an error for each folder that cannot be listed."""
    found: set[Path] = set()
    closed: list[OSError] = []
    for path in paths:
        if path.is_file():
            found.add(path)
        elif path.exists():
            for folder, _, names in os.walk(path, onerror=closed.append):
                found |= {Path(folder, name) for name in names if name.endswith((".toml", ".jsonl"))}
    return sorted(map(shown, found)), closed


def shown(path: Path) -> Path:
    """A path as problems show it: relative to the working folder where it lies below that."""
    return Path(os.path.relpath(path)) if path.resolve().is_relative_to(Path.cwd()) else path


Parsed = tuple[dict[str, Any], str]
"""The content of a TOML file, and its text."""


def parse_toml(file: Path) -> Parsed | Problem:
    """The content of one TOML file and its text, or the one problem that stops it."""
    try:
        if (size := _size(file)) > LARGEST_FILE:
            return _problem("file-is-too-large", str(file), 1, f"{size:,} bytes; a file has at most {LARGEST_FILE:,}")
        raw = file.read_bytes()
    except OSError as error:
        return _problem("file-is-unreadable", str(file), 1, error.strerror or str(error))
    try:
        text = raw.decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return _problem("file-is-not-utf8", str(file), line, f"byte 0x{raw[error.start]:02x} is not UTF-8")
    if text.startswith("\ufeff"):
        return _problem("file-is-not-utf8", str(file), 1, "a byte order mark stands first; save it without")
    if (beyond := toml_scanner.excess(text)) is not None:
        return _problem("file-is-too-deep", str(file), *beyond)
    try:
        return tomllib.loads(text), text
    except (ValueError, RecursionError) as error:
        return _problem("file-is-not-toml", str(file), *_where(str(error), text))


def _size(file: Path) -> int:
    """The bytes of a regular file; raises ``OSError`` for a pipe or device, which could be read without end."""
    found = file.stat()
    if not stat.S_ISREG(found.st_mode):
        raise OSError("it is no regular file")
    return found.st_size


def misplaced(file: Path, content: Mapping[str, Any], text: str) -> list[Problem]:
    """What stands at the top of a file and is no block of a known kind."""
    wrong = [kind for kind, blocks in content.items() if kind not in forms() or not _are_tables(blocks)]
    if not wrong:
        return []
    found = toml_scanner.positions(text)
    problems = []
    for kind in wrong:
        rule, message, hint = "value-has-wrong-type", f"write [[{kind}]], a block a record", ""
        if kind not in forms():
            rule, message, hint = "key-is-unknown", f"a record is not of kind {_shown(kind)}", _near(kind, forms())
        problems.append(_problem(rule, str(file), found.line_of((kind,)), message, hint))
    return problems


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, dict) for item in value)


_TOO_MANY_DIGITS = re.compile(r"[0-9][0-9_]{4300,}+")


def _where(message: str, text: str) -> tuple[int, str]:
    if message.startswith("Exceeds the limit") and (long := _TOO_MANY_DIGITS.search(text)):
        return text.count("\n", 0, long.start()) + 1, "a number has more than 4,300 digits"
    match = re.search(r" \(at (?:line (\d+), column \d+|end of document)\)$", message)
    if match is None:
        return 1, message
    return int(match[1] or text.count("\n") + 1), message[: match.start()]


def _read_file(file: Path, reading: Reading) -> None:
    if file.suffix == ".jsonl":
        _read_lines(file, reading)
        return
    parsed = parse_toml(file)
    if isinstance(parsed, Problem):
        reading.problems.append(parsed)
        return
    content, text = reading.parsed[str(file)] = parsed
    reading.problems += misplaced(file, content, text)
    for kind, blocks in content.items():
        if kind in forms() and _are_tables(blocks):
            for number, block in enumerate(blocks):
                _take(Record(kind, block, str(file), number), reading)


def _read_lines(file: Path, reading: Reading) -> None:
    kinds = {**{kind: kind for kind in forms()}, **{TABLE_OF[kind]: kind for kind in forms() if kind != "matter"}}
    try:
        _size(file)
        with file.open("rb") as lines:
            for number, raw in enumerate(_bounded(lines), 1):
                if not raw.strip():
                    continue
                try:
                    content = _from_json(raw) if len(raw) <= LARGEST_LINE else None
                except (ValueError, RecursionError) as error:
                    message = _where(str(error), raw.decode(errors="replace"))[1]
                    reading.problems.append(_problem("line-is-not-json", str(file), number, message))
                    continue
                table = content.get("table") if isinstance(content, dict) else None
                kind = kinds.get(table) if isinstance(table, str) else None
                if not isinstance(content, dict) or kind is None:
                    message = f"a line is an object of at most {LARGEST_LINE:,} bytes whose key table names its table"
                    reading.problems.append(_problem("line-is-no-record", str(file), number, message))
                    continue
                body = {key: value for key, value in content.items() if key != "table"}
                _take(Record(kind, body, str(file), number), reading)
    except OSError as error:
        reading.problems.append(_problem("file-is-unreadable", str(file), 1, error.strerror or str(error)))


_HALF_PAIR = re.compile(r"\\u[dD][89a-fA-F]")


def _from_json(raw: bytes) -> Any:
    """One line of strict JSON: keys stand once, numbers are finite, and every text is characters."""
    text = raw.decode()
    content = _JSON.decode(text)
    if _HALF_PAIR.search(text):
        try:
            json.dumps(content, ensure_ascii=False).encode()
        except UnicodeEncodeError:
            raise ValueError("half a surrogate pair is no character") from None
    return content


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for number, key in enumerate(keys) if key in keys[:number])
        raise ValueError(f"the key {_shown(twice)} stands twice")
    return found


def _not_finite(word: str) -> Any:
    raise ValueError(f"{word} is no number of JSON")


_JSON = json.JSONDecoder(object_pairs_hook=_once, parse_constant=_not_finite)


def _bounded(lines: Any) -> Iterator[bytes]:
    while raw := lines.readline(LARGEST_LINE + 1):
        yield raw
        while len(raw) > LARGEST_LINE and not raw.endswith(b"\n"):
            raw = lines.readline(LARGEST_LINE)


def _take(record: Record, reading: Reading) -> None:
    body = _checked(record, record.body, forms()[record.kind], (), reading)
    reading.records.append(Record(record.kind, body, record.file, record.number))


def _checked(
    record: Record, body: Mapping[str, Any], form: Form, path: toml_scanner.Path, reading: Reading
) -> dict[str, Any]:
    """The part of a block that has the right form; the rest becomes problems."""
    good: dict[str, Any] = {}

    def refuse(rule: str, key: str | int, message: str, hint: str = "", *below: str | int) -> None:
        place = (*path, key, *below)
        reading.problems.append(_of_record(record, rule, str(key), message, hint, reading.line_of(record, place)))

    for key, value in body.items():
        if key in form.values:
            complaint = _wrong_value(value, form.values[key])
            if complaint:
                refuse("value-has-wrong-type", key, f"{key} {complaint}", f"it is {_shown(value)}")
            elif key == "quote":
                refuse("quote-is-unsealed", key, "a quote is not sealed", "run seoul-tokyo seal on the file")
            else:
                good[key] = value
        elif key in form.maps:
            if isinstance(value, dict):
                good[key] = {name: str(item) for name, item in value.items() if _is_said(name, item)}
                for name in value.keys() - good[key].keys():
                    named = f"{key}.{_shown(name)[1:-1]}"
                    refuse("value-has-wrong-type", key, f"{named} takes text or a number", "", name)
            else:
                refuse(
                    "value-has-wrong-type", key, f"{key} takes an inline table {{ date = … }}", f"it is {_shown(value)}"
                )
        elif key in form.lists:
            if isinstance(value, list) and all(isinstance(item, str) and _is_short(item) for item in value):
                good[key] = value
            else:
                refuse("value-has-wrong-type", key, f"{key} takes a list of texts", f"it is {_shown(value)}")
        elif key in form.rows or key in form.blocks:
            inner = form.rows.get(key) or form.blocks[key]
            if not _are_tables(value):
                refuse("value-has-wrong-type", key, f"{key} takes a list of tables", f"it is {_shown(value)}")
                continue
            if len(value) > MOST_ROWS:
                refuse("value-has-wrong-type", key, f"{key} takes at most {MOST_ROWS:,} rows", f"it has {len(value):,}")
                continue
            good[key] = [
                _checked(record, item, inner, (*path, key, number), reading) for number, item in enumerate(value)
            ]
        else:
            refuse("key-is-unknown", key, f"there is no key {_shown(key)} here", _near(key, form.keys))
    return good


def _wrong_value(value: Any, arrow: pyarrow.DataType) -> str:
    wanted: Any = python_type(arrow)
    if type(value) is not wanted:
        return {str: "takes text in quotes", int: "takes a whole number", bool: "takes true or false"}[wanted]
    if arrow == COUNT and not -32768 <= value <= 32767:
        return "takes a whole number below 32768"
    if wanted is str and not _is_short(value):
        return f"takes text of at most {LONGEST_TEXT:,} characters"
    if is_day(arrow) and not _is_whole_day(value):
        return "takes a day such as 2026-11-21"
    return ""


def _is_short(text: str) -> bool:
    return len(text) <= LONGEST_TEXT


def _is_said(name: str, value: Any) -> bool:
    """Whether a source can say this: text, or a number of 64 bits, the largest that TOML promises to keep."""
    return _is_short(name) and (_is_short(value) if isinstance(value, str) else _is_whole(value))


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and -(2**63) <= value < 2**63


def _is_whole_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _find_duplicates(reading: Reading) -> None:
    first: dict[tuple[str, str], Record] = {}
    for record in reading.records:
        if not record.id:
            continue
        table = f"codes/{record.kind}" if TABLE_OF[record.kind] == "codes" else TABLE_OF[record.kind]
        name = f"{record.body.get('record_table')}/{record.id}" if record.kind == "retired" else record.id
        other = first.setdefault((table, name), record)
        if other is not record:
            place = f"{other.file}:{reading.line_of(other, ('id',))}"
            message = f"the id {record.id} stands twice"
            line = reading.line_of(record, ("id",))
            reading.problems.append(_of_record(record, "id-is-duplicate", "id", message, f"first at {place}", line))


def _of_record(record: Record, rule: str, field: str, message: str, hint: str, line: int) -> Problem:
    return Problem(rule, "error", TABLE_OF[record.kind], record.id, field, message, hint, record.file, line)


def _problem(rule: str, file: str, line: int, message: str, hint: str = "") -> Problem:
    return Problem(rule, "error", "", "", "", message, hint, file, line)


def _near(word: str, known: Any) -> str:
    close = get_close_matches(word[:100], list(known), n=1, cutoff=0.6)
    return f"did you mean {close[0]}?" if close else "known: " + ", ".join(known)


class _Short(reprlib.Repr):
    """Values as Python writes them, but never long, deep or beyond what can be written."""

    def repr_int(self, x: int, level: int) -> str:
        return super().repr_int(x, level) if _is_whole(x) else f"a number of {x.bit_length():,} bits"


_SHORT = _Short()
_SHORT.maxstring = _SHORT.maxother = 80


def _shown(value: Any) -> str:
    text = _SHORT.repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
