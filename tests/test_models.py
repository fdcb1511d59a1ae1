"""The models: every check on single values can fail, and says so in words."""

from __future__ import annotations

from datetime import datetime

import pyarrow
import pytest

from seoul_tokyo_schemas.checking import check_values
from seoul_tokyo_schemas.columns import CHECKS, CODE, COUNT, DAY, FLAG, SCORE, SPOILS
from seoul_tokyo_schemas.layout import arrow_schema, columns, primary_key, tables
from seoul_tokyo_schemas.vocabularies import codes_of, vocabularies

RIGHT = {
    "id-is-slug": "a-slug",
    "text-is-plain": "text",
    "date-is-edtf": "2023-12-21",
    "end-is-edtf": "..",
    "time-is-local": "16:00/18:30",
    "url-is-web": "https://example.org/a",
    "seal-is-well-formed": "s1:5:" + "0" * 64,
    "wikidata-is-item": "Q42",
    "count-is-natural": 1,
}
COLUMNS = [(table, name) for table in tables() for name in columns(table)]
LAWS = [
    (table, name, law)
    for table, name in COLUMNS
    for law in dict.fromkeys((*columns(table)[name].checks, *columns(table)[name].laws))
]


def right(column):
    if column.arrow == CODE:
        return codes_of(column.vocabulary)[0]
    if column.arrow in (DAY, FLAG, SCORE):
        return {DAY: datetime(2023, 12, 21), FLAG: True, SCORE: 1.0}[column.arrow]
    return RIGHT[column.checks[-1]]


def one_row(table, **values):
    row = {name: right(column) for name, column in columns(table).items()} | values
    schema = pyarrow.schema([field.with_nullable(True) for field in arrow_schema(table)])
    return pyarrow.Table.from_pylist([row], schema=schema)


@pytest.mark.parametrize("table", tables())
def test_a_right_row_passes(table):
    assert check_values(table, one_row(table)) == []


@pytest.mark.parametrize("table", tables())
def test_what_may_be_missing_may_be_missing(table):
    assert (
        check_values(table, one_row(table, **{name: None for name, of in columns(table).items() if of.nullable})) == []
    )


@pytest.mark.parametrize(("table", "name", "law"), LAWS)
def test_every_law_of_every_column_can_fail(table, name, law):
    found = check_values(table, one_row(table, **{name: SPOILS[law](right(columns(table)[name]), 1)}))
    problem = next(problem for problem in found if problem.rule == law)
    assert {problem.field for problem in found} == {name}
    assert law not in CHECKS or CHECKS[law].explain or CHECKS[law].law in problem.message
    assert "\u202e" not in str(problem)


def test_every_vocabulary_is_used_and_every_code_defined():
    used = {column.vocabulary for table in tables() for column in columns(table).values() if column.vocabulary}
    assert used == set(vocabularies())
    for codes in vocabularies().values():
        assert all(entry["definition"].strip().endswith(".") for entry in codes.values())


def test_every_column_with_a_number_or_day_has_a_fitting_type():
    for table, name in COLUMNS:
        column = columns(table)[name]
        assert (column.arrow == COUNT) == ("count-is-natural" in column.checks), name
        assert not (column.arrow == CODE) ^ bool(column.vocabulary), name
        assert set(primary_key(table)) <= set(columns(table))


def test_a_rule_broken_everywhere_is_told_so_often_and_no_more():
    from seoul_tokyo_schemas import rulebook

    row = {name: right(column) for name, column in columns("places").items()}
    table = pyarrow.Table.from_pylist(
        [row | {"place_id": f"place-{number}"} for number in range(rulebook.MOST_TOLD + 10)],
        schema=pyarrow.schema([field.with_nullable(True) for field in arrow_schema("places")]),
    )
    found = rulebook.run({"places": table}, only=frozenset({"country-pairs-valid"}))
    assert len(found) == rulebook.MOST_TOLD + 1
    assert "the rest is not told" in found[-1].message
