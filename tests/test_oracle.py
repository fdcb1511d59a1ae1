"""A second opinion on the temporal and counting rules: a slow, plain Python oracle over small datasets.

The rules compare computed bounds in SQL. The oracle reads nothing but the EDTF texts, goes through every reading of
them day by day, and grades what it saw: broken in every reading is the rule's severity, broken in some is a warning,
and a qualifier makes any break at most a warning. Hypothesis draws the datasets; both must name the same records.
"""

from __future__ import annotations

import math
from calendar import monthrange
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from functools import cache
from itertools import combinations
from typing import Any

import pyarrow
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seoul_tokyo.building.support import add_bounds
from seoul_tokyo_schemas import rulebook
from seoul_tokyo_schemas.columns import CODE, COUNT, DAY, FLAG, TEXT
from seoul_tokyo_schemas.conforming import empty
from seoul_tokyo_schemas.layout import arrow_schema, columns, tables
from seoul_tokyo_schemas.vocabularies import codes_of

Row = dict[str, Any]
Span = tuple[float, float]
Graded = set[tuple[str, str]]

SLOW = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)

WINDOW = sorted(
    date.fromisoformat(day).toordinal()
    for day in (
        "2020-01-15", "2020-01-30", "2020-01-31", "2020-02-01", "2020-02-02", "2020-02-14", "2020-02-15",
        "2020-02-28", "2020-02-29", "2020-03-01", "2020-03-02", "2020-03-14",
    )
)  # fmt: skip
"""Sixty days, of which those are drawn that stand side by side or at the edge of a month: rules err by one day."""
HORIZON = range(date(2019, 11, 1).toordinal(), date(2020, 6, 1).toordinal())
"""An unknown bound may be any of these days; they reach well past every month of the window."""

PLANNED = ("scheduled", "postponed", "cancelled")
STATUSES = ("occurred", "occurred", "occurred", "ongoing", "unconfirmed", "denied", *PLANNED)


# Small datasets.


def dataset(**rows: list[Row]) -> dict[str, pyarrow.Table]:
    """All tables: the given rows with their bounds as the build computes them, the others empty."""
    add_bounds(defaultdict(list, rows))
    return _empty() | {name: _table(name, given_rows) for name, given_rows in rows.items() if given_rows}


def _table(name: str, rows: list[Row]) -> pyarrow.Table:
    whole = [_plainest(name) | row for row in rows]
    for row in whole:
        row.update({column: datetime(*value.timetuple()[:3]) for column, value in row.items() if _is_day(value)})
    return pyarrow.Table.from_pylist(whole, arrow_schema(name))


def _is_day(value: object) -> bool:
    return isinstance(value, date) and not isinstance(value, datetime)


@cache
def _empty() -> dict[str, pyarrow.Table]:
    return {name: empty(name) for name in tables()}


@cache
def _plainest(name: str) -> Row:
    """A value for every column that needs one."""
    plain = {TEXT: "x", COUNT: 1, FLAG: True, DAY: datetime(2026, 11, 21)}
    return {
        column: codes_of(declared.vocabulary)[0] if declared.arrow == CODE else plain[declared.arrow]
        for column, declared in columns(name).items()
        if not declared.nullable
    }


def found(given_tables: dict[str, pyarrow.Table], *rules: str) -> Graded:
    """Each record that the rules name, with the worst grade that they give it."""
    problems = rulebook.run(given_tables, only=frozenset(rules))
    return graded((problem.record_id, problem.severity) for problem in problems)


# Dates as they are drawn.


def written(day: int, *, coarse: bool = True, qualifiers: str = "~?%") -> st.SearchStrategy[str]:
    """Texts that can mean the day: mostly the day itself, at times its month, at times qualified."""
    text = str(date.fromordinal(day))
    forms = [text, text, text, text[:7]] if coarse else [text]
    return st.sampled_from([form + qualifier for form in forms for qualifier in ("", "", "", "", *qualifiers)])


dates = st.sampled_from(WINDOW).flatmap(written)


@st.composite
def event_dates(draw: st.DrawFn) -> str:
    """A day, a month, an interval, or an interval with an open or unknown end; each has some reading."""
    first, last = sorted(draw(st.tuples(st.sampled_from(WINDOW), st.sampled_from(WINDOW))))
    form = draw(st.sampled_from(["single", "single", "single", "interval", "interval", "no start", "no end"]))
    if form == "single":
        return draw(written(first))
    if form == "interval":
        return f"{draw(written(first))}/{draw(written(last))}"
    missing, known = draw(st.sampled_from(["", ".."])), draw(written(first))
    return f"{missing}/{known}" if form == "no start" else f"{known}/{missing}"


