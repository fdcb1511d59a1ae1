"""Bad input: one clear line per problem with file and line, all in one run, and never a traceback."""

import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo.building.read import LARGEST_FILE, read


def only(problems, rule):
    found = [problem for problem in problems if problem.rule == rule]
    assert len(found) == 1, [str(problem) for problem in problems]
    return found[0]


def test_an_unknown_key_is_named_with_its_line_and_the_nearest_known(reading):
    problem = only(reading('[[event]]\nid = "a"\ntitel = "x"\n').problems, "key-is-unknown")
    assert (problem.line, problem.field, problem.record_id) == (3, "titel", "a")
    assert "did you mean title?" in problem.hint


def test_an_unknown_key_deep_inside_has_its_own_line(reading):
    participants = 'participants = [\n  { actor = "KOR" },\n  { actr = "JPN" },\n]\n'
    text = f'[[event]]\nid = "a"\n{participants}\n[[event.source]]\nsay = {{}}\n'
    lines = {problem.field: problem.line for problem in reading(text).problems}
    assert lines == {"actr": 5, "say": 9}


def test_an_unknown_kind_of_record_is_named(reading):
    problem = only(reading('[[evnt]]\nid = "a"\n').problems, "key-is-unknown")
    assert problem.line == 1
    assert "did you mean event?" in problem.hint


def test_a_duplicate_id_names_both_places(tmp_path: Path):
    (tmp_path / "a.toml").write_text('[[place]]\nid = "seoul"\n')
    (tmp_path / "b.toml").write_text('\n[[place]]\nid = "seoul"\n')
    problem = only(read([tmp_path]).problems, "id-is-duplicate")
    assert problem.file.endswith("b.toml")
    assert problem.line == 3
    assert problem.hint.endswith("a.toml:2")


@pytest.mark.parametrize(
    ("line", "complaint"),
    [
        ("date = 2023-12-21", "takes text in quotes"),
        ("title = 3", "takes text in quotes"),
        ('series_number = "15"', "takes a whole number"),
        ("series_number = true", "takes a whole number"),
        ("series_number = 99999", "below 32768"),
        ("participants = 3", "takes a list of tables"),
        ("participants = [1]", "takes a list of tables"),
        ('source = "x"', "takes a list of tables"),
    ],
)
def test_a_wrong_type_is_told_in_words(reading, line, complaint):
    problem = only(reading(f'[[event]]\nid = "a"\n{line}\n').problems, "value-has-wrong-type")
    assert complaint in problem.message
    assert problem.line == 3


def test_every_problem_of_every_file_comes_in_one_run(tmp_path: Path):
    (tmp_path / "latin.toml").write_bytes(b'[[place]]\nid = "x"\nname = "S\xe9oul"\n')
    (tmp_path / "broken.toml").write_text('[[place]]\nid = "y"\nname = \n')
    (tmp_path / "empty.toml").write_text("")
    (tmp_path / "bom.toml").write_bytes(b"\xef\xbb\xbf[[place]]\n")
    (tmp_path / "deep.toml").write_text("x = " + "[" * 5000 + "]" * 5000)
    (tmp_path / "long.toml").write_text(".".join("a" * 9) + " = 1\n")
    (tmp_path / "large.toml").write_text("#" * (LARGEST_FILE + 1))
    (tmp_path / "good.toml").write_text('[[place]]\nid = "seoul"\nname = "Seoul"\ncountry = "KOR"\n')
    (tmp_path / "table.toml").write_text('[place]\nid = "z"\n')
    found = read([tmp_path])
    shown = {(Path(problem.file).name, problem.rule, problem.line) for problem in found.problems}
    assert shown == {
        ("latin.toml", "file-is-not-utf8", 3),
        ("broken.toml", "file-is-not-toml", 3),
        ("bom.toml", "file-is-not-utf8", 1),
        ("deep.toml", "file-is-too-deep", 1),
        ("long.toml", "file-is-too-deep", 1),
        ("large.toml", "file-is-too-large", 1),
        ("table.toml", "value-has-wrong-type", 1),
    }
    assert [record.id for record in found.records] == ["seoul"]


def test_a_file_of_fifty_megabytes_is_refused_without_being_read(tmp_path: Path):
    file = tmp_path / "huge.toml"
    with file.open("wb") as handle:
        handle.truncate(50_000_000)
    assert only(read([file]).problems, "file-is-too-large").message.startswith("50,000,000 bytes")


def test_a_folder_that_is_not_there_is_a_problem(tmp_path: Path):
    assert only(read([tmp_path / "nowhere"]).problems, "folder-is-missing")


def test_json_lines_are_records_like_any_other(tmp_path: Path):
    place = {"table": "places", "id": "seoul", "name": "Seoul", "country": "KOR"}
    lines = [json.dumps(place), "", "{", '{"table": "nothing"}', "[1]", "[" * 100_000, json.dumps(place | {"nam": 1})]
    file = tmp_path / "records.jsonl"
    file.write_text("\n".join(lines) + "\n")
    found = read([file])
    assert [record.id for record in found.records] == ["seoul", "seoul"]
    assert [(problem.line, problem.rule) for problem in found.problems] == [
        (3, "line-is-not-json"),
        (4, "line-is-no-record"),
        (5, "line-is-no-record"),
        (6, "line-is-not-json"),
        (7, "key-is-unknown"),
        (7, "id-is-duplicate"),
    ]


@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.binary(max_size=400) | st.text(st.sampled_from("[]{}\".=#\n\\'ab1-, id"), max_size=300).map(str.encode))
def test_no_bytes_raise(tmp_path, content):
    for name in ("records.toml", "records.jsonl"):
        (tmp_path / name).write_bytes(content)
    for problem in read([tmp_path]).problems:
        assert problem.file
        assert problem.line >= 1
        assert "\n" not in problem.message
