"""Events in time order with all that hangs on them."""

from __future__ import annotations

import pandas as pd

from seoul_tokyo.loading import load, unknown_record


def timeline(
    dispute: str | None = None,
    since: str | None = None,
    until: str | None = None,
    version: str | None = None,
    official: str | None = None,
) -> pd.DataFrame:
    """One row per event, in time order, with officials, disputes and articles as lists of ids.

    ``dispute`` keeps the events that touch it, ``official`` those in which the person took part; ``since`` and
    ``until`` (``"2018"``, ``"2018-10"``, ``"2018-10-30"``) keep those that can have happened from the first day of the
    one to the last day of the other. The columns are those of ``events`` and ``officials``, ``disputes``, ``articles``.

    Raises ``UnknownRecord`` for a dispute or an official that the release does not hold, with the successor of one that
    was retired; ``ValueError`` for what is no date.
    """
    events = load("events", version)
    touched = load("event_disputes", version)
    people = load("participants", version).dropna(subset="official_id").sort_values("ordinal")
    if dispute is not None:
        if dispute not in set(load("disputes", version)["dispute_id"]):
            raise unknown_record("disputes", dispute, version)
        events = events[events["event_id"].isin(touched.loc[touched["dispute_id"] == dispute, "event_id"])]
    if official is not None:
        if official not in set(load("officials", version)["official_id"]):
            raise unknown_record("officials", official, version)
        events = events[events["event_id"].isin(people.loc[people["official_id"] == official, "event_id"])]
    if since is not None:
        events = events[(events["date_end"] >= pd.Period(since).start_time) | events["date_end"].isna()]
    if until is not None:
        events = events[events["date_start"] <= pd.Period(until).end_time]
    evidence = load("evidence", version)
    cited = evidence[evidence["record_table"] == "events"].rename(columns={"record_id": "event_id"})
    lists = {
        "officials": _lists(people, "official_id"),
        "disputes": _lists(touched, "dispute_id"),
        "articles": _lists(cited, "article_id"),
    }
    ordered: pd.DataFrame = events.sort_values(["date_start", "date_end", "event_id"], ignore_index=True)
    for column, by_event in lists.items():
        ordered[column] = pd.Series([by_event.get(event, []) for event in ordered["event_id"]], dtype=object)
    return ordered


def _lists(rows: pd.DataFrame, column: str) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for event, value in zip(rows["event_id"], rows[column], strict=True):
        values = found.setdefault(event, [])
        if value not in values:
            values.append(value)
    return found
