"""Two releases compared: every difference is found, classified, and demands its version."""

import pyarrow
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seoul_tokyo.building.compare import BUMPS, Bump, Change, bump, compare, next_version, stamp
from seoul_tokyo.fingerprint import of_table
from seoul_tokyo_schemas.layout import arrow_schema

ROWS = st.dictionaries(st.sampled_from("abcdef"), st.sampled_from(["Seoul", "Tokyo", "Busan"]), max_size=6)


def places(names, release="0.1.0"):
    rows = [
        {"place_id": key, "name": name, "added_in": release, "changed_in": release}
        for key, name in sorted(names.items())
    ]
    return {"places": pyarrow.Table.from_pylist(rows, schema=arrow_schema("places"))}


@given(ROWS, ROWS)
def test_every_row_and_cell_that_differs_is_found_and_no_other(old, new):
    found = {(change.kind, change.record_id, change.column) for change in compare(places(old), places(new))}
    expected = {("row-added", key, "") for key in new.keys() - old.keys()}
    expected |= {("row-removed", key, "") for key in old.keys() - new.keys()}
    expected |= {("cell-changed", key, "name") for key in old.keys() & new.keys() if old[key] != new[key]}
    assert found == expected


@given(ROWS, ROWS)
def test_rows_remember_when_they_first_stood_and_last_changed(old, new):
    stamped = stamp(places(new, "0.2.0"), places(old), "0.2.0")["places"].to_pylist()
    for row in stamped:
        key = row["place_id"]
        assert row["added_in"] == ("0.1.0" if key in old else "0.2.0")
        assert row["changed_in"] == ("0.1.0" if old.get(key) == new[key] else "0.2.0")


@given(ROWS, ROWS)
def test_equal_fingerprints_mean_that_nothing_differs(old, new):
    same = of_table(places(old)["places"]) == of_table(places(new, "0.9.0")["places"])
    assert same == (compare(places(old), places(new)) == [])


def test_a_table_that_goes_is_major_and_one_that_comes_is_minor():
    both = places({"a": "Seoul"})
    assert bump(compare(both, {})) == Bump.MAJOR
    assert bump(compare({}, both)) == Bump.MINOR


def test_a_column_removed_retyped_or_made_nullable_is_major():
    full = places({"a": "Seoul"})
    table = full["places"]
    assert bump(compare(full, {"places": table.drop_columns(["name"])})) == Bump.MAJOR
    retyped = table.set_column(1, "name", pyarrow.array(["Seoul"], pyarrow.large_string()))
    assert bump(compare(full, {"places": retyped})) == Bump.MAJOR
    loose = table.cast(table.schema.set(1, table.schema.field(1).with_nullable(True)))
    assert [change.kind for change in compare(full, {"places": loose})] == ["column-made-nullable"]


def test_an_unclassified_change_is_major():
    assert Change("something-new", "places").bump == Bump.MAJOR
    assert Bump.PATCH not in BUMPS.values()


@pytest.mark.parametrize(
    ("current", "demanded", "expected"),
    [
        ("0.1.0", Bump.PATCH, "0.1.1"), ("0.1.0", Bump.MINOR, "0.1.1"), ("0.1.0", Bump.MAJOR, "0.2.0"),
        ("1.2.3", Bump.PATCH, "1.2.4"), ("1.2.3", Bump.MINOR, "1.3.0"), ("1.2.3", Bump.MAJOR, "2.0.0"),
    ],
)  # fmt: skip
def test_the_next_version_keeps_the_promise(current, demanded, expected):
    assert next_version(current, demanded) == expected