@st.composite
def tenure_dates(draw: st.DrawFn) -> Row:
    """The two bounds of a tenure, with days on which it is attested where one of them is unknown."""
    first, last = sorted(draw(st.lists(st.sampled_from(WINDOW), min_size=2, max_size=2, unique=True)))
    form = draw(st.sampled_from(["end", "end", "end", "last day", "still", "no end", "no start", "neither"]))
    row: Row = {}
    if form not in ("no start", "neither"):
        row["start_edtf"] = draw(written(first))
    if form in ("end", "no start"):
        row["end_edtf"] = draw(written(last))
    if form == "last day":
        row["last_day_edtf"] = draw(written(last - 1))
    if form == "still":
        row["end_edtf"] = ".."
    if form in ("no start", "no end", "neither") and draw(st.booleans()):
        row["first_attested"], row["last_attested"] = date.fromordinal(first), date.fromordinal(last)
    return row


def numbered(rows: Iterable[Row], key: str, prefix: str = "") -> list[Row]:
    return [row | {key: f"{prefix}{number}"} for number, row in enumerate(rows)]


# Dates as the oracle reads them.


@cache
def days(text: str) -> range:
    """The days that a date without a slash can mean."""
    plain = text.rstrip("~?%")
    if plain in ("", ".."):
        return HORIZON
    if len(plain) == 7:
        first = date.fromisoformat(f"{plain}-01")
        return range(first.toordinal(), first.toordinal() + monthrange(first.year, first.month)[1])
    day = date.fromisoformat(plain).toordinal()
    return range(day, day + 1)


@cache
def readings(text: str) -> list[Span]:
    """Every first and last day that a date can mean: one day of a coarse date, all that lies between two bounds."""
    start, slash, end = text.partition("/")
    if not slash:
        return [(day, day) for day in days(start)]
    return [(first, last) for first in days(start) for last in days(end) if first <= last]


def unknown_start(text: str) -> bool:
    return text.startswith(("/", "../"))


def unknown_end(text: str) -> bool:
    return text.endswith(("/", "/.."))


def qualified(*texts: str | None) -> bool:
    """Whether a qualifier is involved; one at either end of an interval counts for all of it, as in edtf.bounds."""
    return any(mark in text for text in texts if text for mark in "~?%")


def verdict(broken: Iterable[bool], *, qualifier: bool) -> str | None:
    """The grade of a law whose break is an error, from whether each reading breaks it."""
    seen: set[bool] = set()
    for reading in broken:
        seen.add(reading)
        if len(seen) == 2:
            return "warning"
    if True not in seen:
        return None
    return "warning" if qualifier else "error"


def graded(verdicts: Iterable[tuple[str, str | None]]) -> Graded:
    """The worst grade of each record that has one."""
    worst: dict[str, str] = {}
    for record, grade in verdicts:
        if grade and worst.get(record) != "error":
            worst[record] = grade
    return set(worst.items())


# Events.


def reply_grade(reply: str, cause: str, slack: int) -> str | None:
    """An unknown start says nothing: the reply's is read as late, and the cause's as early, as can be."""
    if unknown_start(cause):
        return None
    starts = {last if unknown_start(reply) else first for first, last in readings(reply)}
    causes = {first for first, _ in readings(cause)}
    broken = (start + slack < other for start in starts for other in causes)
    return verdict(broken, qualifier=qualified(reply, cause))


PLACES = {"seoul": "KOR", "tokyo": "JPN", "geneva": "CHE", "contested": None}


@SLOW
@given(
    st.lists(
        st.tuples(event_dates(), event_dates(), st.sampled_from([None, *PLACES]), st.sampled_from(STATUSES)),
        min_size=1, max_size=8,
    )
)  # fmt: skip
def test_a_response_does_not_start_before_what_it_responds_to(pairs: list[tuple[str, str, str | None, str]]) -> None:
    replies = [
        {"event_id": f"reply-{n}", "date_edtf": pair[0], "place_id": pair[2], "status": "occurred"}
        for n, pair in enumerate(pairs)
    ]
    causes = [
        {"event_id": f"cause-{n}", "date_edtf": pair[1], "status": pair[3]} for n, pair in enumerate(pairs)
    ]  # fmt: skip
    given_tables = dataset(
        events=replies + causes,
        places=[{"place_id": name, "country": country} for name, country in PLACES.items()],
        event_links=[
            {"event_id": f"reply-{n}", "relation": "responds-to", "other_event_id": f"cause-{n}"}
            for n in range(len(pairs))
        ],
    )
    assert found(given_tables, "response-after-trigger") == graded(
        (f"reply-{n}", None if status in PLANNED else reply_grade(reply, cause, place == "geneva"))
        for n, (reply, cause, place, status) in enumerate(pairs)
    )


def part_readings(text: str) -> list[Span]:
    """An unknown bound of a part says nothing: the part is read as short as can be."""
    spans = readings(text)
    if unknown_start(text):
        return sorted({(last, last) for _, last in spans})
    return sorted({(first, first) for first, _ in spans}) if unknown_end(text) else spans


