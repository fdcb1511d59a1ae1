"""Hostile records: whatever a file holds, the build tells problems, stops with exit code 1, and loses nothing.

Every text goes the whole way: read, assemble, check, report; canonical form and its check; ``fmt`` and ``seal``.
"""

from __future__ import annotations

import errno
import json
import os
import subprocess
import sys
import time
import tomllib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from conftest import RECORDS, ROOT
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo.building import toml_scanner
from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.canonical import canonical, check_form, rewrite, sealed
from seoul_tokyo.building.check import check
from seoul_tokyo.building.forms import forms
from seoul_tokyo.building.read import LONGEST_TEXT, MOST_ROWS, Reading, read
from seoul_tokyo.building.report import has_errors, rendered
from seoul_tokyo.building.support import slug
from seoul_tokyo_schemas import python_rules, python_rules_events
from seoul_tokyo_schemas.checking import check_values
from seoul_tokyo_schemas.edtf import bounds
from seoul_tokyo_schemas.layout import arrow_schema
from seoul_tokyo_schemas.problem import Problem

SLOWEST = 20.0
"""Seconds that one small example may take on a busy machine; a hang takes for ever."""

ROUGH = settings(
    deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow], derandomize=True
)


def shown(problems: list[Problem]) -> list[str]:
    """The problems in every style, each fit for a pipe; every one has a file, a line and a message of one line."""
    texts = [rendered(problems, "text"), rendered(problems, "json"), rendered(problems, "github")]
    for text in texts:
        text.encode()
    assert len(json.loads(texts[1])["problems"]) == len(problems)
    assert len(texts[2].splitlines()) == len(problems) + 1
    return texts


def form_is_told(reading: Reading) -> None:
    """What the reader says has a place, and stays short whatever it quotes."""
    for problem in reading.problems:
        assert problem.file
        assert problem.line >= 1
        assert len(problem.message) < 400
        assert len(problem.hint) < 700
    shown(reading.problems)


def everything(reading: Reading) -> list[Problem]:
    """The whole way from records to problems: models and rules included."""
    found = check(assemble(reading.records, "0.1.0"), reading)
    shown(found)
    return found


def values_only(reading: Reading) -> None:
    """The way without the rules, which take a second each time."""
    for name, table in assemble(reading.records, "0.1.0").items():
        if name != "codes" and table.num_rows:
            check_values(name, table)


def is_rewritten_whole_or_not_at_all(file: Path) -> None:
    """``fmt`` and ``seal``: a refused file keeps its bytes, a written one its content, and nothing is left over."""
    before = file.read_bytes()
    problems = rewrite([file], canonical)
    assert [path.name for path in file.parent.iterdir()] == [file.name]
    if problems:
        assert file.read_bytes() == before
        shown(problems)
        shown(check_form([file]))
    else:
        assert without_empty(tomllib.loads(file.read_text())) == without_empty(tomllib.loads(before.decode()))
        assert check_form([file]) == []
    before = file.read_bytes()
    if rewrite([file], sealed):
        assert file.read_bytes() == before


def without_empty(content: dict[str, Any]) -> dict[str, Any]:
    """An array without records is no record."""
    return {kind: items for kind, items in content.items() if items != []}


def survives(folder: Path, content: bytes, name: str = "records.toml") -> Reading:
    """Write one file and take it through reading, values and canonical form, in bounded time."""
    file = folder / name
    file.write_bytes(content)
    start = time.perf_counter()
    reading = read([file])
    form_is_told(reading)
    values_only(reading)
    if name.endswith(".toml"):
        is_rewritten_whole_or_not_at_all(file)
    assert time.perf_counter() - start < SLOWEST
    return reading


def rules_of(problems: list[Problem]) -> set[str]:
    return {problem.rule for problem in problems}


Damaged = tuple[str, dict[str, Any]]
"""The kind of a record and its body."""


# --- Strategies: the project's own records, damaged ---


@cache
def real_texts() -> tuple[str, ...]:
    """Pieces of real files, of a few records each."""
    texts = [file.read_text(encoding="utf-8") for file in sorted(RECORDS.rglob("*.toml"))]
    return tuple(text[:3000] for text in texts if text)


