"""A scanner for TOML that knows where things stand.

``tomllib`` has no positions, stops at its first error, and can be made to hang or crash by deep brackets and
long dotted keys. The scanner bounds depth and key length before parsing, and finds lines afterwards, only
for files in which a problem needs one. Both are linear in the size of the file, whatever stands in it: every
repetition is possessive, and a string that nobody closes is read once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

DEEPEST, LONGEST_KEY = 16, 8
_LONGEST_PATH = (DEEPEST + 1) * LONGEST_KEY
"""Beyond what a file within the bounds can nest; the walk goes no deeper into a text that is not within them."""

Path = tuple[str | int, ...]
"""The way to a value: ``("event", 2, "source", 0, "says", "date")``."""

# An unclosed string reaches as far as it could; the parser stops there, so what follows is never in question.
_STRING = (
    r'(?:"{3}(?:[^"\\]++|\\.?|"(?!""))*+(?:"{3,5})?+'
    r"|'{3}(?:[^']++|'(?!''))*+(?:'{3,5})?+"
    r'|"(?:[^"\\\n]++|\\[^\n])*+"?+'
    r"|'[^'\n]*+'?+)"
)
_BARE = r"""[^\s\#"'\[\]{}=,.]++"""
_PART = rf"(?:{_STRING}|{_BARE})"

_TOKEN = re.compile(
    rf"""
    [ \t\r]*+
    (?: (?P<line>\n(?:[ \t\r]*+\n)*+)
      | (?P<comment>\#[^\n]*+)
      | (?P<string>{_STRING})
      | (?P<open>[\[{{])
      | (?P<close>[\]}}])
      | (?P<mark>[=,.])
      | (?P<scalars>(?:{_BARE},[ \t]*+){{2,1000}}+)
      | (?P<bare>{_BARE})
      | (?P<other>.)
      | \Z
    )
    """,
    re.VERBOSE | re.DOTALL,
)

_BRACKET_OR_LONG_KEY = re.compile(
    rf"""
    (?: [\s=,]++ | \#[^\n]*+ | {_PART}(?![ \t]*+\.) ){{1,1000}}+
  | (?P<long>{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{LONGEST_KEY}}})
  | (?P<open>[\[{{])
  | (?P<close>[\]}}])
  | {_PART} | .
    """,
    re.VERBOSE | re.DOTALL,
)


class Token(NamedTuple):
    """One token, and the line on which it begins."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class Positions:
    """Where the keys, elements and comments of one file stand.

    What stands on the line of the thing around it has no line of its own.
    """

    lines: dict[Path, int] = field(default_factory=dict)
    blocks: list[Path] = field(default_factory=list)
    comments: list[int] = field(default_factory=list)

    def line_of(self, path: Path) -> int:
        """The line of a value, or of the nearest thing around it that has one."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def excess(text: str) -> tuple[int, str] | None:
    """The line at which nesting or a dotted key goes beyond its bound, and what is wrong there."""
    depth = 0
    for match in _BRACKET_OR_LONG_KEY.finditer(text):
        kind = match.lastgroup
        if kind == "open":
            depth += 1
            if depth > DEEPEST:
                return _line_at(text, match.start()), f"brackets are nested more than {DEEPEST} deep"
        elif kind == "close":
            depth -= 1
        elif kind == "long":
            return _line_at(text, match.start()), f"a dotted key has more than {LONGEST_KEY} parts"
    return None


def positions(text: str) -> Positions:
    """Where everything stands in a file that parses. What does not parse is skipped, never raised."""
    return _Walk(text).walk()


def _line_at(text: str, place: int) -> int:
    return text.count("\n", 0, place) + 1


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup
        if kind is None:
            return
        found = match[kind]
        yield Token(kind, found, line)
        if kind in ("line", "string"):
            line += found.count("\n")


class _Walk:
    """One pass over the tokens of a file, by TOML's own grammar."""

    def __init__(self, text: str) -> None:
        self.found = Positions()
        self.rest = _tokens(text)
        self.token = next(self.rest, None)
        self.arrays: dict[Path, int] = {}

    def advance(self) -> None:
        self.token = next(self.rest, None)

    def walk(self) -> Positions:
        table: Path = ()
        while (token := self.token) is not None:
            if token.kind in ("line", "comment"):
                self.skip_blank()
            elif token.text == "[":
                table = self.header(table, token.line)
            else:
                self.pair(table, 0)
                self.to_line_end()
        return self.found

    def skip_blank(self) -> None:
        while (token := self.token) is not None and token.kind in ("line", "comment"):
            if token.kind == "comment":
                self.found.comments.append(token.line)
            self.advance()

    def to_line_end(self) -> None:
        while (token := self.token) is not None and token.kind not in ("line", "comment"):
            self.advance()

    def header(self, table: Path, line: int) -> Path:
        self.advance()
        is_array = (token := self.token) is not None and token.text == "["
        if is_array:
            self.advance()
        parts = self.key()
        self.to_line_end()
        if not parts:
            return table
        path: Path = ()
        for part in parts[:-1]:
            path = self.last_of((*path, part))
        path = (*path, parts[-1])
        if is_array:
            number = self.arrays[path] = self.arrays.get(path, -1) + 1
            self.found.lines.setdefault(path, line)
            path = (*path, number)
        self.found.lines[path] = line
        self.found.blocks.append(path)
        return path

    def last_of(self, path: Path) -> Path:
        return (*path, self.arrays[path]) if path in self.arrays else path

    def key(self) -> list[str]:
        parts: list[str] = []
        while (token := self.token) is not None:
            if token.kind in ("bare", "string"):
                parts.append(token.text if token.kind == "bare" else token.text[1:-1])
            elif token.text != ".":
                break
            self.advance()
        return parts

    def pair(self, table: Path, around: int) -> None:
        """Walk over one key and its value; ``around`` is the line of the table, or 0 where it spans many."""
        line = self.token.line if self.token is not None else around
        parts = self.key()
        token = self.token
        if token is None or token.text != "=" or not parts:
            self.advance()
            return
        self.advance()
        path = (*table, *parts)
        if line != around:
            self.found.lines[path] = line
        self.value(path, line)

    def value(self, path: Path, line: int) -> None:
        token = self.token
        if token is not None and token.kind == "open" and len(path) <= _LONGEST_PATH:
            self.elements(path, line, is_array=token.text == "[")
            return
        while (token := self.token) is not None and (token.kind in ("bare", "string", "other") or token.text == "."):
            self.advance()

    def elements(self, path: Path, around: int, *, is_array: bool) -> None:
        self.advance()
        number = 0
        while (token := self.token) is not None and token.kind != "close":
            if token.kind in ("line", "comment"):
                self.skip_blank()
                continue
            if token.text == ",":
                self.advance()
                continue
            if token.kind == "scalars":
                count = token.text.count(",")
                if token.line != around:
                    self.found.lines |= {(*path, number + step): token.line for step in range(count)}
                number += count
                self.advance()
                continue
            if is_array:
                element = (*path, number)
                if token.line != around:
                    self.found.lines[element] = token.line
                self.value(element, token.line)
                number += 1
            else:
                self.pair(path, around)
            if self.token is token:  # nothing that belongs here: go on with the next
                self.advance()
        self.advance()
