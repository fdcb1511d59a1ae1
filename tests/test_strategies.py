"""The strategies draw what they promise: consistent, varied datasets that shrink, and exactly one break.

How many draws a law is tried on stands beside it; ``benchmarks/strategies.py`` measures speed and variety.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from unittest import mock
from zlib import crc32

import pandas as pd
import pytest
from hypothesis import HealthCheck, Phase, find, given, seed, settings
from hypothesis.internal.conjecture import engine
from hypothesis.strategies import SearchStrategy

from seoul_tokyo.building import examples
from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.forms import forms
from seoul_tokyo.building.read import Record
from seoul_tokyo.testing import UNUSED_YEARS, arrow_datasets, broken, broken_arrow, datasets, implied
from seoul_tokyo_schemas import rulebook
from seoul_tokyo_schemas.checking import check, check_values
from seoul_tokyo_schemas.columns import SPOILS
from seoul_tokyo_schemas.layout import arrow_schema, columns, tables
from seoul_tokyo_schemas.strategies import breaking, records
from seoul_tokyo_schemas.vocabularies import codes_of

DRAWS_FOR_VARIETY = 1000

QUIET = settings(
    deadline=None, database=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)  # fmt: skip

UNREACHED = {
    # No type of event maps to these: PLOVER's requests, threats and mobilisations need words or deeds of their own.
    "plover_event": {"REQUEST", "THREATEN", "MOBILIZE"},
    # Any country can be drawn, but some of the 249 stay out by chance; a test of their own asks for most of them.
    "country": set(codes_of("country")),
}
"""The codes that a sample may lack, and why."""


def drawn(strategy: SearchStrategy[Tables], count: int, start: int = 20231221) -> list[Tables]:
    """Some draws, the same in every run; the first of them is the smallest there is."""
    found: list[Tables] = []

    @seed(start)
    @settings(QUIET, max_examples=count, phases=[Phase.generate])
    @given(strategy)
    def collect(dataset: Tables) -> None:
        found.append(dataset)

    collect()
    return found


@cache
def sample() -> tuple[Tables, ...]:
    return tuple(drawn(arrow_datasets(), DRAWS_FOR_VARIETY))


def values(table: str, column: str) -> set[object]:
    return {value for dataset in sample() for value in dataset[table][column].unique().to_pylist()} - {None}


def coded_columns() -> Iterator[tuple[str, str, str]]:
    for table in tables():
        for name, column in columns(table).items():
            if column.vocabulary:
                yield column.vocabulary, table, name


@settings(QUIET, max_examples=100)
@given(arrow_datasets())
def test_a_drawn_dataset_breaks_no_model_and_no_rule(dataset: Tables) -> None:
    assert check(dataset) == []


@settings(QUIET, max_examples=50)
@given(records())
def test_a_drawn_record_has_only_keys_that_a_record_takes(drawn_records: list[tuple[str, dict[str, object]]]) -> None:
    for kind, body in drawn_records:
        assert body.keys() <= set(forms()[kind].keys)


@settings(QUIET, max_examples=5)
@given(datasets())
def test_a_dataset_has_every_table_with_the_documented_dtypes(frames: dict[str, pd.DataFrame]) -> None:
    assert set(frames) == set(tables())
    for name, frame in frames.items():
        documented = arrow_schema(name).empty_table().to_pandas()
        assert list(frame.columns) == list(documented.columns)
        for column in frame:
            if not isinstance(frame[column].dtype, pd.CategoricalDtype):
                assert frame[column].dtype == documented[column].dtype


@pytest.mark.parametrize("law", [*sorted(rulebook.rules()), *SPOILS])
def test_a_broken_dataset_breaks_its_law_and_what_that_implies(law: str) -> None:
    severity = {name: rule.severity for name, rule in rulebook.rules().items()} | dict.fromkeys(SPOILS, "error")
    expected = {(name, severity[name]) for name in {law} | implied(law)}
    # All rules on one dataset take most of a second: of the draws, other ones for each law, the last is checked.
    dataset = drawn(broken_arrow(law), 2, start=crc32(law.encode()))[-1]
    assert {(problem.rule, problem.severity) for problem in check(dataset)} == expected


@cache
def beside_the_base() -> tuple[Tables, ...]:
    within = records(first_year=UNUSED_YEARS[0], last_year=UNUSED_YEARS[1])
    stories = within.map(lambda told: [Record(kind, body, "", number) for number, (kind, body) in enumerate(told)])
    return tuple(drawn(stories.map(examples.beside), 4))


@pytest.mark.parametrize("law", SPOILS)
def test_a_wrong_value_breaks_its_check_alone_wherever_it_may_stand(law: str) -> None:
    random = Random(crc32(law.encode()))
    for dataset in beside_the_base()[-2:]:
        spoilt, expected = dataset, set()
        for name, column in breaking.places(law, dataset):
            row = random.choice(breaking.rows(dataset, (name, column)))
            spoilt = breaking.with_wrong(spoilt, law, (name, column), row, random.randrange(100))
            expected.add((law, name, column))
        found = {(problem.rule, problem.table, problem.field) for problem in check(spoilt)}
        assert expected <= found
        assert {rule for rule, _, _ in found} == {law}


@pytest.mark.parametrize("law", SPOILS)
def test_a_check_is_broken_in_many_places_and_ways(law: str) -> None:
    found = set()
    for dataset in drawn(broken_arrow(law), 12):
        found |= {problem for name in tables() for problem in check_values(name, dataset[name])}
    assert {problem.rule for problem in found} == {law}
    assert len({(problem.table, problem.record_id) for problem in found}) >= 3
    among = {(name, column) for dataset in beside_the_base() for name, column in breaking.places(law, dataset)}
    assert len({(problem.table, problem.field) for problem in found}) >= min(3, len(among))


def test_every_check_can_be_broken_and_every_column_named_for_it_bears_one() -> None:
    bearing = {law for name in tables() for column in columns(name).values() for law in column.laws}
    assert bearing == set(SPOILS)
    assert all(columns(name)[column].laws for name, named in breaking.ALONE.items() for column in named)


@pytest.mark.parametrize("ask", [broken, implied])
def test_a_law_that_is_none_is_refused_with_those_that_are_near(ask: Callable[[str], object]) -> None:
    with pytest.raises(ValueError, match="there is no rule or check 'id-is-slugg'; did you mean id-is-slug"):
        ask("id-is-slugg")
    with pytest.raises(ValueError, match=r"there is no rule or check 'zzz'; docs/RULES\.md lists them"):
        ask("zzz")


@pytest.mark.parametrize("vocabulary", sorted({vocabulary for vocabulary, _, _ in coded_columns()}))
def test_every_code_of_a_vocabulary_is_drawn(vocabulary: str) -> None:
    met = set().union(*(values(table, name) for known, table, name in coded_columns() if known == vocabulary))
    assert set(codes_of(vocabulary)) - met <= UNREACHED.get(vocabulary, set())


def test_most_countries_are_drawn() -> None:
    assert len(values("articles", "publisher_country")) > 0.8 * len(codes_of("country"))


@pytest.mark.parametrize(
    "form",
    [
        r"\d{4}-\d\d-\d\d", r"\d{4}-\d\d", r"\d{4}", r"\d{4}-2[1-4]", r"\d{3}X", r"\d\dXX", r"\d{4}-XX",
        r"\d{4}-XX-XX", r"\d{4}-\d\d-XX", r".*~", r".*\?", r".*%", r"\S+/\d\S+",
        r"\S+/\.\.", r"\.\./\S+", r"\S+/", r"/\S+",
    ],
)  # fmt: skip
def test_dates_of_events_take_every_form(form: str) -> None:
    assert any(pd.Series([date]).str.fullmatch(form).all() for date in values("events", "date_edtf"))


def test_bounds_of_tenures_are_days_coarse_unknown_and_open() -> None:
    tenures = pd.concat([dataset["tenures"].to_pandas() for dataset in sample()])
    assert tenures["start_edtf"].isna().any() and tenures["end_edtf"].isna().any()
    assert (tenures["end_edtf"] == "..").any() and tenures["last_day_edtf"].notna().any()
    assert tenures["start_edtf"].str.fullmatch(r"\d{4}-\d\d").any() and tenures["start_edtf"].str.endswith("~").any()


def has_acting_holder_between(dataset: Tables) -> bool:
    held = dataset["tenures"].to_pandas()
    acting = held[held["kind"] == "acting"]
    return any(
        (
            (held["post_id"] == row.post_id) & (held["end_edtf"] == row.start_edtf) & (held["kind"] == "substantive")
        ).any()
        for row in acting.itertuples()
    )


def has_chain_of_three_articles(dataset: Tables) -> bool:
    above = dict(zip(*(dataset["articles"][name].to_pylist() for name in ("article_id", "derived_from")), strict=True))
    return any(above.get(parent) in above for parent in above.values() if parent) and any(
        above.get(above.get(article) or "") for article in above
    )


def has_reopened_dispute(dataset: Tables) -> bool:
    phases = dataset["dispute_phases"].to_pandas().sort_values(["dispute_id", "number"])
    ended = phases["status"].astype(str).isin(["settled", "dropped"]).shift(fill_value=False)
    return bool((ended & (phases["number"] > 1)).any())


def has_two_sources_of_one_origin(dataset: Tables) -> bool:
    events = dataset["events"].to_pandas()
    return bool((events["n_articles"] > events["n_origins"]).any())


def has_names_in_two_scripts(dataset: Tables) -> bool:
    names = {str(name) for name in dataset["officials"]["native_name"].to_pylist() if name}
    return any("가" <= name[0] <= "힣" for name in names) and any("一" <= name[0] <= "鿿" for name in names)


def has_treaty_of_three_steps(dataset: Tables) -> bool:
    return bool((dataset["events"].to_pandas().groupby("matter").size() >= 3).any())


def has_numbered_series(dataset: Tables) -> bool:
    return bool((dataset["events"].to_pandas().groupby("series")["series_number"].nunique() >= 2).any())


@pytest.mark.parametrize(
    "kind",
    [
        has_acting_holder_between, has_chain_of_three_articles, has_reopened_dispute, has_two_sources_of_one_origin,
        has_names_in_two_scripts, has_treaty_of_three_steps, has_numbered_series,
    ],
)  # fmt: skip
def test_every_kind_of_history_is_drawn(kind: Callable[[Tables], bool]) -> None:
    assert any(kind(dataset) for dataset in sample())


STARTS = range(3)
"""Shrinking may end in a hollow that is not the deepest, so that it begins at more than one place."""


def shrunk(found: Callable[[Tables], bool], start: int, examples: int) -> Tables:
    return find(arrow_datasets(), found, settings=settings(QUIET, max_examples=examples), random=Random(start))


def rows(dataset: Tables) -> int:
    return sum(table.num_rows for name, table in dataset.items() if name != "codes")


def test_a_dataset_shrinks_to_few_records() -> None:
    ends = (shrunk(lambda dataset: dataset["events"].num_rows > 0, start, 200) for start in STARTS)
    assert any(dataset["events"].num_rows == 1 and rows(dataset) <= 12 for dataset in ends)


def some_tenure_is_acting(dataset: Tables) -> bool:
    return "acting" in dataset["tenures"]["kind"].to_pylist()


def some_article_is_derived(dataset: Tables) -> bool:
    return any(dataset["articles"]["derived_from"].to_pylist())


def some_place_is_contested(dataset: Tables) -> bool:
    return any(dataset["places"]["claimed_by"].to_pylist())


@pytest.mark.parametrize("found", [some_tenure_is_acting, some_article_is_derived, some_place_is_contested])
def test_what_breaks_a_property_shrinks_to_few_rows(found: Callable[[Tables], bool]) -> None:
    # An acting holder needs those before and after, each with evidence; draws of hundreds of rows are common.
    with mock.patch.object(engine, "MAX_SHRINKS", 60):  # of 500: the last ones take minutes and only simplify values
        assert any(rows(shrunk(found, start, 500)) <= 80 for start in STARTS)