@cache
def real_blocks() -> tuple[Damaged, ...]:
    """A few real records of each kind."""
    found: dict[str, list[dict[str, Any]]] = {}
    for file in sorted(RECORDS.rglob("*.toml")):
        for kind, blocks in tomllib.loads(file.read_text(encoding="utf-8")).items():
            found.setdefault(kind, []).extend(blocks[:2])
    return tuple((kind, block) for kind, blocks in found.items() for block in blocks[:8])


TROUBLE = (
    "", " ", "\x00", "\x7f", "\u0085", "\u2028", "\u202eabc\u202c", "\u2066x", "\ufeff", "\u200b", "é", "e\u0301",
    "a\u0300\u0316" * 200, "x" * 5000, "0000", "0001-01-01", "9999-12-31", "9999", "9999-24", "..", "/", "../..",
    "99XX", "XXXX", "2023-13", "2023-02-30", "2023-12-21~", "infinity", "epoch", "294247-01-01", "-0001",
    "2023-12-21/2000",
    "../../etc/passwd", "a/b/c", "%s%n{0}{x}", "'; DROP TABLE events; --", "=1+1", "\n::error::", "\x1b[31m", "👩‍👩‍👧",
    "𠮷", "ﷺ", "İ", "NULL", "nan", "KOR", "events",
)  # fmt: skip
WORDS = st.sampled_from(TROUBLE) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
NUMBERS = st.sampled_from([0, -1, 1, 32767, 32768, 2**31, 2**63 - 1, 2**63, -(2**63), 2**64, -(2**70), 2**100])
SCALARS = WORDS | NUMBERS | st.booleans() | st.floats(allow_nan=False) | st.dates() | st.datetimes() | st.times()
VALUES = st.recursive(
    SCALARS, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4), max_leaves=8
)


@st.composite
def damaged(draw: st.DrawFn) -> Damaged:
    """A real record with some of its values swapped, dropped, moved or doubled, however deep they stand."""
    kind, block = draw(st.sampled_from(real_blocks()))
    body = json.loads(json.dumps(block))
    for _ in range(draw(st.integers(1, 4))):
        owner = draw(st.sampled_from(_containers(body)))
        keys = list(owner) if isinstance(owner, dict) else list(range(len(owner)))
        if not keys:
            continue
        key = draw(st.sampled_from(keys))
        match draw(st.integers(0, 4)):
            case 0:
                del owner[key]
            case 1:
                owner[key] = draw(VALUES)
            case 2 if isinstance(owner, dict):
                owner[draw(WORDS | st.sampled_from(["id", "source", "says", "tenure", "participants"]))] = owner[key]
            case 3 if isinstance(owner, list):
                owner += json.loads(json.dumps(owner, default=str))[:50]
            case _:
                owner[key] = draw(WORDS)
    return kind, body


def _containers(value: Any) -> list[Any]:
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    own = [value] if isinstance(value, dict | list) else []
    return own + [found for item in inner for found in _containers(item)]


def toml_of(value: Any) -> str:
    """A value as TOML: inline, in a way of our own, sharing nothing with the canonical form."""
    if isinstance(value, dict):
        return "{" + ",".join(f"{toml_of(str(key))}={toml_of(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ",\n".join(map(toml_of, value)) + "]"
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int):
        return hex(value) if value >= 2**63 else str(value)
    if isinstance(value, str):
        escaped = "".join(char if char.isalnum() and char.isascii() else f"\\U{ord(char):08x}" for char in value)
        return f'"{escaped}"'
    return str(value)


JUNK = (
    b"", b'"\\ud800"', b"NaN", b"-Infinity", b"1e999", b"9" * 5000, b"[" * 2000, b'{"a":' * 300, b"\xed\xa0\x80",
    b"\x00", b'"id":"a","id":"b",', b"\xff", b"\xef\xbb\xbf", b"\r", b"true", b"null",
)  # fmt: skip


def file_of(kind: str, body: dict[str, Any]) -> bytes:
    return (f"[[{kind}]]\n" + "".join(f"{toml_of(key)} = {toml_of(item)}\n" for key, item in body.items())).encode()


# --- Fuzzed ---


