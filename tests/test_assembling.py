"""Tables from records: what is computed, and what does not matter."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest
from conftest import RECORDS
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo import fingerprint
from seoul_tokyo.building import support
from seoul_tokyo.building.assemble import assemble
from seoul_tokyo.building.examples import base
from seoul_tokyo.building.read import read
from seoul_tokyo.building.rows import rows
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


def test_the_original_of_a_story_is_its_origin_whatever_the_order_of_names():
    found = origins(article("a", derivation="rewrite", story="s"), article("z", story="s"))
    assert found == {"a": "paper-z", "z": "paper-z"}


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
        ("2019-07-01/2023-03-23", "2019-07-01/2023-07-21", "contradicts"),
        ("2019-07-01/..", "2019-07-01/2023-07-21", "supports"),
        ("2019-07/2023", "2019-07-01/2023-07-21", "coarser"),
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
@given(st.integers(0, 10**6))
def test_the_order_of_records_and_files_never_changes_a_value(seed: int):
    records = read([RECORDS]).records
    expected = assemble(records, "0.1.0")
    mixed = random.Random(seed).sample(records, len(records))
    shuffled = assemble([replace(record, file=f"{n}.toml", number=n) for n, record in enumerate(mixed)], "0.1.0")
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


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2020-01-01", "supports"),
        ("2022-05-09", "supports"),
        ("2019-12-31", "contradicts"),
        ("2022-05-10", "contradicts"),
        ("2022-05", "supports"),
        ("2019", "contradicts"),
        ("some day", "contradicts"),
    ],
)
def test_a_day_in_office_lies_between_the_first_day_and_the_first_day_not_held(day, expected):
    tenure = {"start_earliest": date(2020, 1, 1), "end_latest": date(2022, 5, 10)}
    assert stance({"field": "held_on", "value": day}, tenure) == expected
    assert stance({"field": "held_on", "value": "1950"}, {}) == "supports"


def test_a_last_day_and_an_end_are_one_day_apart():
    tenure = {"last_day_edtf": "2024-05-31", "end_edtf": "2024-06-01"}
    assert stance({"field": "end_edtf", "value": "2024-06-01"}, tenure) == "supports"
    assert stance({"field": "end_edtf", "value": "2024-05-31"}, tenure) == "contradicts"
    assert stance({"field": "last_day_edtf", "value": "2024-05-31"}, tenure) == "supports"
    assert stance({"field": "last_day_edtf", "value": "2024-05-30"}, {"end_edtf": "2024-06-01"}) == "contradicts"
    assert stance({"field": "last_day_edtf", "value": "2024-05-31"}, {"end_edtf": "2024-06-01"}) == "supports"


def test_a_plain_value_supports_what_equals_it_and_contradicts_the_rest():
    assert stance({"field": "place_id", "value": "seoul"}, {"place_id": "seoul"}) == "supports"
    assert stance({"field": "place_id", "value": "seoul"}, {"place_id": "tokyo"}) == "contradicts"
    assert stance({"field": "series_number", "value": "15"}, {"series_number": 15}) == "supports"


TENURE = """
[[official.tenure]]
id = "{id}"
post = "{id}-post"
kind = "{kind}"
{start}
{end}
"""


def tenure_chosen(tables, capacity, *tenures):
    blocks = "".join(TENURE.format(id=name, kind=kind, start=start, end=end) for name, kind, start, end in tenures)
    other = '{ actor = "JPN", official = "b", role = "actor", capacity = "former" }'
    person = f'{{ actor = "KOR", official = "a", role = "actor", capacity = "{capacity}" }}'
    event = f'[[event]]\nid = "e"\ndate = "2023-06-15"\nparticipants = [{other}, {person}]\n'
    return tables(f'{event}[[official]]\nid = "a"\n{blocks}')["participants"].to_pylist()[0]["tenure_id"]


SINCE_2020, SINCE_MAY = ('start = "2020-01-01"', 'end = ".."'), ('start = "2023-05-01"', 'end = ".."')
WHOLE_YEAR = ('start = "2023-01-01"', 'end = "2024-01-01"')
HELD_ON = (
    '[[official.tenure.source]]\narticle = "{}"\npart = "body"\nmodality = "realised"\nsays = {{ held_on = "{}" }}'
)


def held(name, kind, *days):
    return name, kind, "", "\n".join(HELD_ON.format(n, day) for n, day in enumerate(days))


@pytest.mark.parametrize(
    ("capacity", "tenures", "expected"),
    [
        ("in-office", [("full", "substantive", *WHOLE_YEAR), ("second", "concurrent", *WHOLE_YEAR)], "a/full"),
        ("in-office", [("next", "designate", *WHOLE_YEAR), ("now", "acting", *WHOLE_YEAR)], "a/now"),
        ("designate", [("next", "designate", *WHOLE_YEAR), ("now", "substantive", *WHOLE_YEAR)], "a/next"),
        ("in-office", [("sure", "acting", *WHOLE_YEAR), ("maybe", "substantive", 'start = "2023-06"', "")], "a/sure"),
        ("in-office", [("sure", "acting", 'start = "2023-01-01"', 'end = ".."'), ("open", "acting", "", "")], "a/sure"),
        ("in-office", [("a", "acting", *WHOLE_YEAR), ("b", "substantive", *WHOLE_YEAR)], "a/b"),
        ("in-office", [("old", "substantive", *SINCE_2020), ("new", "substantive", *SINCE_MAY)], "a/new"),
        ("in-office", [held("seen", "acting", "2023-06-15"), ("b", "substantive", 'start = "2023"', "")], "a/seen"),
        # Where nothing settles it, the one that was seen nearest: before, after, or around the day.
        ("in-office", [held("a", "substantive", "2023-06-01"), held("b", "substantive", "2023-07-01")], "a/a"),
        ("in-office", [held("a", "substantive", "2023-05-01"), held("b", "substantive", "2023-07-01")], "a/b"),
        ("in-office", [held("a", "acting", "2023-01-01", "2024-01-01"), held("b", "substantive", "2023-06-16")], "a/a"),
        ("in-office", [held("a", "substantive", "2023-01-01", "2024-01-01"), held("b", "acting", "2023-06-15")], "a/b"),
        ("in-office", [("a", "acting", *SINCE_2020), held("b", "substantive", "2023-06-16")], "a/a"),
        ("in-office", [("a", "concurrent", *WHOLE_YEAR), ("b", "suspended", *WHOLE_YEAR)], "a/b"),
        ("in-office", [("a", "substantive", 'start = "2010-01-01"', ""), held("b", "acting", "2023-06-01")], "a/b"),
        ("in-office", [("a", "substantive", "", 'end = "2030-01-01"'), held("b", "acting", "2023-06-01")], "a/b"),
        ("in-office", [held("a", "substantive", "2023-06"), held("b", "acting", "2000-01-01")], "a/b"),
        ("in-office", [("ended", "substantive", "", 'end = "2023-06-14"')], None),
        ("in-office", [("later", "substantive", 'start = "2023-06-16"', "")], None),
        ("former", [("full", "substantive", *WHOLE_YEAR)], None),
        ("envoy", [("full", "substantive", *WHOLE_YEAR)], None),
    ],
)  # fmt: skip
def test_a_participant_is_tied_to_the_tenure_that_fits_best(tables, capacity, tenures, expected):
    assert tenure_chosen(tables, capacity, *tenures) == expected


def test_a_coarse_event_attests_no_day_in_office(tables):
    tenures = tables(HANDOVER.format(day="2023-01"))["tenures"].to_pylist()
    assert [row["first_attested"] for row in tenures] == [None, None]


RECORD = """
[[article]]
id = "release"
publisher = "{publisher}"
publisher_country = "{country}"
kind = "{kind}"
derivation = "original"
[[actor]]
id = "KOR"
name = "South Korea"
kind = "state"
country = "KOR"
[[actor]]
id = "court"
name = "The Court"
kind = "court"
country = "KOR"
[[event]]
id = "e"
participants = [{{ actor = "{actor}", role = "{role}" }}]
[[event.source]]
article = "release"
part = "body"
modality = "realised"
supports = ["type"]
"""


@pytest.mark.parametrize(
    ("publisher", "country", "kind", "actor", "role", "confidence"),
    [
        ("Ministry", "KOR", "official-release", "KOR", "speaker", "high"),
        ("Ministry", "KOR", "news", "KOR", "speaker", "medium"),
        ("Ministry", "JPN", "official-release", "KOR", "speaker", "medium"),
        ("Ministry", "KOR", "official-release", "KOR", "recipient", "medium"),
        ("Ministry", "KOR", "official-release", "KOR", "affected", "medium"),
        ("Ministry", "KOR", "official-release", "court", "court", "medium"),
        ("The Court", "KOR", "court-document", "court", "court", "high"),
        ("The Court", "KOR", "court-document", "KOR", "actor", "medium"),
    ],
)
def test_one_origin_is_sure_only_of_the_publisher_s_own_acts(tables, publisher, country, kind, actor, role, confidence):
    text = RECORD.format(publisher=publisher, country=country, kind=kind, actor=actor, role=role)
    assert tables(text)["events"].to_pylist()[0]["confidence"] == confidence


@pytest.mark.parametrize(
    ("derivation", "kind", "confidence"),
    [
        ("original", "news", "medium"),
        ("rewrite", "news", "low"),
        ("unknown", "news", "low"),
        ("original", "encyclopedia", "low"),
    ],
)
def test_a_copy_is_no_better_than_what_it_copies(tables, derivation, kind, confidence):
    copy = (
        '[[article]]\nid = "copy"\npublisher = "Other"\nkind = "news"\n'
        'derivation = "syndicated"\nderived_from = "release"\n'
    )
    cited = '[[event.source]]\narticle = "copy"\npart = "body"\nmodality = "realised"\nsupports = ["type"]\n'
    text = RECORD.format(publisher="Paper", country="GBR", kind=kind, actor="KOR", role="actor")
    row = tables(copy + text.replace('"original"', f'"{derivation}"') + cited)["events"].to_pylist()[0]
    assert (row["confidence"], row["n_articles"], row["n_origins"]) == (confidence, 2, 1)


def test_positions_and_phases_are_numbered_and_the_last_phase_is_the_status(tables):
    text = """