def whole_readings(text: str) -> list[Span]:
    """An unknown bound of a whole says nothing: the whole is read as long as can be."""
    if "/" not in text:
        # A visit known to its month may have lasted some days of it, though a plain text names one day (an act takes
        # "one day or one unbroken run of days"): a part of two days does not refute it.
        return [(first, last) for first in days(text) for last in days(text) if first <= last]
    spans = readings(text)
    if unknown_start(text):
        return sorted({(-math.inf, last) for _, last in spans})
    return sorted({(first, math.inf) for first, _ in spans}) if unknown_end(text) else spans


def part_grade(part: str, whole: str) -> str | None:
    wholes = whole_readings(whole)
    broken = (first < start or last > end for first, last in part_readings(part) for start, end in wholes)
    return verdict(broken, qualifier=qualified(part, whole))


@SLOW
@given(st.lists(st.tuples(event_dates(), event_dates()), min_size=1, max_size=8))
def test_what_is_part_of_another_event_lies_within_its_days(pairs: list[tuple[str, str]]) -> None:
    parts = [{"event_id": f"part-{n}", "date_edtf": part} for n, (part, _) in enumerate(pairs)]
    wholes = [{"event_id": f"whole-{n}", "date_edtf": whole} for n, (_, whole) in enumerate(pairs)]
    links = [
        {"event_id": f"part-{n}", "relation": "part-of", "other_event_id": f"whole-{n}"} for n in range(len(pairs))
    ]
    assert found(dataset(events=parts + wholes, event_links=links), "part-inside-whole") == graded(
        (f"part-{n}/part-of/whole-{n}", part_grade(*pair)) for n, pair in enumerate(pairs)
    )


rounds = st.fixed_dictionaries(
    {
        "series": st.sampled_from(["talks", "other-count"]),
        "series_number": st.integers(1, 4),
        "date_edtf": event_dates(),
        "status": st.sampled_from(STATUSES),
    }
)


def round_grade(later: Row, earlier: Row) -> str | None:
    starts = {first for first, _ in readings(later["date_edtf"])}
    before = {first for first, _ in readings(earlier["date_edtf"])}
    broken = (start < other for start in starts for other in before)
    return verdict(broken, qualifier=qualified(later["date_edtf"], earlier["date_edtf"]))


@SLOW
@given(st.lists(rounds, min_size=2, max_size=6))
def test_a_later_number_of_a_series_does_not_start_before_an_earlier_one(drawn: list[Row]) -> None:
    events = numbered(drawn, "event_id", "round-")
    held = [event for event in events if event["status"] not in ("cancelled", "postponed")]
    assert found(dataset(events=events), "series-number-rises-with-date") == graded(
        (later["event_id"], round_grade(later, earlier))
        for later in held
        for earlier in held
        if later["series"] == earlier["series"] and later["series_number"] > earlier["series_number"]
    )


# Articles.


published = st.one_of(dates, dates, dates, st.none())


def article_grade(text: str, retrieved: date) -> str | None:
    return verdict((day > retrieved.toordinal() for day in days(text)), qualifier=qualified(text))


@SLOW
@given(
    st.lists(
        st.fixed_dictionaries(
            {"published_edtf": published, "retrieved": st.sampled_from(WINDOW).map(date.fromordinal)}
        ),
        min_size=1, max_size=12,
    )
)  # fmt: skip
def test_a_document_is_published_no_later_than_it_was_read(drawn: list[Row]) -> None:
    articles = numbered(drawn, "article_id")
    assert found(dataset(articles=articles), "published-before-retrieved") == graded(
        (row["article_id"], article_grade(row["published_edtf"], row["retrieved"]))
        for row in articles
        if row["published_edtf"]
    )


def copy_grade(copy: str, parent: str) -> str | None:
    broken = (day < other - 1 for day in days(copy) for other in days(parent))
    return verdict(broken, qualifier=qualified(copy, parent))


@SLOW
@given(st.lists(st.tuples(published, published), min_size=1, max_size=10))
def test_a_document_is_published_no_earlier_than_the_day_before_its_original(
    pairs: list[tuple[str | None, str | None]],
) -> None:
    copies = [
        {"article_id": f"copy-{n}", "published_edtf": copy, "derived_from": f"parent-{n}"}
        for n, (copy, _) in enumerate(pairs)
    ]
    parents = [{"article_id": f"parent-{n}", "published_edtf": parent} for n, (_, parent) in enumerate(pairs)]
    assert found(dataset(articles=copies + parents), "derived-not-before-origin") == graded(
        (f"copy-{n}", copy_grade(copy, parent)) for n, (copy, parent) in enumerate(pairs) if copy and parent
    )


def report_grade(event: str, article: str) -> str | None:
    starts = {first for first, _ in readings(event)}
    broken = (start > day + 1 for start in starts for day in days(article))
    return verdict(broken, qualifier=qualified(event, article))


