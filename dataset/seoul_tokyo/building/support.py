"""What is computed rather than typed: bounds, stances, origins, counts of support, confidence, tenures.

The rules recompute the same things in SQL, from the finished tables and with none of this code.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date
from functools import cache
from typing import Any

from seoul_tokyo.building.rows import Values
from seoul_tokyo_schemas import edtf
from seoul_tokyo_schemas.edtf import Bounds, NotEdtf
from seoul_tokyo_schemas.layout import primary_key
from seoul_tokyo_schemas.vocabularies import vocabularies

Rows = Mapping[str, list[Values]]

MOST_COUNTED = 32_767
"""The largest Int16. Only records with one id, a problem of their own, can cite more."""
OWN_KINDS = ("official-release", "official-page", "court-document", "treaty-text")


def day_bounds(text: Any) -> Bounds | None:
    """The bounds of a date text, or ``None`` where there is none or it is not EDTF (a problem of its own)."""
    if not isinstance(text, str):
        return None
    try:
        return edtf.bounds(text)
    except NotEdtf:
        return None


def tenure_end(row: Values) -> Bounds | None:
    """The bounds of the first day not held, from the end or from the last day held."""
    last = day_bounds(row.get("last_day_edtf"))
    return last.shifted(1) if last else day_bounds(row.get("end_edtf"))


def add_bounds(rows: Rows) -> None:
    """Compute the days that every date can mean."""
    for row in rows["articles"]:
        if found := day_bounds(row.get("published_edtf")):
            row["published_start"], row["published_end"] = found.start_earliest, found.end_latest
            row["published_precision"] = found.precision
    for row in rows["events"]:
        if found := day_bounds(row.get("date_edtf")):
            row["date_start"], row["date_end"] = found.start_earliest, found.end_latest
            row["date_start_latest"], row["date_end_earliest"] = found.start_latest, found.end_earliest
            row["date_precision"] = found.precision
    for row in rows["disputes"]:
        if found := day_bounds(row.get("date_edtf")):
            row["date_start"], row["date_end"] = found.start_earliest, found.end_latest
    for row in rows["dispute_phases"]:
        if found := day_bounds(row.get("start_edtf")):
            row["start_earliest"], row["start_latest"] = found.start_earliest, found.start_latest
    for row in rows["tenures"]:
        if found := day_bounds(row.get("start_edtf")):
            row["start_earliest"], row["start_latest"] = found.start_earliest, found.start_latest
        if row.get("last_day_edtf") and not row.get("end_edtf"):
            last = day_bounds(row["last_day_edtf"])
            exact = last is not None and last.precision == "day" and not last.qualified and not last.interval
            row["end_edtf"] = str(last.shifted(1).end_latest) if last and exact else row["last_day_edtf"]
        if found := tenure_end(row):
            row["end_earliest"], row["end_latest"] = found.end_earliest, found.end_latest


def add_mappings(rows: Rows) -> None:
    """Give each event the PLOVER, CAMEO and Goldstein values of its type, and each body its capacity."""
    types = vocabularies()["event_type"]
    for row in rows["events"]:
        mapped = types.get(str(row.get("type")), {})
        for column in ("plover_event", "plover_mode", "cameo_code", "goldstein"):
            row[column] = mapped.get(column)
        row["quad_class"] = str(mapped["quad_class"]) if "quad_class" in mapped else None
    kinds = {row.get("actor_id"): row.get("kind") for row in rows["actors"]}
    for row in rows["participants"]:
        if not row.get("official_id") and not row.get("capacity"):
            row["capacity"] = "private" if kinds.get(row.get("actor_id")) in ("firm", "group") else "in-office"


def add_people(rows: Rows) -> None:
    """Tie participants to the tenure that covers the event; attest tenures; list the posts that people held."""
    events = {row["event_id"]: row for row in rows["events"] if row.get("event_id")}
    held: dict[Any, list[Values]] = {}
    for tenure in rows["tenures"]:
        held.setdefault(tenure["official_id"], []).append(tenure)
    for tenures in held.values():
        tenures.sort(key=lambda row: (row.get("start_earliest") or date.min, str(row["tenure_id"])))
    seen: dict[Any, list[date]] = {}
    for row in rows["evidence"]:
        found = day_bounds(row.get("value")) if row.get("field") == "held_on" else None
        if found and found.start_earliest and found.start_earliest == found.end_latest:
            seen.setdefault(row["record_id"], []).append(found.start_earliest)
    for row in rows["participants"]:
        event = events.get(row["event_id"])
        if event is None or row.get("capacity") not in ("in-office", "designate"):
            continue
        best = max(
            (tenure for tenure in held.get(row.get("official_id"), ()) if _covers(tenure, event)),
            key=lambda tenure: _fit(tenure, event, str(row.get("capacity")), seen),
            default=None,
        )
        if best is not None:
            row["tenure_id"] = best["tenure_id"]
            _attest(best, event)
    for row in rows["officials"]:
        posts = dict.fromkeys(str(tenure.get("post_id")) for tenure in held.get(row.get("official_id"), ()))
        row["posts_held"] = " ".join(posts) or None


def _covers(tenure: Values, event: Values) -> bool:
    """Whether the tenure can have been held on a day of the event; the day of handover counts for both."""
    start, end = tenure.get("start_earliest"), tenure.get("end_latest")
    first, last = event.get("date_start"), event.get("date_end")
    return not (start and last and start > last) and not (end and first and end < first)


def _fit(
    tenure: Values, event: Values, capacity: str, seen: Mapping[Any, Collection[date]]
) -> tuple[bool, bool, int, bool, date]:
    """How well a tenure fits: its kind, that a source saw it held then, how near to then it is known to be held.

    It is known to be held from its start, or the first day on which a source saw it, to its end or the last.
    """
    first, last = event.get("date_start") or date.min, event.get("date_end") or date.max
    attested = seen.get(tenure["tenure_id"], ())
    still = date.max if tenure.get("end_edtf") == ".." else None
    days = (tenure.get("start_latest"), tenure.get("end_earliest"), still, *attested)
    known = [day for day in days if day] or [date.max]
    apart = max(0, (min(known) - last).days, (first - max(known)).days)
    kind = tenure.get("kind")
    return (
        kind == "designate" if capacity == "designate" else kind in ("substantive", "acting", "suspended"),
        any(first <= day <= last for day in attested),
        -apart,
        kind == "substantive",
        tenure.get("start_earliest") or date.min,
    )


def _attest(tenure: Values, event: Values) -> None:
    first, last = event.get("date_start_latest"), event.get("date_end_earliest")
    if event.get("date_precision") != "day" or first is None or last is None:
        return
    tenure["first_attested"] = min(tenure.get("first_attested") or first, first)
    tenure["last_attested"] = max(tenure.get("last_attested") or last, last)


def slug(name: str) -> str:
    """A name as an id: lower case, ASCII letters and digits, single hyphens; ``unnamed`` where nothing is left."""
    # Marks are dropped before normalising: to put a long run of them in order takes quadratic time.
    bare = "".join(char for char in name if not unicodedata.combining(char))
    plain = unicodedata.normalize("NFKD", bare).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "unnamed"


def add_origins(articles: Iterable[Values]) -> None:
    """Name the newsroom or office that wrote the text behind each article.

    The chain of ``derived_from`` leads to a root; articles that share a story share the root that has none
    above it. A root's origin is its agency, or else its publisher.
    """
    by_id = {row.get("article_id"): row for row in articles}
    stories: dict[str, Values] = {}
    for row in sorted(
        by_id.values(), key=lambda row: (row.get("derivation") != "original", str(row.get("article_id")))
    ):
        if row.get("story") and not row.get("derived_from"):
            best = stories.setdefault(row["story"], row)
            if best.get("derivation") != "original" and not best.get("agency") and row.get("agency"):
                stories[row["story"]] = row
    for row in by_id.values():
        root, seen = row, {id(row)}
        while (above := by_id.get(root.get("derived_from")) or stories.get(str(root.get("story")))) is not None:
            if id(above) in seen:
                break
            seen.add(id(above))
            root = above
        row["origin"] = slug(str(root.get("agency") or root.get("publisher") or ""))


def add_stances(rows: Rows) -> None:
    """Compare what each source proves alone with what is stored."""
    tables = ("events", "tenures", "disputes", "dispute_phases", "officials", "posts", "actors", "places")
    stored = {(table, row.get(primary_key(table)[0])): row for table in tables for row in rows[table]}
    for row in rows["evidence"]:
        row["stance"] = stance(row, stored.get((row["record_table"], row["record_id"]), {}))
        if row["stance"] != "contradicts":
            row["reason"] = None


def stance(evidence: Values, record: Values) -> str:
    """supports, coarser or contradicts, from the value that the source proves alone.

    Without a value the source supports the field, unless it gives a reason why it differs; of a date it is then
    coarser than any ("recently"). ``held_on`` says that a post was held on that day.
    """
    value, field = evidence.get("value"), str(evidence["field"])
    if value is None:
        return "contradicts" if evidence.get("reason") else "coarser" if field.endswith("_edtf") else "supports"
    if field == "held_on":
        return _held_on(day_bounds(value), record)
    if not field.endswith("_edtf") and field not in ("retrieved",):
        return "supports" if str(record.get(field)) == value else "contradicts"
    said = day_bounds(value)
    if record and field in ("end_edtf", "last_day_edtf"):
        known = tenure_end(record)
        said = said.shifted(1) if said and field == "last_day_edtf" else said
    else:
        known = day_bounds(record.get(field))
    if value == record.get(field):
        return "supports"
    return "contradicts" if said is None or known is None else said.stance_on(known)


def _held_on(day: Bounds | None, tenure: Values) -> str:
    if day is None:
        return "contradicts"
    start, end = tenure.get("start_earliest"), tenure.get("end_latest")
    too_early = start is not None and day.end_latest is not None and day.end_latest < start
    too_late = end is not None and day.start_earliest is not None and day.start_earliest >= end
    return "contradicts" if too_early or too_late else "supports"


def add_support(rows: Rows) -> None:
    """Count the articles and the known distinct origins behind each event, and grade the confidence."""
    articles = {row.get("article_id"): row for row in rows["articles"]}
    told = reports(rows)
    own = events_of_own(rows, told)
    for row in rows["events"]:
        support = list(told.get(row.get("event_id"), {}).values())
        origins = {article["origin"] for article in support if not _copies(article, articles, _is_unknown)}
        row["n_articles"] = min(max(1, len(support)), MOST_COUNTED)
        row["n_origins"] = min(max(1, len(origins)), MOST_COUNTED)
        strong = any(not _copies(article, articles, _is_weak) for article in support)
        sure = len(origins) >= 2 or row.get("event_id") in own
        row["confidence"] = "high" if sure else "medium" if strong else "low"


def reports(rows: Rows) -> dict[Any, dict[Any, Values]]:
    """The articles that tell of each event as done, or as planned where it was only planned."""
    articles = {row.get("article_id"): row for row in rows["articles"]}
    planned = {
        row.get("event_id") for row in rows["events"] if row.get("status") in ("scheduled", "postponed", "cancelled")
    }
    told: dict[Any, dict[Any, Values]] = {}
    for row in rows["evidence"]:
        event, article = row["record_id"], articles.get(row.get("article_id"))
        speaks = row.get("modality") != "scheduled" or event in planned
        if speaks and row["record_table"] == "events" and article is not None and row["stance"] != "contradicts":
            told.setdefault(event, {})[row["article_id"]] = article
    return told


def events_of_own(rows: Rows, told: Mapping[Any, Mapping[Any, Values]]) -> set[Any]:
    """The events of which an article told, as in ``reports``, is a page of a body that acted in it."""
    bodies = {row["actor_id"]: row for row in rows["actors"] if row.get("actor_id")}
    named = {str(row.get("name")) for row in bodies.values() if row.get("kind") != "state"}
    return {
        row["event_id"]
        for row in rows["participants"]
        if row.get("role") not in ("recipient", "affected") and row.get("actor_id") in bodies
        for article in told.get(row["event_id"], {}).values()
        if _is_own(article, bodies[row["actor_id"]], named)
    }


def _is_own(article: Values, body: Values, named: set[str]) -> bool:
    """Whether an official document speaks of its publisher's own act: a state's by country, a body's by name."""
    if article.get("kind") not in OWN_KINDS:
        return False
    if article.get("publisher") in named:
        return bool(body.get("name") == article["publisher"])
    return body.get("kind") == "state" and body.get("country") == article.get("publisher_country")


def _copies(article: Values, articles: Mapping[Any, Values], test: Callable[[Values], bool]) -> bool:
    """Whether the article, or one that it copies over however many steps, is of a kind."""
    seen: set[int] = set()
    above: Values | None = article
    while above is not None and id(above) not in seen:
        if test(above):
            return True
        seen.add(id(above))
        above = articles.get(above.get("derived_from"))
    return False


def _is_unknown(article: Values) -> bool:
    return article.get("derivation") == "unknown"


def _is_weak(article: Values) -> bool:
    return article.get("derivation") in ("rewrite", "unknown") or article.get("kind") == "encyclopedia"


@cache
def vocabulary_rows() -> tuple[Values, ...]:
    """The rows of the table ``codes`` that the vocabularies give."""
    return tuple(
        {"vocabulary": vocabulary, "code": code}
        | {key: str(value) if key == "quad_class" else value for key, value in entry.items()}
        for vocabulary, codes in vocabularies().items()
        for code, entry in codes.items()
    )
