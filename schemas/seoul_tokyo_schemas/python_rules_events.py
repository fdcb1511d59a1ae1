"""The laws on articles, evidence and events that SQL cannot say: cycles, slugs of names, and calendar texts.

The build computes origins and stances too; these checks share nothing with it but the reading of a date text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import duckdb
import pyarrow
import pyarrow.compute as pc

from seoul_tokyo_schemas import edtf

Tables = Mapping[str, pyarrow.Table]
Breaks = Iterator[Mapping[str, Any]]

LATER = ("follows", "resumes", "responds-to", "implements", "cancels", "postpones", "appeals", "reverses", "supersedes")
"""The relations that lead from an event to one before it."""


def derivation_acyclic(tables: Tables) -> Breaks:
    """A chain of copies has a beginning.

    law: No document derives from itself, over however many steps.
    reason: A chain of copies that runs in a circle has no origin to count.
    severity: error
    message: {record_id} derives from itself, by way of {parent}
    mend: correct derived_from in one of the documents of the circle
    reads: articles
    """
    articles = tables["articles"]
    derived = articles.filter(articles["derived_from"].is_valid())
    for child, parent in _circling(derived["article_id"], derived["derived_from"]):
        yield _break("articles", child, "derived_from", parent=parent)


def relation_acyclic(tables: Tables) -> Breaks:
    """Links between events run one way.

    law: No event is, over its links, part of itself or later than itself.
    reason: What follows, answers or undoes another act comes after it, and a part is smaller than its whole.
    severity: error
    message: {event} leads back to itself by way of {other}
    mend: turn or remove one of the links of the circle
    reads: event_links
    """
    links = tables["event_links"]
    for relations in (("part-of",), LATER):
        chosen = links.filter(pc.is_in(links["relation"].cast(pyarrow.string()), pyarrow.array(relations)))
        relation_of = {
            (row["event_id"], row["other_event_id"]): row["relation"]
            for row in chosen.select(["event_id", "relation", "other_event_id"]).to_pylist()
        }
        for event, other in _circling(chosen["event_id"], chosen["other_event_id"]):
            row_id = f"{event}/{relation_of[event, other]}/{other}"
            yield _break("event_links", row_id, "other_event_id", event=event, other=other)


def _circling(sources: pyarrow.ChunkedArray, targets: pyarrow.ChunkedArray) -> list[tuple[str, str]]:
    """The edges that lie on a circle."""
    edges = pyarrow.table({"source": sources, "target": targets})
    # Most edges lead to a node from which none leads on; they go before anything is walked.
    edges = edges.filter(pc.is_in(edges["target"], pc.unique(edges["source"])))
    above: dict[str, list[str]] = {}
    for edge in edges.to_pylist():
        above.setdefault(edge["source"], []).append(edge["target"])
    circle = _circles(above)
    return [(node, target) for node, found in above.items() for target in found if circle[node] == circle.get(target)]


def _circles(above: Mapping[str, list[str]]) -> dict[str, str]:
    """A name for the circles in which each node lies, the same for the nodes that lead to each other.

    These are the strongly connected components, found in one walk (Tarjan 1972), by hand for depth has no bound.
    """
    order: dict[str, int] = {}
    lowest: dict[str, int] = {}
    circle: dict[str, str] = {}
    open_nodes: list[str] = []
    way: list[tuple[str, Iterator[str]]] = []

    def enter(node: str) -> None:
        order[node] = lowest[node] = len(order)
        open_nodes.append(node)
        way.append((node, iter(above.get(node, ()))))

    for start in above:
        if start not in order:
            enter(start)
        while way:
            node, targets = way[-1]
            for target in targets:
                if target not in order:
                    enter(target)
                    break
                if target not in circle:
                    lowest[node] = min(lowest[node], order[target])
            else:
                way.pop()
                if way:
                    lowest[way[-1][0]] = min(lowest[way[-1][0]], lowest[node])
                while lowest[node] == order[node] and node not in circle:
                    circle[open_nodes.pop()] = node
    return circle


def origin_is_root(tables: Tables) -> Breaks:
    """The origin of a copy is the origin of what it copies.

    law: An article's origin is that of the article or story from which it derives, or else its agency or publisher.
    reason: Counts of support count origins, so that a report reprinted ten times counts once.
    severity: error
    message: the origin of {record_id} is {stored}, but it leads back to {expected}
    mend: build the tables from the records, or correct agency, story or derived_from
    reads: articles
    """
    names = ("article_id", "publisher", "agency", "derivation", "derived_from", "story", "origin")
    articles = {row["article_id"]: row for row in tables["articles"].select(list(names)).to_pylist()}
    tellers: dict[str, Mapping[str, Any]] = {}
    for article_id in sorted(articles):
        row = articles[article_id]
        if row["story"] and row["derived_from"] is None:
            known = tellers.get(row["story"])
            if known is None or _tells_before(row, known):
                tellers[row["story"]] = row
    for article_id, row in articles.items():
        parent = articles.get(row["derived_from"]) or (None if row["derived_from"] else tellers.get(row["story"]))
        expected = parent["origin"] if parent and parent is not row else _slug(row["agency"] or row["publisher"])
        if row["origin"] != expected and row["publisher"] and not (row["derived_from"] and parent is None):
            yield _break("articles", article_id, "origin", stored=row["origin"], expected=expected)


def _tells_before(row: Mapping[str, Any], known: Mapping[str, Any]) -> bool:
    """Whether an article is nearer to a story's origin: the original, or else one that credits an agency."""

    def grade(article: Mapping[str, Any]) -> int:
        return 0 if article["derivation"] == "original" else 1 if article["agency"] else 2

    return grade(row) < grade(known)