reports = st.fixed_dictionaries(
    {
        "event": event_dates(),
        "article": published,
        "updated": st.sampled_from([None, None, None, "2020-03-20"]),
        "status": st.sampled_from(STATUSES),
        "modality": st.sampled_from(["realised", "realised", "realised", "scheduled", "reported-speech", "background"]),
        "stance": st.sampled_from(["supports", "coarser", "contradicts"]),
    }
)


@SLOW
@given(st.lists(reports, min_size=1, max_size=8))
def test_what_a_document_reports_as_done_had_begun_by_the_day_after(drawn: list[Row]) -> None:
    events = [{"date_edtf": row["event"], "status": row["status"]} for row in drawn]
    articles = [{"published_edtf": row["article"], "updated_edtf": row["updated"]} for row in drawn]
    evidence = [
        {"record_table": "events", "record_id": f"event-{n}", "article_id": f"article-{n}", "field": "type",
         "part": "body", "modality": row["modality"], "stance": row["stance"]}
        for n, row in enumerate(drawn)
    ]  # fmt: skip
    given_tables = dataset(
        events=numbered(events, "event_id", "event-"),
        articles=numbered(articles, "article_id", "article-"),
        evidence=evidence,
    )
    assert found(given_tables, "reported-not-before-it-happened") == graded(
        (f"events/event-{n}/type/article-{n}/body", report_grade(row["event"], row["article"]))
        for n, row in enumerate(drawn)
        if row["article"] and not row["updated"] and row["status"] not in PLANNED
        and row["modality"] == "realised" and row["stance"] != "contradicts"
    )  # fmt: skip


# Tenures: half-open, with the first day not held as their end.


def end_text(tenure: Row) -> str | None:
    return tenure.get("last_day_edtf") or tenure.get("end_edtf")


def written_end(tenure: Row) -> str | None:
    """The text of the end as the table shows it: of a plain last day, the day after; a coarse one stays as it is."""
    last = tenure.get("last_day_edtf")
    return str(date.fromordinal(days(last)[0] + 1)) if last and a_day(last) else end_text(tenure)


def tenure_qualified(*held: Row) -> bool:
    return qualified(*(tenure.get("start_edtf") for tenure in held), *map(end_text, held))


def start_days(tenure: Row) -> Iterable[float]:
    """The days on which a tenure can have started; where that is unknown, only what an event attests is known."""
    if text := tenure.get("start_edtf"):
        return days(text)
    attested = tenure.get("first_attested")
    return [attested.toordinal() if attested else math.inf]


def end_days(tenure: Row) -> Iterable[float]:
    """The days that can be the first not held; where that is unknown, only what an event attests is known."""
    if tenure.get("last_day_edtf"):
        return [day + 1 for day in days(tenure["last_day_edtf"])]
    if tenure.get("end_edtf"):
        return [math.inf] if tenure["end_edtf"] == ".." else days(tenure["end_edtf"])
    if attested := tenure.get("last_attested"):
        return [attested.toordinal()]
    return [min(start_days(tenure)) if tenure.get("start_edtf") else -math.inf]


def held_days(tenure: Row) -> list[Span]:
    """Every start and end. The two are texts of their own: that they stand in order is another law's to say."""
    return [(start, end) for start in start_days(tenure) for end in end_days(tenure)]


@SLOW
@given(st.lists(st.tuples(dates, dates, st.booleans()), min_size=1, max_size=10), st.lists(tenure_dates(), max_size=6))
def test_a_tenure_ends_after_it_starts(pairs: list[tuple[str, str, bool]], feasible: list[Row]) -> None:
    drawn = [{"start_edtf": start, "last_day_edtf" if last_day else "end_edtf": end} for start, end, last_day in pairs]
    tenures = numbered([*drawn, *feasible], "tenure_id")
    assert found(dataset(tenures=[dict(row) for row in tenures]), "tenure-ordered") == graded(
        (row["tenure_id"], verdict((start >= end for start, end in held_days(row)), qualifier=tenure_qualified(row)))
        for row in tenures
        if row.get("start_edtf") and end_text(row) not in (None, "..")
    )


KINDS = ("substantive", "substantive", "acting", "concurrent", "suspended", "designate")
POSTS = [{"post_id": name, "single_seat": name != "member"} for name in ("minister", "envoy", "member")]


@st.composite
def holdings(draw: st.DrawFn) -> Row:
    post = draw(st.sampled_from(["minister", "minister", "envoy", "member"]))
    official, kind = draw(st.sampled_from(["ahn", "baba"])), draw(st.sampled_from(KINDS))
    return draw(tenure_dates()) | {"post_id": post, "official_id": official, "kind": kind}


