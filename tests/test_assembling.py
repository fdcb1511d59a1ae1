"""Tables from records: what is computed, and what does not matter."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from conftest import RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo.building import support
from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.read import read
from seoul_tokyo.building.support import add_origins, slug, stance
from seoul_tokyo_schemas.layout import arrow_schema, tables


def article(article_id, **values):
    return {"article_id": article_id, "publisher": f"Paper {article_id}", "derivation": "original"} | values


def origins(*articles):
    add_origins(articles)
    return {row["article_id"]: row["origin"] for row in articles}


def test_two_newsrooms_that_report_in_their_own_words_are_two_origins():
    assert origins(article("a"), article("b")) == {"a": "paper-a", "b": "paper-b"}


def test_a_copy_has_the_origin_of_what_it_copies_through_any_chain():
    chain = origins(
        article("wire", publisher="Reuters"),
        article("copy", derivation="syndicated", derived_from="wire"),
        article("rewrite", derivation="rewrite", derived_from="copy"),
    )
    assert set(chain.values()) == {"reuters"}


def test_pages_that_share_a_story_share_the_agency_behind_it():
    found = origins(
        article("first", derivation="rewrite", story="s"),
        article("second", derivation="syndicated", story="s", agency="Reuters"),
    )
    assert found == {"first": "reuters", "second": "reuters"}


def test_a_circle_of_derivations_does_not_hang():
    assert origins(article("a", derived_from="b"), article("b", derived_from="a"))


@given(st.text(max_size=30))
def test_an_origin_is_always_a_slug(name):
    assert slug(name).replace("-", "").isalnum()
    assert slug(name).isascii()


@pytest.mark.parametrize(
    ("value", "stored", "expected"),
    [
        ("2023-12-21", "2023-12-21", "supports"),
        ("2023-12", "2023-12-21", "coarser"),
        ("2023", "2023-12-21", "coarser"),
        ("2023-12-22", "2023-12-21", "contradicts"),
        ("2023-11", "2023-12-21", "contradicts"),
        ("2023-12-21", "2023-12", "supports"),
        ("2013~", "2013-09-06", "coarser"),
        ("2023-12-20/2023-12-22", "2023-12-20/2023-12-22", "supports"),
        ("2023-12-20", "2023-12-20/2023-12-22", "supports"),
        ("2023-12-21", "2023-12-20/2023-12-22", "coarser"),
        ("2019-07-01", "2019-07-01/..", "supports"),
        ("2019-07", "2019-07-01/..", "coarser"),
        ("2018", "2019-07-01/..", "contradicts"),
    ],
)
def test_the_stance_of_a_date_is_computed_from_what_it_can_mean(value, stored, expected):
    assert stance({"field": "date_edtf", "value": value}, {"date_edtf": stored}) == expected


def test_a_wording_with_a_reason_contradicts_and_one_without_supports():
    assert stance({"field": "summary", "reason": "another cause"}, {}) == "contradicts"
    assert stance({"field": "summary"}, {}) == "supports"


def test_a_source_that_only_says_recently_is_coarser_than_any_date():
    assert stance({"field": "date_edtf", "value_as_reported": "recent"}, {"date_edtf": "2023-11-23"}) == "coarser"


@pytest.mark.parametrize(
    ("record", "end", "earliest", "latest"),
    [
        ('last_day = "2024-05-31"', "2024-06-01", "2024-06-01", "2024-06-01"),
        ('last_day = "2022-05"', "2022-05", "2022-05-02", "2022-06-01"),
        ('end = "2022-05"', "2022-05", "2022-05-01", "2022-05-31"),
        ('end = "2022-05-10"', "2022-05-10", "2022-05-10", "2022-05-10"),
        ('end = ".."', "..", "NaT", "NaT"),
        ("", None, "NaT", "NaT"),
    ],
)
def test_a_tenure_ends_on_the_first_day_not_held(tables, record, end, earliest, latest):
    text = f'[[official]]\nid = "a"\n[[official.tenure]]\nid = "t"\npost = "p"\n{record}\n'
    row = tables(text)["tenures"].to_pandas().iloc[0]
    assert (row["end_edtf"] or None) == end if end else row["end_edtf"] is None or row["end_edtf"] != row["end_edtf"]
    assert [str(row["end_earliest"])[:10], str(row["end_latest"])[:10]] == [earliest, latest]


HANDOVER = """
[[event]]
id = "e"
date = "{day}"
participants = [
  {{ actor = "KOR", official = "old", role = "actor", capacity = "in-office" }},
  {{ actor = "KOR", official = "new", role = "actor", capacity = "in-office" }},
]
[[official]]
id = "old"
[[official.tenure]]
id = "t"
post = "p"
kind = "substantive"
start = "2020-01-01"
end = "2022-05-10"
[[official]]
id = "new"
[[official.tenure]]
id = "t"
post = "p"
kind = "substantive"
start = "2022-05-10"
end = ".."
"""


@pytest.mark.parametrize(
    ("day", "held_by"),
    [("2022-05-09", {"old"}), ("2022-05-10", {"old", "new"}), ("2022-05-11", {"new"}), ("2022-05", {"old", "new"})],
)
def test_on_a_handover_day_both_are_in_office(tables, day, held_by):
    rows = tables(HANDOVER.format(day=day))["participants"].to_pylist()
    assert {row["participant"] for row in rows if row["tenure_id"]} == held_by


def test_events_attest_the_tenures_that_cover_them(tables):
    tenure = tables(HANDOVER.format(day="2023-01-02"))["tenures"].to_pandas().set_index("official_id").loc["new"]
    assert [str(tenure["first_attested"].date()), str(tenure["last_attested"].date())] == ["2023-01-02"] * 2


@pytest.mark.parametrize("table", tables())
def test_every_table_has_exactly_the_columns_types_and_footer_of_its_model(table):
    built = assemble([], "0.1.0")[table].schema
    declared = arrow_schema(table)
    assert built.names == declared.names
    assert built.types == declared.types
    assert built.metadata == declared.metadata


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_records_and_files_never_changes_a_value(shuffle: random.Random):
    records = read([RECORDS]).records
    expected = assemble(records, "0.1.0")
    shuffle.shuffle(records)
    shuffled = assemble(records, "0.1.0")
    assert all(shuffled[name].equals(table) for name, table in expected.items())


def test_every_mapping_of_an_event_type_reaches_the_events(tables):
    row = tables('[[event]]\nid = "e"\ntype = "visit"\n')["events"].to_pylist()[0]
    mapped = next(
        code for code in support.vocabulary_rows() if (code["vocabulary"], code["code"]) == ("event_type", "visit")
    )
    assert row["plover_event"] == mapped["plover_event"]
    assert row["cameo_code"] == mapped["cameo_code"]


def test_a_file_is_not_read_twice_when_it_is_named_twice(tmp_path: Path):
    (tmp_path / "a.toml").write_text('[[place]]\nid = "seoul"\n')
    assert len(read([tmp_path, tmp_path / "a.toml"]).records) == 1
