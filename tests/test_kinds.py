"""Every kind of change over every pair of fixtures: each is found in its own pair and in no other."""

import tomllib
from copy import deepcopy
from pathlib import Path

import pyarrow
import pytest

from seoul_tokyo import comparing
from seoul_tokyo.building import metadata
from seoul_tokyo.comparing import UNCLASSIFIED, bump, bump_of, compare, policies
from seoul_tokyo.errors import ComparisonFailed
from seoul_tokyo.kinds import kinds
from seoul_tokyo.kinds.kind import Bump, Change, Snapshot, described_by
from seoul_tokyo_schemas.columns import CODE
from seoul_tokyo_schemas.layout import arrow_schema, tables

PAIRS = {
    file.stem: tomllib.loads(file.read_text()) for file in sorted((Path(__file__).parent / "kinds").glob("*.toml"))
}
TYPES = {"string": pyarrow.string(), "large_string": pyarrow.large_string(), "code": CODE}


def side(said):
    """One side of a pair as the comparison takes it: through the same resource form as a released data package."""
    found, described = {}, {}
    for table in said.get("tables", []):
        columns = table["columns"]
        rows = [dict(zip([column["name"] for column in columns], row, strict=False)) for row in table["rows"]]
        schema = pyarrow.schema([(column["name"], TYPES[column["type"]]) for column in columns])
        found[table["name"]] = pyarrow.Table.from_pylist(rows, schema=schema)
        fields = [
            {key: column[key] for key in ("name", "description", "formerly") if key in column}
            | {"constraints": {"required": column.get("required", True), "enum": column.get("codes", [])}}
            for column in columns
        ]
        resource = {"name": table["name"], "description": table["description"], "formerly": table.get("formerly", []),
                    "schema": {"fields": fields, "primaryKey": table["key"]}}  # fmt: skip
        described[table["name"]] = described_by(resource, found[table["name"]])
    return Snapshot(found, described, said.get("interface", {}))


def pair(name):
    return side(PAIRS[name]["before"]), side(PAIRS[name]["after"])


def test_every_kind_has_a_pair_and_every_pair_a_kind():
    assert PAIRS.keys() == kinds().keys() and len(PAIRS) > 20


@pytest.mark.parametrize("name", PAIRS)
def test_every_kind_over_every_pair(name):
    old, new = pair(name)
    fired = {kind.name for kind in kinds().values() if list(kind.find(old, new))}
    assert fired == {name, *PAIRS[name]["also"]}
    found = compare(old, new)
    assert {change.kind for change in found} == fired
    assert bump(found) == kinds()[name].bump
    assert compare(old, old) == compare(new, new) == []


@pytest.mark.parametrize("name", PAIRS)
def test_a_kind_taken_away_leaves_its_change_unclassified_and_so_major(name, monkeypatch):
    old, new = pair(name)
    rest = {other: kind for other, kind in kinds().items() if other != name}
    monkeypatch.setattr(comparing, "kinds", lambda: rest)
    found = compare(old, new)
    assert UNCLASSIFIED in {change.kind for change in found}
    assert bump(found) == Bump.MAJOR == bump_of(Change("something-new", "places"))


@pytest.mark.parametrize("name", PAIRS)
def test_the_way_back_is_a_change_too(name):
    old, new = pair(name)
    assert compare(new, old)


def test_changes_name_table_row_and_column():
    assert compare(*pair("cell-changed")) == [Change("cell-changed", "places", "busan", "name", "Busan", "Pusan")]
    assert compare(*pair("column-renamed")) == [Change("column-renamed", "places", "", "title", "name", "title")]
    assert compare(*pair("row-removed")) == [Change("row-removed", "places", "seoul")]
    assert compare(*pair("parameter-removed")) == [Change("parameter-removed", "", "st.load", "version")]


def test_a_member_more_leaves_those_of_a_class_where_they_were():
    before, after = (
        Snapshot({}, {}, {"st.Diff": members}) for members in (["added=", "why="], ["added=", "bump=", "why="])
    )
    assert [change.kind for change in compare(before, after)] == ["parameter-added"]


def test_a_series_and_a_matter_are_rows_of_codes_and_no_codes():
    before, after = deepcopy((PAIRS["code-added"]["before"], PAIRS["code-added"]["after"]))
    for said in (before, after):
        said["tables"][0]["rows"] = [[row[0].replace("tone", "series"), row[1]] for row in said["tables"][0]["rows"]]
    assert [change.kind for change in compare(side(before), side(after))] == ["row-added"]


def test_cells_of_a_renamed_column_and_table_are_still_compared():
    before, after = deepcopy((PAIRS["column-renamed"]["before"], PAIRS["column-renamed"]["after"]))
    after["tables"][0]["rows"] = [["busan", "Pusan"], ["seoul", "Seoul"]]
    found = {(change.kind, change.column, change.before, change.after) for change in compare(side(before), side(after))}
    assert found == {("column-renamed", "title", "name", "title"), ("cell-changed", "title", "Busan", "Pusan")}


def test_a_key_column_that_is_renamed_leaves_the_key_what_it_was():
    before, after = (deepcopy(PAIRS["row-added"]["before"]) for _ in range(2))
    after["tables"][0]["columns"][0] |= {"name": "id", "formerly": ["place_id"]}
    after["tables"][0]["key"] = ["id"]
    assert [change.kind for change in compare(side(before), side(after))] == ["column-renamed"]


def test_the_policies_of_others_see_the_same_changes():
    assert policies(compare(*pair("cell-changed"))) == {
        "frictionless": "PATCH", "croissant": "MAJOR", "datasemver": "MINOR",
    }  # fmt: skip
    assert policies(compare(*pair("column-added")))["frictionless"] == "MAJOR"
    assert set(policies([]).values()) == {"PATCH"}


def test_two_rows_of_one_key_cannot_be_compared():
    said = deepcopy(PAIRS["row-added"]["before"])
    said["tables"][0]["rows"] = [["busan", "Busan"], ["busan", "Seoul"]]
    with pytest.raises(ComparisonFailed, match="places holds two rows of one key"):
        compare(side(said), pair("row-added")[1])


def test_a_data_package_that_names_other_columns_cannot_be_compared():
    table = pyarrow.Table.from_pylist([], schema=arrow_schema("places"))
    with pytest.raises(ComparisonFailed, match="places"):
        described_by(metadata.described("places"), table.drop_columns(["name"]))


@pytest.mark.parametrize("name", tables())
def test_the_models_describe_what_the_comparison_reads(name):
    said = described_by(metadata.described(name), pyarrow.Table.from_pylist([], schema=arrow_schema(name)))
    assert list(said["columns"]) == arrow_schema(name).names
    assert any(column["codes"] for column in said["columns"].values()) or name in (
        "places",
        "retired",
        "officials",
        "codes",
    )