def in_turn(held: list[Row]) -> Iterator[tuple[Row, Row]]:
    """Pairs of one post, the one with the earlier possible start first: the later of the two is the one reported."""
    order = sorted(
        held,
        key=lambda row: (min(days(row["start_edtf"])) if row.get("start_edtf") else -math.inf, row["tenure_id"]),
    )
    return ((a, b) for a, b in combinations(order, 2) if a["post_id"] == b["post_id"])


def overlap_grade(a: Row, b: Row) -> str | None:
    others = held_days(b)
    broken = (
        max(start, other_start) < min(end, other_end)
        for start, end in held_days(a)
        for other_start, other_end in others
    )
    return verdict(broken, qualifier=tenure_qualified(a, b))


def same_right(a: Row, b: Row) -> bool:
    full = ("substantive", "concurrent")
    return (a["kind"] in full and b["kind"] in full) or a["kind"] == b["kind"] == "acting"


@SLOW
@given(st.lists(holdings(), min_size=4, max_size=9))
def test_one_person_at_a_time_holds_a_single_seat_post(drawn: list[Row]) -> None:
    tenures = numbered(drawn, "tenure_id")
    given_tables = dataset(tenures=[dict(row) for row in tenures], posts=POSTS)
    assert found(given_tables, "single-seat-one-holder") == graded(
        (b["tenure_id"], overlap_grade(a, b))
        for a, b in in_turn(tenures)
        if a["post_id"] != "member"
        and a["official_id"] != b["official_id"]
        and same_right(a, b)
        # One text that ends one tenure and starts the next is one handover, though it may be a month.
        and (written_end(a) is None or written_end(a) != b.get("start_edtf"))
    )


@SLOW
@given(st.lists(holdings(), min_size=4, max_size=9))
def test_nobody_holds_one_post_twice_at_once(drawn: list[Row]) -> None:
    tenures = numbered(drawn, "tenure_id")
    given_tables = dataset(tenures=[dict(row) for row in tenures], posts=POSTS)
    assert found(given_tables, "no-self-overlap") == graded(
        (b["tenure_id"], overlap_grade(a, b))
        for a, b in in_turn(tenures)
        if a["official_id"] == b["official_id"] and (a["kind"] == "suspended") == (b["kind"] == "suspended")
    )


@st.composite
def successions(draw: st.DrawFn) -> list[Row]:
    """Some holders in turn, after gaps of telling lengths, with one more tenure that may or may not stand between."""
    held: list[Row] = []
    day = WINDOW[0] + draw(st.integers(0, 10))
    for _ in range(draw(st.integers(2, 3))):
        last = day + draw(st.integers(2, 9))
        row = {"start_edtf": draw(written(day, coarse=False, qualifiers="?"))}
        if draw(st.booleans()):
            row["end_edtf"] = draw(written(last, qualifiers="~"))
        else:
            row["last_day_edtf"] = draw(written(last - 1, coarse=False, qualifiers=""))
        held.append(row)
        day = last + draw(st.sampled_from([0, 1, 2, 29, 30, 31]))
    held += draw(st.lists(tenure_dates(), max_size=1))
    reasons = st.sampled_from(
        [None, "unknown", "term-end", "reshuffle", "death", "resignation", "dismissal", "removal"]
    )
    return [row | {"kind": draw(st.sampled_from(KINDS)), "end_reason": draw(reasons)} for row in held]


def a_day(text: str | None) -> float | None:
    """The one day that a text means; nothing where it is coarse, qualified, open or unknown."""
    return None if text in (None, "..") or qualified(text) or len(days(text)) > 1 else days(text)[0]


def end_day(tenure: Row) -> float | None:
    end = a_day(end_text(tenure))
    return end + 1 if end and tenure.get("last_day_edtf") else end


def stands_between(c: Row, end: float, start: float) -> bool:
    """Whether the holder can have held a day of the gap; one without any date does where an event shows it."""
    if c.get("start_edtf") or end_text(c):
        first = min(start_days(c)) if c.get("start_edtf") else -math.inf
        last = max(end_days(c)) if end_text(c) else math.inf
        return first < start and last > end
    return bool(c.get("first_attested")) and min(start_days(c)) < start and max(end_days(c)) >= end


def unmet(held: list[Row]) -> Iterator[str]:
    """The holders who start after a gap that nobody fills; only days that are certain tell a gap of days."""
    grounds = ("death", "resignation", "dismissal", "removal")
    holders = [row for row in held if row["kind"] not in ("designate", "suspended")]
    for a in holders:
        for b in holders:
            end, start = end_day(a), a_day(b.get("start_edtf"))
            if end is None or start is None or end >= start:
                continue
            too_short = start - end == 1 or (start - end <= 30 and a["end_reason"] not in grounds)
            between = (c for c in holders if c is not a and c is not b)
            if too_short and not any(stands_between(c, end, start) for c in between):
                yield b["tenure_id"]


