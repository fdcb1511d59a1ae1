"""Dates: what a text can mean, and what is no date."""

from datetime import date, timedelta

import pytest
from edtf import parse_edtf, struct_time_to_date
from hypothesis import given
from hypothesis import strategies as st

from seoul_tokyo_schemas.edtf import NotEdtf, bounds

DAYS = st.dates(date(1900, 1, 1), date(2099, 12, 31))
COARSE = st.one_of(
    DAYS.map(str),
    DAYS.map(lambda day: f"{day:%Y-%m}"),
    DAYS.map(lambda day: f"{day:%Y}"),
    DAYS.map(lambda day: f"{day:%Y}"[:3] + "X"),
    st.builds(lambda day, season: f"{day:%Y}-{season}", DAYS, st.integers(21, 24)),
)


@pytest.mark.parametrize(
    ("text", "start_earliest", "start_latest", "end_earliest", "end_latest", "precision"),
    [
        ("2023-12-21", "2023-12-21", "2023-12-21", "2023-12-21", "2023-12-21", "day"),
        ("2023-07", "2023-07-01", "2023-07-31", "2023-07-01", "2023-07-31", "month"),
        ("2024-02-XX", "2024-02-01", "2024-02-29", "2024-02-01", "2024-02-29", "month"),
        ("2013~", "2013-01-01", "2013-12-31", "2013-01-01", "2013-12-31", "year"),
        ("2023-22", "2023-06-01", "2023-08-31", "2023-06-01", "2023-08-31", "season"),
        ("2023-24", "2023-12-01", "2024-02-29", "2023-12-01", "2024-02-29", "season"),
        ("199X", "1990-01-01", "1999-12-31", "1990-01-01", "1999-12-31", "decade"),
        ("19XX", "1900-01-01", "1999-12-31", "1900-01-01", "1999-12-31", "century"),
        ("2018-10/2023-03", "2018-10-01", "2018-10-31", "2023-03-01", "2023-03-31", "month"),
        ("2019-07-04/2023", "2019-07-04", "2019-07-04", "2023-01-01", "2023-12-31", "year"),
        ("2019-07/..", "2019-07-01", "2019-07-31", None, None, "month"),
        ("2019-07/", "2019-07-01", "2019-07-31", None, None, "month"),
        ("../1965-06-22", None, None, "1965-06-22", "1965-06-22", "day"),
    ],
)
def test_a_text_means_exactly_these_days(text, start_earliest, start_latest, end_earliest, end_latest, precision):
    found = bounds(text)
    shown = [
        day and str(day) for day in (found.start_earliest, found.start_latest, found.end_earliest, found.end_latest)
    ]
    assert shown == [start_earliest, start_latest, end_earliest, end_latest]
    assert found.precision == precision


@pytest.mark.parametrize(
    "text",
    ["", "..", "../..", "/", "2023-13", "2023-02-30", "2023-00", "2023-2-3", "20231221", "21 December 2023",
     "2023-12-21T10:00", "202X-05", "2023-XX-05", "2023-21-03", "0000", "٢٠٢٣", "2023~~", "2023-12-21 ", "9999-24"],
)  # fmt: skip
def test_what_is_no_date_is_refused(text):
    with pytest.raises(NotEdtf):
        bounds(text)


@given(COARSE)
def test_bounds_are_ordered_and_a_coarse_date_is_some_day_within_it(text):
    found = bounds(text)
    assert found.start_earliest <= found.start_latest
    assert (found.start_earliest, found.start_latest) == (found.end_earliest, found.end_latest)


@given(COARSE, st.sampled_from("~?%"))
def test_a_qualifier_leaves_the_bounds_and_is_remembered(text, qualifier):
    plain, qualified = bounds(text), bounds(text + qualifier)
    assert qualified.qualified
    assert not plain.qualified
    assert (qualified.start_earliest, qualified.end_latest) == (plain.start_earliest, plain.end_latest)


@given(COARSE, COARSE)
def test_an_interval_starts_like_its_left_and_ends_like_its_right(left, right):
    found = bounds(f"{left}/{right}")
    assert (found.start_earliest, found.start_latest) == (bounds(left).start_earliest, bounds(left).start_latest)
    assert (found.end_earliest, found.end_latest) == (bounds(right).end_earliest, bounds(right).end_latest)


@given(COARSE, COARSE)
def test_containing_and_being_disjoint_exclude_each_other(left, right):
    a, b = bounds(left), bounds(right)
    assert not (a.contains(b) and a.disjoint(b))
    assert a.disjoint(b) == b.disjoint(a)
    assert a.contains(a)


@given(COARSE, st.integers(-400, 400))
def test_shifting_moves_every_bound_by_as_many_days(text, days):
    before, after = bounds(text), bounds(text).shifted(days)
    assert after.start_earliest - before.start_earliest == timedelta(days)
    assert after.end_latest - before.end_latest == timedelta(days)


@given(DAYS.map(str) | DAYS.map(lambda day: f"{day:%Y-%m}") | DAYS.map(lambda day: f"{day:%Y}"))
def test_plain_dates_agree_with_the_edtf_library(text):
    theirs = parse_edtf(text)
    assert bounds(text).start_earliest == struct_time_to_date(theirs.lower_strict())
    assert bounds(text).end_latest == struct_time_to_date(theirs.upper_strict())


def test_an_unknown_end_gets_no_ten_years_as_the_edtf_library_gives_it():
    assert struct_time_to_date(parse_edtf("2019/").upper_strict()).year >= 2029
    assert bounds("2019/").end_latest is None