@settings(ROUGH, max_examples=50)
@given(st.data())
def test_a_real_file_cut_spliced_or_overwritten_gives_problems(tmp_path: Path, data: st.DataObject) -> None:
    content = data.draw(st.sampled_from(real_texts())).encode()
    start = data.draw(st.integers(0, len(content)))
    end = data.draw(st.integers(start, min(len(content), start + 200)))
    ends = data.draw(st.sampled_from([b"\n", b"\r\n", b"\r", b"\xc2\x85", b"\n\r", b"\x00"]))
    junk = data.draw(st.binary(max_size=8) | st.sampled_from([b'"""', b"'''", b"\\", b"[[", b"{", b"#", b"\xff"]))
    survives(tmp_path, (content[:start] + junk + content[end:]).replace(b"\n", ends))
    survives(tmp_path, content[:end])


@settings(ROUGH, max_examples=120)
@given(damaged())
def test_a_damaged_record_gives_problems_and_keeps_its_content(tmp_path: Path, record: Damaged) -> None:
    survives(tmp_path, file_of(*record))


@settings(ROUGH, max_examples=10)
@given(st.lists(damaged(), min_size=4, max_size=12))
def test_damaged_records_pass_all_rules_without_a_traceback(tmp_path: Path, records: list[Damaged]) -> None:
    (tmp_path / "records.toml").write_bytes(b"\n".join(file_of(*record) for record in records))
    assert has_errors(everything(read([tmp_path])))


@settings(ROUGH, max_examples=80)
@given(damaged(), st.data())
def test_a_damaged_json_line_gives_problems(tmp_path: Path, record: Damaged, data: st.DataObject) -> None:
    kind, body = record
    line = json.dumps({"table": kind} | body, default=str, ensure_ascii=data.draw(st.booleans())).encode()
    cut = data.draw(st.integers(0, len(line)))
    junk = data.draw(st.sampled_from(JUNK))
    survives(tmp_path, line + b"\n" + line[:cut] + junk + line[cut:] + b"\n" + junk + b"\n", "records.jsonl")


@settings(ROUGH, max_examples=150)
@given(st.text(st.sampled_from("[]{}\"'.=#\n\r\\ab1-, \t"), max_size=200))
def test_the_scanner_never_raises_and_knows_the_parser_s_lines(text: str) -> None:
    toml_scanner.excess(text)
    for line in toml_scanner.positions(text).lines.values():
        assert 1 <= line <= text.count("\n") + 1


# --- Found by fuzzing ---


@pytest.mark.parametrize(
    "text",
    [
        '[[evnt]]\nid = "a"\n',
        'x = 1\n\n[[place]]\nid = "a"\n',
        '[place]\nid = "a"\n',
        'place = ["a"]\n',
        '[[place]]\nid = "a"\n[meta]\nkept = true\n',
    ],
)
def test_fmt_refuses_a_file_with_anything_but_records(tmp_path: Path, text: str) -> None:
    file = tmp_path / "records.toml"
    file.write_text(text)
    (problem,) = rewrite([file], canonical)
    assert problem.rule in ("key-is-unknown", "value-has-wrong-type")
    assert file.read_text() == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ('place = [{ id = "a" }]\n', '[[place]]\nid = "a"\n'),
        ('[["\\u0070lace"]]\nid = "a"\n', '[[place]]\nid = "a"\n'),
        ('[[event]]\nsource = "x"\nid = "a"\n', '[[event]]\nid = "a"\nsource = "x"\n'),
        ('[[event]]\nid = "a"\nsource = []\n', '[[event]]\nid = "a"\nsource = []\n'),
        ("[[place]]\nid = 0x" + "f" * 5000 + "\n", "[[place]]\nid = 0x" + "f" * 5000 + "\n"),
    ],
    ids=["inline", "escaped header", "text for blocks", "no blocks", "a number beyond decimal"],
)
def test_fmt_writes_every_record_however_it_was_written(tmp_path: Path, text: str, written: str) -> None:
    file = tmp_path / "records.toml"
    file.write_text(text)
    assert rewrite([file], canonical) == []
    assert file.read_text() == written