[[dispute]]
id = "d"
positions = [{ actor = "KOR" }, { actor = "JPN" }, { actor = "KOR" }]
[[dispute.phase]]
id = "first"
status = "active"
[[dispute.phase]]
id = "second"
status = "dormant"
"""
    found = tables(text)
    positions = {(row["actor_id"], row["number"]) for row in found["dispute_positions"].to_pylist()}
    assert positions == {("KOR", 1), ("KOR", 2), ("JPN", 1)}
    assert [(row["phase_id"], row["number"]) for row in found["dispute_phases"].to_pylist()] == [
        ("d/first", 1),
        ("d/second", 2),
    ]
    assert found["disputes"].to_pylist()[0]["status"] == "dormant"


def test_names_are_listed_with_their_language_and_kind(tables):
    text = """
[[official]]
id = "a"
name = "Kim A"
native_name = "김가"
country = "KOR"
names = [{ name = "A. Kim", language = "en", kind = "variant", used_by = "a paper" }]
[[official]]
id = "b"
name = "Sato B"
native_name = "佐藤乙"
country = "JPN"
[[official]]
id = "c"
name = "C Smith"
country = "USA"
[[post]]
id = "p"
title = "Minister"
native_title = "장관"
country = "KOR"
"""
    rows = tables(text)["names"].to_pylist()
    assert {(row["record_id"], row["name"], row["language"], row["kind"], row["used_by"]) for row in rows} == {
        ("a", "Kim A", "ko-Latn", "preferred", None),
        ("a", "김가", "ko-Hang", "native", None),
        ("a", "A. Kim", "en", "variant", "a paper"),
        ("b", "Sato B", "ja-Latn", "preferred", None),
        ("b", "佐藤乙", "ja-Jpan", "native", None),
        ("c", "C Smith", "en", "preferred", None),
        ("p", "Minister", "en", "preferred", None),
        ("p", "장관", "ko-Hang", "native", None),
    }


def test_distinct_events_are_mirrored_once(tables):
    links = '{ relation = "distinct-from", event = "b" }, { relation = "follows", event = "b" }'
    text = f'[[event]]\nid = "a"\nlinks = [{links}]\n'
    links = {tuple(row.values())[:3] for row in tables(text)["event_links"].to_pylist()}
    assert links == {("a", "distinct-from", "b"), ("b", "distinct-from", "a"), ("a", "follows", "b")}


@pytest.mark.parametrize(
    ("status", "counted"),
    [("occurred", 1), ("ongoing", 1), ("scheduled", 2), ("postponed", 2), ("cancelled", 2)],
)
def test_a_preview_supports_a_plan_and_nothing_that_happened(tables, status, counted):
    preview = '[[event.source]]\narticle = "{}"\npart = "body"\nmodality = "scheduled"\nsupports = ["type"]\n'
    articles = "".join(f'[[article]]\nid = "{name}"\npublisher = "{name}"\nderivation = "original"\n' for name in "ab")
    text = f'{articles}[[event]]\nid = "e"\nstatus = "{status}"\n' + preview.format("a") + preview.format("b")
    row = tables(text)["events"].to_pylist()[0]
    assert (row["n_articles"], row["n_origins"]) == (counted, counted)


def test_a_body_acts_in_office_and_a_firm_or_group_privately(tables):
    kinds = {"KOR": "state", "court": "court", "firm": "firm", "group": "group"}
    actors = "".join(f'[[actor]]\nid = "{name}"\nkind = "{kind}"\n' for name, kind in kinds.items())
    listed = ", ".join(f'{{ actor = "{name}", role = "actor" }}' for name in kinds)
    given = '{ actor = "firm", role = "affected", capacity = "envoy" }'
    rows = tables(f'{actors}[[event]]\nid = "e"\nparticipants = [{listed}, {given}]\n')["participants"].to_pylist()
    assert {(row["actor_id"], row["role"]): row["capacity"] for row in rows} == {
        ("KOR", "actor"): "in-office",
        ("court", "actor"): "in-office",
        ("firm", "actor"): "private",
        ("group", "actor"): "private",
        ("firm", "affected"): "envoy",
    }


def test_a_participant_and_a_body_without_ids_do_not_stop_the_assembly(tables):
    text = '[[actor]]\nname = "Japan"\n[[event]]\nid = "e"\nparticipants = [{ role = "host" }]\n'
    assert tables(text)["participants"].to_pylist()[0]["role"] == "host"


def test_the_base_of_the_examples_assembles_to_the_same_tables_from_the_same_places():
    """Where a value or a place moves on purpose, the new fingerprint is put here."""
    assembled = {name: fingerprint.of_table(table) for name, table in assemble(base(), "0.1.0").items()}
    assert (
        fingerprint.of_release(assembled) == "sha256:7fa3481f259cbc044ff0772c92afdc0af860e06252df533cf6913010207526c9"
    )
    places = "\n".join(f"{row.table} {row.path}" for record in base() for row in rows(record))
    assert sha256(places.encode()).hexdigest() == "80440b37e59c7404b341b979d4ddbb713bd3ad1590cb8968957343a4b35a3c80"
