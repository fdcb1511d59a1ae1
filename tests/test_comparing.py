"""Two releases compared: every row and cell that differs is found, stamped, and demands its version."""

import json
from datetime import datetime

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoul_tokyo.building import metadata
from seoul_tokyo.building.compare import next_version, stamp
from seoul_tokyo.comparing import Diff, compare, owner
from seoul_tokyo.fingerprint import of_table
from seoul_tokyo.kinds.kind import Bump, Change, Snapshot, described_by
from seoul_tokyo_schemas.layout import arrow_schema

ROWS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["Seoul", "Tokyo", "Busan"]), max_size=6)


def places(names, release="0.1.0"):
    rows = [
        {"place_id": key, "name": name, "added_in": release, "changed_in": release}
        for key, name in sorted(names.items())
    ]
    return {"places": pyarrow.Table.from_pylist(rows, schema=arrow_schema("places"))}


def side(tables):
    return Snapshot(tables, {name: described_by(metadata.described(name), table) for name, table in tables.items()})


@given(ROWS, ROWS)
def test_every_row_and_cell_that_differs_is_found_and_no_other(old, new):
    found = {(c.kind, c.record_id, c.column) for c in compare(side(places(old)), side(places(new)))}
    expected = {("row-added", key, "") for key in new.keys() - old.keys()}
    expected |= {("row-removed", key, "") for key in old.keys() - new.keys()}
    expected |= {("cell-changed", key, "name") for key in old.keys() & new.keys() if old[key] != new[key]}
    assert found == expected


@given(ROWS, ROWS)
def test_rows_remember_when_they_first_stood_and_last_changed(old, new):
    found = compare(side(places(old)), side(places(new, "0.2.0")))
    for row in stamp(places(new, "0.2.0"), places(old), found, "0.2.0")["places"].to_pylist():
        key = row["place_id"]
        assert row["added_in"] == ("0.1.0" if key in old else "0.2.0")
        assert row["changed_in"] == ("0.1.0" if old.get(key) == new[key] else "0.2.0")


@given(ROWS, ROWS)
def test_equal_fingerprints_mean_that_nothing_differs(old, new):
    same = of_table(places(old)["places"]) == of_table(places(new, "0.9.0")["places"])
    assert same == (compare(side(places(old)), side(places(new, "0.9.0"))) == [])


@given(ROWS, ROWS)
def test_the_order_of_rows_is_no_difference(old, new):
    turned = {"places": places(new)["places"].sort_by([("place_id", "descending")])}
    assert compare(side(places(old)), side(turned)) == compare(side(places(old)), side(places(new)))


@pytest.mark.parametrize(
    ("current", "demanded", "expected"),
    [
        ("0.1.0", Bump.PATCH, "0.1.1"), ("0.1.0", Bump.MINOR, "0.1.1"), ("0.1.0", Bump.MAJOR, "0.2.0"),
        ("1.2.3", Bump.PATCH, "1.2.4"), ("1.2.3", Bump.MINOR, "1.3.0"), ("1.2.3", Bump.MAJOR, "2.0.0"),
    ],
)  # fmt: skip
def test_the_next_version_keeps_the_promise(current, demanded, expected):
    assert next_version(current, demanded) == expected


@pytest.mark.parametrize(
    ("table", "record_id", "expected"),
    [
        ("events", "talks", "events talks"),
        ("participants", "talks/KOR/host", "events talks"),
        ("tenures", "kim/minister", "tenures kim/minister"),
        ("names", "tenures/kim/minister/Kim/en/variant", "tenures kim/minister"),
        ("names", "places/seoul/서울/ko-Hang/native", "places seoul"),
        ("dispute_positions", "labour/KOR/1", "disputes labour"),
    ],
)
def test_a_row_belongs_to_the_record_that_bears_it(table, record_id, expected):
    assert " ".join(owner(table, record_id)) == expected


SAID = Diff(
    "0.1.0",
    "0.2.0",
    [
        Change("name-added", "", "timeline"),
        *(Change("row-added", "evidence", f"talks/{number:02}") for number in range(21)),
        *(Change("row-added", "places", f"place-{number:02}") for number in range(20)),
        Change("cell-changed", "events", "talks", "place_id", None, "seoul"),
        Change("cell-changed", "events", "talks", "title", "Talks", "회담"),
        Change("cell-changed", "events", "visit", "date_start", datetime(2020, 1, 2), None),
        Change("row-removed", "participants", "visit/KOR/host"),
        Change("column-removed", "places", "", "claimed_by"),
    ],
    {
        ("events", "talks"): {"table": "events", "record_id": "talks", "reason": "it was long", "articles": ["a", "b"]},
        ("events", "visit"): {"table": "events", "record_id": "visit", "reason": "it was early", "articles": []},
    },
)


def test_the_text_tells_the_first_rows_of_each_kind_evidence_and_interface_last():
    rows = [f"  place-{number:02}" for number in range(20)]
    evidence = [f"  talks/{number:02}" for number in range(20)]
    assert str(SAID).split("\n") == [
        "0.1.0 → 0.2.0: MAJOR (by other policies: frictionless MAJOR, croissant MAJOR, datasemver MAJOR)",
        "  because of column-removed: 1 in places",
        "", "places: row-added (20)", *rows,
        "", "events: cell-changed (3)",
        "  talks place_id: nothing → seoul (it was long [a, b])",
        "  talks title: Talks → 회담 (it was long [a, b])",
        "  visit date_start: 2020-01-02 → nothing (it was early)",
        "", "participants: row-removed (1)", "  visit/KOR/host (it was early)",
        "", "places: column-removed (1)", "  claimed_by",
        "", "evidence: row-added (21)", *evidence, "  and 1 more",
        "", "interface: name-added (1)", "  timeline",
    ]  # fmt: skip


def test_markdown_and_json_tell_all():
    few = Diff("0.1.0", "0.2.0", [SAID.found[42], *SAID.found[44:]], SAID.reasons)
    text = few.to_markdown()
    assert text.split("\n") == [
        "# 0.1.0 → 0.2.0: MAJOR", "",
        "- column-removed: 1 in places",
        "", "## events: cell-changed (2)", "",
        "- `talks` `place_id`: nothing → seoul (it was long [a, b])",
        "- `visit` `date_start`: 2020-01-02 → nothing (it was early)",
        "", "## participants: row-removed (1)", "", "- `visit/KOR/host` (it was early)",
        "", "## places: column-removed (1)", "", "- `claimed_by`", "",
    ]  # fmt: skip
    assert few.counts == ["events: 2 × cell-changed", "participants: 1 × row-removed", "places: 1 × column-removed"]
    content = SAID.to_json()
    assert '\n "version": "0.2.0",\n' in content and "회담" in content
    assert json.loads(content) == SAID.to_dict()
    assert SAID.to_dict()["changes"][0] == {"kind": "name-added", "bump": "MINOR", "record_id": "timeline"}
    assert SAID.to_dict()["reasons"] == list(SAID.reasons.values())


def test_frames_hold_text_or_nothing_and_count_from_zero():
    changed, removed = SAID.changed, SAID.removed
    assert changed.index.tolist() == [0, 1, 2] and list(removed.columns) == ["table", "record_id", "reason"]
    assert changed.astype(object).where(changed.notna(), None).values.tolist() == [
        ["events", "talks", "place_id", None, "seoul", "it was long [a, b]"],
        ["events", "talks", "title", "Talks", "회담", "it was long [a, b]"],
        ["events", "visit", "date_start", "2020-01-02", None, "it was early"],
    ]
    assert SAID.added["table"].tolist() == ["evidence"] * 21 + ["places"] * 20