@SLOW
@given(st.lists(successions(), min_size=3, max_size=6))
def test_successive_holders_meet_on_the_day_of_the_handover(drawn: list[list[Row]]) -> None:
    held = [
        numbered([row | {"post_id": f"post-{n}"} for row in post], "tenure_id", f"{n}-") for n, post in enumerate(drawn)
    ]
    given_tables = dataset(
        tenures=[dict(row) for post in held for row in post],
        posts=[{"post_id": f"post-{n}", "single_seat": True} for n in range(len(drawn))],
    )
    expected = {(tenure, "warning") for post in held for tenure in unmet(post)}
    assert found(given_tables, "handover-meets") == expected


lives = st.fixed_dictionaries({"established": st.none() | dates, "abolished": st.none() | dates})


def before_life_grade(tenure: Row, post: Row) -> str | None:
    start, established = tenure.get("start_edtf"), post["established"]
    if tenure["kind"] == "designate" or start == established or established is None:
        return None
    broken = (day < first for day in start_days(tenure) for first in days(established))
    return verdict(broken, qualifier=qualified(start, established))


def after_life_grade(tenure: Row, post: Row) -> str | None:
    end, abolished = end_text(tenure), post["abolished"]
    # The same text means the same day, though both may be months: a post's last holder leaves as it goes.
    if abolished is None or written_end(tenure) == abolished:
        return None
    broken = (day > first for day in end_days(tenure) for first in days(abolished))
    return verdict(broken, qualifier=qualified(end or tenure.get("start_edtf"), abolished))


@SLOW
@given(st.lists(st.tuples(tenure_dates(), lives, st.sampled_from(KINDS)), min_size=1, max_size=8))
def test_a_post_is_held_only_while_it_exists(drawn: list[tuple[Row, Row, str]]) -> None:
    held = [
        (row | {"tenure_id": f"{n}", "post_id": f"post-{n}", "kind": kind}, life)
        for n, (row, life, kind) in enumerate(drawn)
    ]
    given_tables = dataset(
        tenures=[dict(row) for row, _ in held],
        posts=[{"post_id": row["post_id"]} | life for row, life in held],
    )
    assert found(given_tables, "tenure-within-post-life") == graded(
        (row["tenure_id"], grade)
        for row, life in held
        for grade in (before_life_grade(row, life), after_life_grade(row, life))
    )


services = st.fixed_dictionaries(
    {
        "date_edtf": event_dates(),
        "status": st.sampled_from(STATUSES),
        "capacity": st.sampled_from(["in-office", "in-office", "in-office", "former", "designate"]),
        "held_on": st.sampled_from([False, False, False, True]),
        "tenures": st.lists(
            holdings(),
            max_size=2,
        ),
    }
)


def covering(tenure: Row, event: str) -> Iterator[bool]:
    """Whether each reading of a tenure has a day of each reading of the event; the day of the handover counts.

    An unknown bound excludes nothing: a break is certain only against what is known.
    """
    starts = start_days(tenure) if tenure.get("start_edtf") else [-math.inf]
    ends = end_days(tenure) if end_text(tenure) else [math.inf]
    spans = readings(event)
    return (start <= last and first <= end for start in starts for end in ends for first, last in spans)


def excluded_for_sure(tenure: Row, event: str) -> bool:
    """Whether a bound that bears no qualifier lies beyond the event in every reading."""
    start, end = tenure.get("start_edtf"), end_text(tenure)
    spans = readings(event)
    too_late = start and not qualified(start) and min(days(start)) > max(last for _, last in spans)
    too_early = end and not qualified(end) and max(end_days(tenure)) < min(first for first, _ in spans)
    return bool(too_late or too_early)


def service_grade(row: Row) -> str | None:
    held = [tenure for tenure in row["tenures"] if tenure["kind"] != "designate"]
    if row["status"] in PLANNED or row["capacity"] != "in-office":
        return None
    if held and all(tenure["post_id"] == "member" for tenure in held):
        return None  # whoever holds a seat only is judged by the rule on legislators
    # One tenure must cover all readings: where a person changed posts within the month of the event, the post in
    # which that person acted, which the rule's reason asks for, depends on the reading.
    if any(all(covering(tenure, row["date_edtf"])) for tenure in held):
        return None
    if any(any(covering(tenure, row["date_edtf"])) for tenure in held):
        return None if row["held_on"] else "warning"
    certain = all(excluded_for_sure(tenure, row["date_edtf"]) for tenure in held)
    return "error" if certain and not qualified(row["date_edtf"]) else "warning"


