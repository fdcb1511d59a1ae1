"""A scanner for TOML that knows where things stand.

``tomllib`` has no positions, stops at its first error, and can be made to hang or crash by deep brackets and
long dotted keys. The scanner bounds depth and key length before parsing, and finds lines afterwards, only
for files in which a problem needs one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DEEPEST, LONGEST_KEY = 16, 8

Path = tuple[str | int, ...]
"""The way to a value: ``("event", 2, "source", 0, "says", "date")``."""

_TOKEN = re.compile(
    r"""
    (?P<space>[ \t\r]+)
  | (?P<line>\n)
  | (?P<comment>\#[^\n]*)
  | (?P<string>\"\"\"(?:[^\\]|\\.)*?\"{3,5}|'''.*?'{3,5}|"(?:[^"\\\n]|\\.)*"|'[^'\n]*')
  | (?P<open>[\[{])
  | (?P<close>[\]}])
  | (?P<mark>[=,.])
  | (?P<bare>[^\s\#"'\[\]{}=,.]+)
  | (?P<other>.)
    """,
    re.VERBOSE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token, and the line on which it begins."""

    kind: str
    text: str
    line: int


@dataclass(slots=True)
class Positions:
    """Where the keys, elements and comments of one file stand."""

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
    depth = parts = 0
    for token in _tokens(text):
        if token.kind == "open":
            depth += 1
            if depth > DEEPEST:
                return token.line, f"brackets are nested more than {DEEPEST} deep"
        elif token.kind == "close":
            depth -= 1
        if token.text == ".":
            parts += 1
            if parts >= LONGEST_KEY:
                return token.line, f"a dotted key has more than {LONGEST_KEY} parts"
        elif token.kind not in ("space", "bare", "string"):
            parts = 0
    return None


def positions(text: str) -> Positions:
    """Where everything stands in a file that parses. What does not parse is skipped, never raised."""
    return _Walk(text).walk()


def _tokens(text: str) -> Iterator[Token]:
    line = 1
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or "other"
        yield Token(kind, match[0], line)
        line += match[0].count("\n")


class _Walk:
    """One pass over the tokens of a file, by TOML's own grammar."""

    def __init__(self, text: str) -> None:
        self.found = Positions()
        self.tokens = [token for token in _tokens(text) if token.kind != "space"]
        self.at = 0
        self.arrays: dict[Path, int] = {}

    def walk(self) -> Positions:
        table: Path = ()
        while (token := self.peek()) is not None:
            if token.kind in ("line", "comment"):
                self.skip_blank()
            elif token.text == "[":
                table = self.header(table)
            else:
                self.pair(table)
                self.to_line_end()
        return self.found

    def peek(self) -> Token | None:
        return self.tokens[self.at] if self.at < len(self.tokens) else None

    def skip_blank(self) -> None:
        while (token := self.peek()) is not None and token.kind in ("line", "comment"):
            if token.kind == "comment":
                self.found.comments.append(token.line)
            self.at += 1

    def to_line_end(self) -> None:
        while (token := self.peek()) is not None and token.kind not in ("line", "comment"):
            self.at += 1

    def header(self, table: Path) -> Path:
        line = self.tokens[self.at].line
        self.at += 1
        is_array = (token := self.peek()) is not None and token.text == "["
        self.at += is_array
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
        while (token := self.peek()) is not None:
            if token.kind in ("bare", "string"):
                parts.append(token.text if token.kind == "bare" else token.text[1:-1])
            elif token.text != ".":
                break
            self.at += 1
        return parts

    def pair(self, table: Path) -> None:
        line = self.tokens[self.at].line
        parts = self.key()
        token = self.peek()
        if token is None or token.text != "=" or not parts:
            self.at += 1
            return
        self.at += 1
        path = (*table, *parts)
        self.found.lines[path] = line
        self.value(path)

    def value(self, path: Path) -> None:
        token = self.peek()
        if token is not None and token.text == "[":
            self.elements(path, is_array=True)
        elif token is not None and token.text == "{":
            self.elements(path, is_array=False)
        else:
            while (token := self.peek()) is not None and (
                token.kind in ("bare", "string", "other") or token.text == "."
            ):
                self.at += 1

    def elements(self, path: Path, *, is_array: bool) -> None:
        self.at += 1
        number = 0
        while (token := self.peek()) is not None and token.kind != "close":
            before = self.at
            if token.kind in ("line", "comment"):
                self.skip_blank()
            elif token.text == ",":
                self.at += 1
            elif is_array:
                self.found.lines[(*path, number)] = token.line
                self.value((*path, number))
                number += 1
            else:
                self.pair(path)
            self.at += self.at == before
        self.at += 1