def test_a_quote_that_is_no_text_is_not_sealed(tmp_path: Path) -> None:
    for quote in ('["one", "two", "three", "four", "five", "six"]', "0x" + "f" * 5000, f'"{"a " * LONGEST_TEXT}"'):
        file = tmp_path / "records.toml"
        text = f'[[event]]\nid = "a"\n[[event.source]]\nquote = {quote}\n'
        file.write_text(text)
        (problem,) = rewrite([file], sealed)
        assert (problem.rule, problem.line) == ("quote-is-sealable", 4)
        assert file.read_text() == text


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("id = 0x" + "f" * 5000, 3, "a number of 20,000 bits"),
        ("note = [" + "1," * 100_000 + "]", 3, "[1, 1, 1"),
        (f'title = "{"x" * (LONGEST_TEXT + 1)}"', 3, "xxx"),
        ("participants = [" + "{}," * (MOST_ROWS + 1) + "]", 3, "it has 32,768"),
        ("source = [{ says = { date = 0x" + "f" * 5000 + " } }]", 3, ""),
        ("source = [{ supports = [1, [2]] }]", 3, "it is [1, [2]]"),
    ],
)
def test_what_is_too_long_is_told_in_short(tmp_path: Path, text: str, line: int, said: str) -> None:
    (tmp_path / "records.toml").write_text(f"[[event]]\n\n{text}\n")
    (problem,) = read([tmp_path]).problems
    assert (problem.rule, problem.line) == ("value-has-wrong-type", line)
    assert said in problem.hint
    assert len(str(problem)) < 400


def test_a_number_that_python_does_not_read_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "records.toml").write_text("[[event]]\n\n\nseries_number = " + "9" * 5000 + "\n")
    (problem,) = read([tmp_path]).problems
    assert (problem.rule, problem.line) == ("file-is-not-toml", 4)
    assert problem.message == "a number has more than 4,300 digits"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"table": "places", "id": "\\ud800"}', "half a surrogate pair is no character"),
        ('{"table": "places", "id": NaN}', "NaN is no number of JSON"),
        ('{"table": "places", "id": "a", "id": "b"}', "the key 'id' stands twice"),
        ('{"table": "places", "id": ' + "9" * 5000 + "}", "a number has more than 4,300 digits"),
        ('{"table": "places", "id": "\ud800"}', "'utf-8' codec can't decode byte 0xed in position 27"),
    ],
)
def test_json_is_strict(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "records.jsonl").write_bytes(b"\n" + line.encode("utf-8", "surrogatepass") + b"\n")
    (problem,) = read([tmp_path]).problems
    assert (problem.rule, problem.line) == ("line-is-not-json", 2)
    assert problem.message.startswith(said)


def test_a_table_named_by_anything_but_text_is_no_record(tmp_path: Path) -> None:
    lines = ['{"table": ' + value + "}" for value in ("[" * 800 + "]" * 800, "1", "null", '{"a": 1}', "true")]
    (tmp_path / "records.jsonl").write_text("\n".join(lines))
    assert rules_of(read([tmp_path]).problems) == {"line-is-no-record"}


def test_the_day_after_the_last_day_stays_in_the_calendar() -> None:
    for text in ("9999-12-31", "9999-12", "9999"):
        assert str(bounds(text).shifted(1).end_latest) == "9999-12-31"


def test_dates_that_only_a_database_knows_are_problems_and_not_its_errors(tmp_path: Path) -> None:
    text = '[[actor]]\nid = "a"\nestablished = "infinity"\nabolished = "294247-01-01"\n'
    text += '[[post]]\nid = "p"\nestablished = "infinity"\n[[official]]\nid = "o"\n'
    text += '[[official.tenure]]\nid = "t"\npost = "p"\nstart = "epoch"\nlast_day = "9999-12-31"\n'
    (tmp_path / "records.toml").write_text(text)
    assert "date-is-edtf" in rules_of(everything(read([tmp_path])))


def test_a_pipe_or_a_device_is_not_read(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "zero.toml").symlink_to("/dev/zero")
    (tmp_path / "gone.toml").symlink_to(tmp_path / "nowhere")
    problems = read([tmp_path]).problems
    assert [problem.rule for problem in problems] == ["file-is-unreadable"] * 4
    for problem in check_form(sorted(tmp_path.glob("*.toml"))):
        assert problem.rule == "file-is-unreadable"