@SLOW
@given(st.lists(services, min_size=4, max_size=10))
def test_an_official_who_acts_in_office_holds_a_post_on_a_day_of_the_event(drawn: list[Row]) -> None:
    tenures = [
        tenure | {"tenure_id": f"{n}-{m}", "official_id": f"official-{n}"}
        for n, row in enumerate(drawn)
        for m, tenure in enumerate(row["tenures"])
    ]
    given_tables = dataset(
        actors=[{"actor_id": "KOR", "kind": "state", "country": "KOR"}],
        posts=[post | {"rank": "legislator" if post["post_id"] == "member" else "minister"} for post in POSTS],
        officials=[{"official_id": f"official-{n}"} for n in range(len(drawn))],
        tenures=[dict(row) for row in tenures],
        events=[
            {"event_id": f"event-{n}", "date_edtf": row["date_edtf"], "status": row["status"], "type": "statement",
             "level": "minister"}
            for n, row in enumerate(drawn)
        ],
        participants=[
            {"event_id": f"event-{n}", "participant": f"official-{n}", "official_id": f"official-{n}",
             "actor_id": "KOR", "role": "speaker", "capacity": row["capacity"]}
            for n, row in enumerate(drawn)
        ],
        evidence=[
            {"record_table": "tenures", "record_id": f"{n}-0", "field": "held_on", "value": row["date_edtf"],
             "stance": "supports"}
            for n, row in enumerate(drawn)
            if row["held_on"]
        ],
    )  # fmt: skip
    assert found(given_tables, "official-in-office") == graded(
        # `held_on` says that a tenure was held on that day, so it says something of those only who have one.
        (f"event-{n}/official-{n}/speaker", service_grade(row | {"held_on": row["held_on"] and row["tenures"]}))
        for n, row in enumerate(drawn)
    )


# Phases.


def first_phase_grade(phase: str, dispute: str) -> str | None:
    start = dispute.partition("/")[0]
    if start in ("", "..") or days(start) == days(phase):
        return None  # one span of days, written twice, means one day
    broken = (day != other for day in days(phase) for other in days(start))
    return verdict(broken, qualifier=qualified(phase, dispute))


@SLOW
@given(
    st.lists(
        st.tuples(event_dates(), st.lists(st.tuples(st.sampled_from([1, 1, 2, 3, 4]), dates), min_size=1, max_size=4)),
        min_size=4, max_size=8,
    )
)  # fmt: skip
def test_phases_are_numbered_without_a_gap_and_begin_with_the_dispute(
    drawn: list[tuple[str, list[tuple[int, str]]]],
) -> None:
    disputes = [{"dispute_id": f"dispute-{n}", "date_edtf": text} for n, (text, _) in enumerate(drawn)]
    phases = [
        {"dispute_id": f"dispute-{n}", "phase_id": f"{n}/{m}", "number": number, "start_edtf": start}
        for n, (_, of_dispute) in enumerate(drawn)
        for m, (number, start) in enumerate(of_dispute)
    ]
    expected = [
        (f"{n}/{m}", first_phase_grade(start, text) if number == 1 else None)
        for n, (text, of_dispute) in enumerate(drawn)
        for m, (number, start) in enumerate(of_dispute)
    ]
    gaps = [
        (f"{n}/{m}", "error")
        for n, (_, of_dispute) in enumerate(drawn)
        for m, (number, _) in enumerate(of_dispute)
        if number > 1 and number - 1 not in [other for other, _ in of_dispute]
    ]
    assert found(dataset(disputes=disputes, dispute_phases=phases), "phases-contiguous") == graded(expected + gaps)


# Counts and confidence.


OWN_KINDS = ("official-release", "official-page", "court-document", "treaty-text")
BODIES = {
    "KOR": {"name": "South Korea", "kind": "state", "country": "KOR"},
    "JPN": {"name": "Japan", "kind": "state", "country": "JPN"},
    "court": {"name": "Example Court", "kind": "court", "country": "KOR"},
    "firm": {"name": "Example Steel", "kind": "firm", "country": "JPN"},
}
support_articles = st.fixed_dictionaries(
    {
        "origin": st.sampled_from(["daily", "wire", "ministry"]),
        "publisher": st.sampled_from(["Example Daily", "Example Ministry", "Example Court", "Example Steel"]),
        "publisher_country": st.sampled_from(["KOR", "JPN", "USA"]),
        "kind": st.sampled_from(["news", "news", "encyclopedia", *OWN_KINDS]),
        "derivation": st.sampled_from(["original", "syndicated", "rewrite", "rewrite", "translation", "unknown"]),
    }
)
citations = st.fixed_dictionaries(
    {
        "article_id": st.sampled_from(["0", "1", "2", "3"]),
        "field": st.sampled_from(["type", "date_edtf"]),
        "stance": st.sampled_from(["supports", "supports", "coarser", "contradicts"]),
        "modality": st.sampled_from(["realised", "scheduled", "reported-speech", "background"]),
    }
)
supported = st.fixed_dictionaries(
    {
        "status": st.sampled_from(STATUSES),
        "n_articles": st.integers(1, 3),
        "n_origins": st.integers(1, 3),
        "confidence": st.sampled_from(["high", "medium", "low"]),
        "bodies": st.lists(
            st.tuples(st.sampled_from(list(BODIES)), st.sampled_from(["actor", "speaker", "recipient", "affected"])),
            max_size=2,
        ),
        "citations": st.lists(citations, max_size=4),
    }
)
collections_of_support = st.tuples(
    st.lists(support_articles, min_size=4, max_size=4), st.lists(supported, min_size=1, max_size=6)
)