def _slug(name: str | None) -> str:
    # Letter by letter: to put a long run of marks in order takes quadratic time, and none of them is ASCII.
    apart = "".join(unicodedata.normalize("NFKD", letter) for letter in name or "")
    letters = apart.encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", letters)) or "unnamed"


_DATED_VALUES = """
WITH stored AS (
    SELECT 'events' AS record_table, event_id AS record_id, 'date_edtf' AS field, date_edtf AS text FROM events
    UNION ALL SELECT 'disputes', dispute_id, 'date_edtf', date_edtf FROM disputes
    UNION ALL SELECT 'dispute_phases', phase_id, 'start_edtf', start_edtf FROM dispute_phases
    UNION ALL SELECT 'tenures', tenure_id, 'start_edtf', start_edtf FROM tenures
    UNION ALL SELECT 'tenures', tenure_id, 'end_edtf', coalesce(last_day_edtf, end_edtf) FROM tenures
    UNION ALL SELECT 'tenures', tenure_id, 'last_day_edtf', coalesce(last_day_edtf, end_edtf) FROM tenures
    UNION ALL SELECT 'posts', post_id, 'established', established FROM posts
    UNION ALL SELECT 'posts', post_id, 'abolished', abolished FROM posts
    UNION ALL SELECT 'actors', actor_id, 'established', established FROM actors
    UNION ALL SELECT 'actors', actor_id, 'abolished', abolished FROM actors
)
SELECT
    evidence.record_table, evidence.record_id, evidence.field, evidence.article_id, evidence.part,
    evidence.value, evidence.stance, stored.text,
    CASE evidence.field
        WHEN 'end_edtf' THEN tenures.end_edtf WHEN 'last_day_edtf' THEN tenures.last_day_edtf ELSE stored.text
    END AS written,
    CASE WHEN stored.field IN ('end_edtf', 'last_day_edtf') THEN tenures.last_day_edtf IS NOT NULL END AS by_last_day
FROM evidence
JOIN stored ON stored.record_table = evidence.record_table AND stored.record_id = evidence.record_id
    AND stored.field = evidence.field
LEFT JOIN tenures ON tenures.tenure_id = evidence.record_id AND evidence.record_table = 'tenures'
WHERE evidence.value IS NOT NULL AND stored.text IS NOT NULL
"""