def test_a_file_name_that_is_no_utf_8_can_be_told(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff\n\x1b.toml")).write_text("x = \n")
    problems = read([tmp_path]).problems
    assert rules_of(problems) == {"file-is-not-toml"}
    assert "\\udcff" in shown(problems)[1]


def test_a_file_of_the_longest_name_is_rewritten(tmp_path: Path) -> None:
    file = tmp_path / ("a" * 250 + ".toml")
    file.write_text("[[place]]\nid = 'a'\n")
    assert rewrite([file], canonical) == []
    assert file.read_text() == '[[place]]\nid = "a"\n'


def test_a_disk_that_takes_nothing_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "records.toml"
    file.write_text("[[place]]\nid = 'a'\n")

    def full(*_: Any, **__: Any) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "write_text", full)
    (problem,) = rewrite([file], canonical)
    assert (problem.rule, problem.message) == ("file-is-unwritable", "No space left on device")
    assert file.read_bytes() == b"[[place]]\nid = 'a'\n"


def test_a_line_break_that_is_none_of_toml_s_does_not_count_as_a_line(tmp_path: Path) -> None:
    file = tmp_path / "records.toml"
    file.write_text('[[place]]\nid = "a"\nname = "a\u2028b\u0085c"\n\n\n\n[[place]]\nid = "b"\n')
    (problem,) = check_form([file])
    assert (problem.rule, problem.line) == ("form-is-canonical", 5)


# --- Time ---


