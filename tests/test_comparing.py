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
    assert compare(both, {}) == [Change("table-removed", "places")]
    assert compare({}, both) == [Change("table-added", "places"), Change("row-added", "places", "a")]
    assert (bump(compare(both, {})), bump(compare({}, both))) == (Bump.MAJOR, Bump.MINOR)


def test_a_column_removed_retyped_or_made_nullable_is_major():
    full = places({"a": "Seoul"})
    table = full["places"]
    without = {"places": table.drop_columns(["name"])}
    assert compare(full, without) == [Change("column-removed", "places", column="name")]
    assert compare(without, full) == [Change("column-added", "places", column="name")]
    retyped = {"places": table.set_column(1, "name", pyarrow.array(["Seoul"], pyarrow.large_string()))}
    assert compare(full, retyped) == [Change("column-retyped", "places", "", "name", "string", "large_string")]
    loose = {"places": table.cast(table.schema.set(1, table.schema.field(1).with_nullable(True)))}
    assert compare(full, loose) == [Change("column-made-nullable", "places", column="name")]
    assert compare(loose, full) == [Change("column-made-required", "places", column="name")]
    assert {bump(compare(full, other)) for other in (without, retyped, loose)} == {Bump.MAJOR}
    assert {bump(compare(other, full)) for other in (without, loose)} == {Bump.MINOR}


def test_a_cell_tells_what_stood_and_what_stands():
    changes = compare(places({"a": "Seoul"}), places({"a": "Tokyo"}))
    assert changes == [Change("cell-changed", "places", "a", "name", "Seoul", "Tokyo")]


def codes(*rows):
    table = [{"vocabulary": vocabulary, "code": code, "definition": "A."} for vocabulary, code in rows]
    return {"codes": pyarrow.Table.from_pylist(table, schema=arrow_schema("codes"))}


def test_a_code_that_goes_is_major_but_a_series_is_a_row():
    assert compare(codes(("tone", "mixed")), codes()) == [Change("code-removed", "codes", "tone/mixed")]
    assert compare(codes(), codes(("tone", "mixed"))) == [Change("code-added", "codes", "tone/mixed")]
    assert compare(codes(("series", "talks")), codes()) == [Change("row-removed", "codes", "series/talks")]
    assert compare(codes(), codes(("matter", "treaty"))) == [Change("row-added", "codes", "matter/treaty")]
    assert bump(compare(codes(("tone", "mixed")), codes())) == Bump.MAJOR


def test_a_retired_row_keeps_the_release_in_which_it_was_retired():
    def retired(reason, release):
        row = {"record_table": "events", "record_id": "a", "reason": reason, "retired_in": release}
        return {
            "retired": pyarrow.Table.from_pylist(
                [row | {"added_in": release, "changed_in": release}], schema=arrow_schema("retired")
            )
        }

    row = stamp(retired("merged", "0.3.0"), retired("merged", "0.2.0"), "0.3.0")["retired"].to_pylist()[0]
    assert (row["retired_in"], row["added_in"]) == ("0.2.0", "0.2.0")


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