def support_of(event: Row, articles: list[Row]) -> list[Row]:
    """The articles that support an event, each once; a preview supports nothing but a plan."""
    cited = {
        int(citation["article_id"])
        for citation in event["citations"]
        if citation["stance"] != "contradicts" and (citation["modality"] != "scheduled" or event["status"] in PLANNED)
    }
    return [articles[number] for number in sorted(cited)]


def origins_of(support: list[Row]) -> int:
    """The known distinct origins: an unknown derivation counts as dependent."""
    return len({article["origin"] for article in support if article["derivation"] != "unknown"})


def speaks_for_itself(article: Row, body: Row) -> bool:
    """Whether an official document is the body's own; one of no other recorded body is its state's."""
    if article["kind"] not in OWN_KINDS:
        return False
    issuers = [other["name"] for other in BODIES.values() if other["kind"] != "state"]
    if article["publisher"] in issuers:
        return article["publisher"] == body["name"]
    return body["kind"] == "state" and body["country"] == article["publisher_country"]


def confidence_of(event: Row, support: list[Row]) -> str:
    acting = [BODIES[body] for body, role in event["bodies"] if role not in ("recipient", "affected")]
    own = any(speaks_for_itself(article, body) for article in support for body in acting)
    if own or origins_of(support) >= 2:
        return "high"
    weak = [article["derivation"] in ("rewrite", "unknown") or article["kind"] == "encyclopedia" for article in support]
    return "low" if all(weak) else "medium"


def support_tables(articles: list[Row], events: list[Row]) -> dict[str, pyarrow.Table]:
    stored = ("status", "n_articles", "n_origins", "confidence")
    return dataset(
        articles=numbered(articles, "article_id"),
        actors=[{"actor_id": name} | body for name, body in BODIES.items()],
        events=[
            {"event_id": f"event-{n}", "date_edtf": "2020-02-01"} | {name: event[name] for name in stored}
            for n, event in enumerate(events)
        ],
        participants=[
            {"event_id": f"event-{n}", "participant": body, "actor_id": body, "role": role}
            for n, event in enumerate(events)
            for body, role in event["bodies"]
        ],
        evidence=[
            citation | {"record_table": "events", "record_id": f"event-{n}"}
            for n, event in enumerate(events)
            for citation in event["citations"]
        ],
    )


@SLOW
@given(collections_of_support)
def test_the_counts_of_articles_and_origins_are_those_of_the_evidence(drawn: tuple[list[Row], list[Row]]) -> None:
    articles, events = drawn
    wrong = rulebook.run(support_tables(articles, events), only=frozenset({"counts-recompute"}))
    expected = set()
    for n, event in enumerate(events):
        support = support_of(event, articles)
        for field, count in {"n_articles": len(support), "n_origins": origins_of(support)}.items():
            if event[field] != max(1, count):
                expected.add((f"event-{n}", field, "error"))
    assert {(problem.record_id, problem.field, problem.severity) for problem in wrong} == expected


@SLOW
@given(collections_of_support)
def test_confidence_is_told_wrong_by_exactly_one_of_its_two_rules(drawn: tuple[list[Row], list[Row]]) -> None:
    articles, events = drawn
    by_rule = frozenset({"confidence-follows-rule", "own-release-counts-for-own-acts"})
    wrong = rulebook.run(support_tables(articles, events), only=by_rule)
    expected = [
        (f"event-{n}", "error")
        for n, event in enumerate(events)
        if event["confidence"] != confidence_of(event, support_of(event, articles))
    ]
    assert sorted((problem.record_id, problem.severity) for problem in wrong) == expected


told = st.fixed_dictionaries(
    {
        "story": st.sampled_from([None, "talks", "ruling"]),
        "origin": st.sampled_from(["daily", "wire"]),
        "derivation": st.sampled_from(["original", "syndicated", "rewrite", "unknown"]),
    }
)


@SLOW
@given(st.lists(told, min_size=1, max_size=8))
def test_articles_that_carry_one_report_have_one_origin(drawn: list[Row]) -> None:
    articles = numbered(drawn, "article_id")
    expected = set()
    for story in ("talks", "ruling"):
        carriers = [row for row in articles if row["story"] == story]
        roots = [row for row in carriers if row["derivation"] == "original"] or carriers
        expected |= {(row["article_id"], "error") for row in carriers if row["origin"] != roots[0]["origin"]}
    assert found(dataset(articles=articles), "origins-count-once") == expected