def took(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


MILLION = 1_000_000
UNTAMED: dict[str, Callable[[int], str]] = {
    "escaped quotes, never closed": lambda size: 'x = "' + '\\"' * (size // 2),
    "escaped quotes in a long string, never closed": lambda size: 'x = """' + '\\"""x' * (size // 5),
    "quotes": lambda size: '"' * size,
    "apostrophes": lambda size: "'" * size,
    "backslashes": lambda size: '"' + "\\" * size,
    "spaces": lambda size: " " * size,
    "words": lambda size: "a " * (size // 2),
    "spaces before no dot": lambda size: ("a" + " " * 1000) * (size // 1000),
    "brackets": lambda size: "x = [" + "[]," * (size // 3) + "]",
    "dotted keys": lambda size: "a.b.c.d\n" * (size // 8),
}


@pytest.mark.parametrize("kind", UNTAMED)
def test_the_scanner_is_linear_in_whatever_stands_in_a_file(kind: str) -> None:
    # A quadratic scan took 84 s for 80 kB of escaped quotes; a linear one reads a megabyte in less than a second.
    text = UNTAMED[kind](MILLION)
    assert took(lambda: toml_scanner.excess(text)) < 10
    assert took(lambda: toml_scanner.positions(text)) < 20


def _blocks(size: int) -> str:
    return "".join(f'[[place]]\nid = "p{number:07}"\nnam = "Seoul"\n\n' for number in range(size // 43))


def _array(size: int) -> str:
    return '[[event]]\nid = "a"\nnote = [' + "1," * (size // 2) + "]\n"


def _strings(size: int) -> str:
    text = "가a" * 25_000
    return "\n".join(f'[[place]]\nid = "p{number}"\nname = "{text}"\n' for number in range(size // 100_000))


def _goes_through(file: Path, text: str) -> float:
    file.write_text(text, encoding="utf-8")

    def work() -> None:
        found = read([file])
        assert found.problems
        shown(found.problems + check_form([file]))

    return took(work)


@pytest.mark.parametrize("make", [_blocks, _array, _strings])
def test_reading_form_and_report_grow_with_the_size_of_the_file(tmp_path: Path, make: Callable[[int], str]) -> None:
    file = tmp_path / "records.toml"
    small = min(_goes_through(file, make(MILLION // 4)) for _ in range(2))
    large = _goes_through(file, make(MILLION))
    assert large < 60 / 8
    assert large < 8 * max(small, 0.2)


@pytest.mark.parametrize("make", [_blocks, _array, _strings])
@pytest.mark.skipif(not os.environ.get("SEOUL_TOKYO_LARGE"), reason="SEOUL_TOKYO_LARGE is not set: takes minutes")
def test_a_file_of_eight_megabytes_takes_less_than_a_minute(tmp_path: Path, make: Callable[[int], str]) -> None:
    file = tmp_path / "records.toml"
    small, large = _goes_through(file, make(MILLION)), _goes_through(file, make(4 * MILLION))
    assert large < 8 * max(small, 0.5)
    assert _goes_through(file, make(7_900_000)) < 60


def test_marks_without_end_are_put_in_order_in_no_time() -> None:
    assert took(lambda: slug("Kyodo" + "\u0300\u0316" * 200_000)) < 5
    assert slug("Ky\u014ddo Ts\u016b\u0301shin") == "kyodo-tsushin"


def rows_of(name: str, rows: list[dict[str, object]]) -> pyarrow.Table:
    return pyarrow.Table.from_pylist(
        rows, schema=pyarrow.schema([item.with_nullable(True) for item in arrow_schema(name)])
    )


def test_the_origin_of_a_publisher_of_marks_without_end_is_computed_in_no_time() -> None:
    marked = {"article_id": "a", "publisher": "Kyōdo" + "\u0300\u0316" * 200_000, "origin": "kyodo"}
    articles = rows_of("articles", [marked])
    assert took(lambda: list(python_rules_events.origin_is_root({"articles": articles}))) < 5
    assert list(python_rules_events.origin_is_root({"articles": articles})) == []


def copies(parents: dict[str, str]) -> list[str]:
    """The articles that are said to derive from themselves."""
    rows: list[dict[str, object]] = [{"article_id": child, "derived_from": above} for child, above in parents.items()]
    found = python_rules_events.derivation_acyclic({"articles": rows_of("articles", rows)})
    return sorted(values["record_id"] for values in found)


def test_chains_and_circles_of_any_length_are_walked_in_linear_time() -> None:
    chain = {f"a{n}": f"a{n + 1}" for n in range(100_000)}
    assert took(lambda: copies(chain)) < 10
    assert copies(chain) == []
    assert took(lambda: copies(chain | {"a100000": "a0"})) < 10
    assert len(copies(chain | {"a100000": "a0"})) == 100_001


def test_what_leads_to_a_circle_is_not_on_it() -> None:
    assert copies({"x": "a", "a": "b", "b": "a", "self": "self", "y": "self", "c": "d", "d": "c"}) == [
        "a", "b", "c", "d", "self",
    ]  # fmt: skip


def test_a_link_from_one_circle_to_another_is_on_neither() -> None:
    rows: list[dict[str, object]] = [
        {"event_id": one, "relation": "part-of", "other_event_id": other}
        for one, other in ("ab", "ba", "bc", "cd", "dc", "xa")
    ]
    found = python_rules_events.relation_acyclic({"event_links": rows_of("event_links", rows)})
    assert sorted(values["event"] + values["other"] for values in found) == ["ab", "ba", "cd", "dc"]


def test_thousands_of_references_to_nothing_are_told_in_no_time_the_first_with_a_near_name() -> None:
    rows: list[dict[str, object]] = [
        {"article_id": f"article-{n}", "derived_from": f"artikle-{n}"} for n in range(3000)
    ]
    told = list(python_rules.foreign_keys_hold({"articles": rows_of("articles", rows)}))
    assert len(told) == 3000
    assert sum(values["hint"].startswith("did you mean article-") for values in told) == 50_000 // 3000


def test_evidence_of_thousands_of_links_is_looked_up_in_linear_time() -> None:
    ids = [f"e{n}" for n in range(20_000)]
    given = {name: rows_of(name, []) for name in ("event_disputes", "event_links", "dispute_positions")}
    given["evidence"] = rows_of(
        "evidence", [{"record_table": "events", "record_id": event, "field": "participants"} for event in ids]
    )
    given["participants"] = rows_of(
        "participants", [{"event_id": event, "participant": "KOR", "actor_id": "KOR"} for event in ids]
    )
    assert took(lambda: list(python_rules.evidence_field_exists(given))) < 10
    assert list(python_rules.evidence_field_exists(given)) == []


def test_a_folder_that_cannot_be_listed_is_told_and_the_others_are_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("closed", "open"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "places.toml").write_text(f'[[place]]\nid = "{name}"\nname = "Somewhere"\n')
    list_folder = os.scandir

    def scandir(path: str) -> object:
        if Path(path).name == "closed":
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(path))
        return list_folder(path)

    monkeypatch.setattr(os, "scandir", scandir)
    reading = read([tmp_path])
    assert [record.id for record in reading.records] == ["open"]
    assert [str(problem) for problem in reading.problems] == [
        f"{tmp_path / 'closed'}:1: error: folder-is-unreadable: Permission denied"
    ]


def test_thousands_of_wrong_records_are_told_in_linear_time(tmp_path: Path) -> None:
    (tmp_path / "records.toml").write_text("".join(f'[[place]]\nid = "p{n}"\nnam{n} = "x"\n' for n in range(2000)))
    reading = read([tmp_path])
    tables = assemble(reading.records, "0.1.0")
    assert took(lambda: check(tables, reading)) < 30
    assert len(reading.problems) == 2000


# --- As a process ---

FILES: dict[str, bytes] = {
    "unknown.toml": b'[[evnt]]\nid = "a"\n',
    "cut.toml": b'[[event]]\nid = "a"\ntitle = "',
    "latin.toml": b'[[place]]\nname = "S\xe9oul"\n',
    "nul.toml": b'[[place]]\nid = "\x00"\n',
    "escaped.toml": b'[[event]]\nid = "\\u0000\\u202e"\ndate = "infinity"\n',
    "return.toml": b'[[place]]\rid = "a"\r',
    "windows.toml": b'[[place]]\r\nid = "a"\r\n',
    "twice.toml": b'[[place]]\nid = "a"\nid = "b"\n',
    "dotted.toml": b"[[place]]\n" + b".".join([b"a"] * 5000) + b" = 1\n",
    "deep.toml": b"x = " + b"[" * 100_000,
    "hex.toml": b"[[place]]\nid = 0x" + b"f" * 50_000 + b"\n",
    "quotes.toml": b'x = "' + b'\\"' * 500_000,
    "last.toml": b'[[official]]\nid = "a"\n[[official.tenure]]\nid = "b"\nlast_day = "9999-12-31"\n',
    "many.toml": b'[[place]]\nid = "many"\n' * 500,
    "lines.jsonl": b'{"table":"places","id":"\\ud800"}\n{"table":"events","id":NaN}\n{"table":"posts"}\n'
    + b"[" * 100_000,
}
"""A file each of what once crashed, hung or was lost, and of what must be refused."""


def test_the_build_of_a_hostile_folder_ends_with_exit_code_1_and_no_traceback(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    for style in ("text", "json"):
        done = subprocess.run(
            [sys.executable, str(ROOT / "build.py"), "--check", "--records", str(tmp_path), "--format", style],
            capture_output=True,
            check=False,
            timeout=60,
            env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        )
        assert (done.returncode, done.stderr) == (1, b"")
        said = done.stdout.decode()
        assert "Traceback" not in said
        assert {name for name in FILES if name not in said} == set()
        if style == "json":
            assert json.loads(said)["errors"] >= len(FILES)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == FILES


def test_the_command_rewrites_what_it_can_and_leaves_the_rest(tmp_path: Path) -> None:
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    for command in ("seal", "fmt"):
        done = subprocess.run(
            [sys.executable, "-m", "seoul_tokyo", command, str(tmp_path)], capture_output=True, check=False, timeout=60
        )
        assert (done.returncode, done.stderr) == (1, b"")
    rewritten = {name for name, content in FILES.items() if (tmp_path / name).read_bytes() != content}
    assert rewritten == {"escaped.toml", "windows.toml", "last.toml", "many.toml"}
    assert {path.name for path in tmp_path.iterdir()} == FILES.keys()
    for name in rewritten:
        assert tomllib.loads((tmp_path / name).read_text()) == tomllib.loads(FILES[name].decode())


def test_every_kind_of_record_is_damaged_somewhere() -> None:
    assert {kind for kind, _ in real_blocks()} >= forms().keys() - {"retired", "matter", "series"}
