"""Tables of a user's own: checked whole or in part, from frames, Parquet, CSV or records, and never a traceback."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from functools import cache
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from conftest import RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import seoul_tokyo
from seoul_tokyo import validate
from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.examples import base, laid_over
from seoul_tokyo_schemas.layout import columns, tables

QUIET = settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))


@cache
def consistent() -> dict[str, pd.DataFrame]:
    return {name: table.to_pandas() for name, table in assemble(base(), "0.1.0").items()}


def frames(**changed: pd.DataFrame) -> dict[str, pd.DataFrame]:
    return {name: frame.copy() for name, frame in consistent().items()} | changed


def told(problems, rule):
    found = [problem for problem in problems if problem.rule == rule]
    assert found, [str(problem) for problem in problems]
    return found[0]


def test_consistent_tables_have_no_problem():
    assert validate(frames()) == []


def test_the_released_tables_have_no_error():
    problems = validate(seoul_tokyo.releases.FOLDER / seoul_tokyo.version())
    assert [str(problem) for problem in problems if problem.severity == "error"] == []


def test_a_broken_rule_is_told_of_a_user_s_own_frames():
    tables = {name: table.to_pandas() for name, table in laid_over("part-inside-whole").items()}
    assert {problem.rule for problem in validate(tables)} == {"part-inside-whole"}


def test_of_a_part_of_the_tables_it_is_said_what_could_not_be_checked():
    part = {name: frames()[name] for name in ("events", "articles")}
    problems = validate(part)
    assert {problem.rule for problem in problems} == {"not-checked"}
    assert {problem.table for problem in problems} == set(tables()) - set(part)
    assert {problem.severity for problem in problems} == {"warning"}
    assert "official-in-office" in told([p for p in problems if p.table == "tenures"], "not-checked").hint


def test_a_folder_of_parquet_is_checked_file_by_file(tmp_path: Path):
    for name, frame in frames().items():
        frame.to_parquet(tmp_path / f"{name}.parquet")
    assert validate(tmp_path) == []
    (tmp_path / "events.parquet").write_bytes(b"PAR1 and nothing more")
    problem = told(validate(tmp_path), "file-is-unreadable")
    assert problem.file.endswith("events.parquet")


def test_a_folder_of_csv_is_checked_and_a_problem_names_the_line(tmp_path: Path):
    for name, frame in frames().items():
        frame.to_csv(tmp_path / f"{name}.csv", index=False)
    assert validate(tmp_path) == []
    file = tmp_path / "places.csv"
    lines = file.read_text(encoding="utf-8").splitlines()
    wrong = lines[2].split(",")[0]
    file.write_text("\n".join([*lines[:2], lines[2].replace(wrong, "No Slug"), *lines[3:]]), encoding="utf-8")
    problem = told(validate(tmp_path), "id-is-slug")
    assert (problem.file, problem.line) == (str(file), 3)


def test_records_are_checked_as_the_build_checks_them():
    assert [problem for problem in validate(RECORDS) if problem.severity == "error"] == []


def test_a_path_that_is_not_there_is_said(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="there is no file or folder"):
        validate(tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("column", "value", "rule"),
    [
        ("date_start", datetime(2023, 12, 21, 10, tzinfo=UTC), "value-has-wrong-type"),
        ("date_start", pd.Timestamp("2023-12-21 10:00"), "value-has-wrong-type"),
        ("date_start", "yesterday", "value-has-wrong-type"),
        ("date_start", 20231221, "value-has-wrong-type"),
        ("n_articles", 1.5, "value-has-wrong-type"),
        ("n_articles", 10**20, "value-has-wrong-type"),
        ("n_articles", True, "value-has-wrong-type"),
        ("goldstein", "cold", "value-has-wrong-type"),
        ("title", 3, "value-has-wrong-type"),
        ("title", "\ud800", "value-has-wrong-type"),
        ("title", "left\u202eright", "text-is-plain"),
        ("title", None, "value-is-missing"),
        ("type", "party", "code-is-known"),
        ("type", ["a"], "value-has-wrong-type"),
    ],
)
def test_one_wrong_cell_is_told_with_its_row_and_column(column, value, rule):
    events = frames()["events"].astype(object)
    events[column] = pd.Series([value, *events[column].iloc[1:]], dtype=object)
    problem = told(validate(frames(events=events)), rule)
    assert (problem.field, problem.record_id) == (column, events["event_id"].iloc[0])


def test_evidence_of_a_table_that_is_none_is_told():
    evidence = frames()["evidence"].astype({"record_table": object})
    evidence.loc[0, "record_table"] = "party"
    problem = told(validate(frames(evidence=evidence)), "code-is-known")
    assert (problem.table, problem.field) == ("evidence", "record_table")


def test_columns_too_few_too_many_or_twice_are_told():
    events = frames()["events"]
    assert told(validate(frames(events=events.drop(columns="tone"))), "column-is-missing").field == "tone"
    misspelt = validate(frames(events=events.rename(columns={"tone": "tonne"})))
    assert told(misspelt, "column-is-unknown").hint == "did you mean tone?"
    assert "value-is-missing" not in {problem.rule for problem in misspelt}
    twice = pd.concat([events, events[["tone"]]], axis=1)
    assert told(validate(frames(events=twice)), "column-is-duplicate").field == "tone"


def test_a_table_that_is_none_is_told():
    assert told(validate(frames(event=pd.DataFrame())), "table-is-unknown").hint == "did you mean events?"


def test_the_columns_of_a_release_may_be_missing():
    own = {name: frame.drop(columns=["added_in", "changed_in"], errors="ignore") for name, frame in frames().items()}
    assert validate(own) == []


CELLS = st.one_of(
    st.none(), st.text(max_size=8), st.integers(), st.floats(), st.booleans(), st.binary(max_size=4), st.datetimes(),
    st.dates(), st.lists(st.integers(), max_size=2), st.sampled_from(["2023-12-21", "9999-12-31", "KOR", "..", "a/b"]),
)  # fmt: skip


@QUIET
@given(st.data())
def test_no_frame_raises(data):
    name = data.draw(st.sampled_from(list(tables())))
    chosen = data.draw(st.lists(st.sampled_from([*columns(name), "other"]), max_size=6))
    rows = data.draw(st.integers(0, 3))
    frame = pd.DataFrame({number: pd.Series(data.draw(st.lists(CELLS, min_size=rows, max_size=rows)), dtype=object)
                          for number in range(len(chosen))})  # fmt: skip
    frame.columns = pd.Index(chosen, dtype=object)
    for problem in validate({name: frame}):
        assert "\n" not in str(problem).replace("\n  ", "", 1)


@QUIET
@given(
    st.binary(max_size=200) | st.text(st.sampled_from('ab,"\n\r\x00é;'), max_size=120).map(str.encode),
    st.sampled_from(["csv", "parquet"]),
)
def test_no_file_raises(tmp_path, content, kind):
    for old in tmp_path.iterdir():
        old.unlink()
    (tmp_path / f"events.{kind}").write_bytes(content)
    assert validate(tmp_path)


@QUIET
@given(st.integers(0, 10_000), st.integers(0, 255))
def test_no_damaged_parquet_raises(tmp_path, at, byte):
    buffer = io.BytesIO()
    pq.write_table(pa.Table.from_pandas(frames()["places"]), buffer)
    content = bytearray(buffer.getvalue())
    content[at % len(content)] = byte
    (tmp_path / "places.parquet").write_bytes(content)
    for problem in validate(tmp_path):
        assert problem.table