_PLAIN_VALUES = """
SELECT record_table, record_id, field, article_id, part, value, stance,
    CASE
        WHEN reason IS NOT NULL THEN 'contradicts' WHEN right(field, 5) = '_edtf' THEN 'coarser' ELSE 'supports'
    END AS expected
FROM evidence
WHERE value IS NULL
UNION ALL
SELECT
    evidence.record_table, evidence.record_id, evidence.field, evidence.article_id, evidence.part, evidence.value,
    evidence.stance, CASE WHEN stored.text = evidence.value THEN 'supports' ELSE 'contradicts' END
FROM evidence
JOIN (
    SELECT * FROM (
        UNPIVOT (
            SELECT
                event_id, title, summary, time_local, type, status, stage, level, format, tone, subject, matter,
                place_id, series, CAST(series_number AS VARCHAR) AS series_number, margins_of
            FROM events
        ) ON COLUMNS(* EXCLUDE (event_id)) INTO NAME field VALUE text
    )
) AS stored ON stored.event_id = evidence.record_id AND stored.field = evidence.field
WHERE evidence.record_table = 'events' AND evidence.value IS NOT NULL
"""

_HELD_ON = """
SELECT
    evidence.record_table, evidence.record_id, evidence.field, evidence.article_id, evidence.part, evidence.value,
    evidence.stance, CAST(tenures.start_earliest AS DATE) AS first_day,
    CAST(tenures.end_latest AS DATE) AS first_day_after
FROM evidence
JOIN tenures ON tenures.tenure_id = evidence.record_id
WHERE evidence.record_table = 'tenures' AND evidence.field = 'held_on' AND evidence.value IS NOT NULL
"""


def stance_recomputes(tables: Tables) -> Breaks:
    """A stance follows from what is said and what is stored.

    law: The stance of a source is what its value is against the stored one: it supports, is coarser, or contradicts.
    reason: A stance typed by hand, or left from an older value, would hide a contradiction.
    severity: error
    message: the stance is {stored}, but {value} against the stored value {expected}
    mend: build the tables from the records
    reads: evidence, events, tenures, disputes, dispute_phases, posts, actors
    """
    with duckdb.connect(":memory:") as connection:
        for name in ("evidence", "events", "tenures", "disputes", "dispute_phases", "posts", "actors"):
            connection.register(name, tables[name])
        yield from _wrong_stances(connection, _PLAIN_VALUES, lambda row: str(row["expected"]))
        yield from _wrong_stances(connection, _DATED_VALUES, _dated_stance)
        yield from _wrong_stances(connection, _HELD_ON, _held_stance)


def _wrong_stances(
    connection: duckdb.DuckDBPyConnection, sql: str, expected_of: Callable[[Mapping[str, Any]], str]
) -> Breaks:
    cursor = connection.execute(sql)
    names = [column[0] for column in cursor.description or ()]
    while batch := cursor.fetchmany(50_000):
        for values in batch:
            row = dict(zip(names, values, strict=True))
            expected = expected_of(row)
            if row["stance"] != expected:
                row_id = "/".join(row[name] for name in ("record_table", "record_id", "field", "article_id", "part"))
                value = row["value"] or "no value"
                yield _break("evidence", row_id, "stance", stored=row["stance"], expected=expected, value=value)


def _dated_stance(row: Mapping[str, Any]) -> str:
    said, stored = str(row["value"]), str(row["text"])
    if said == row["written"]:
        return "supports"
    # The end of a tenure is the first day not held; a last day is the day before.
    shift_said = 1 if row["field"] == "last_day_edtf" else 0
    shift_stored = 1 if row["by_last_day"] else 0
    try:
        claim, known = edtf.bounds(said).shifted(shift_said), edtf.bounds(stored).shifted(shift_stored)
    except edtf.NotEdtf:  # `..`, or a text that date-is-edtf reports
        return "contradicts"
    return claim.stance_on(known)


def _held_stance(row: Mapping[str, Any]) -> str:
    try:
        day = edtf.bounds(row["value"])
    except edtf.NotEdtf:
        return "contradicts"
    too_early = row["first_day"] and day.end_latest and day.end_latest < row["first_day"]
    too_late = row["first_day_after"] and day.start_earliest and day.start_earliest >= row["first_day_after"]
    return "contradicts" if too_early or too_late else "supports"


def _break(table: str, row_id: str, field: str, **values: Any) -> Mapping[str, Any]:
    return {"record_table": table, "record_id": row_id, "field": field, "certainty": "certain"} | values


CHECKS: tuple[Callable[[Tables], Breaks], ...] = (
    derivation_acyclic,
    relation_acyclic,
    origin_is_root,
    stance_recomputes,
)
