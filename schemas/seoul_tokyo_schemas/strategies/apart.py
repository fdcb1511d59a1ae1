"""Telling look-alikes apart: events that could be taken for one act are linked as distinct."""

from __future__ import annotations

from itertools import combinations

from seoul_tokyo_schemas.strategies.world import Act, World

REACTIONS = ("statement", "diplomatic-protest", "envoy-summoned", "ambassador-recalled", "proposal-rejected")


def tell_apart(world: World) -> None:
    """Link every pair of events that look alike, and that no other link tells apart."""
    for one, other in combinations(world.acts, 2):
        if (_look_alike(one, other) or _react_alike(one, other)) and not _linked(one, other):
            other.body.setdefault("links", []).append({"relation": "distinct-from", "event": one.id})


def _look_alike(one: Act, other: Act) -> bool:
    keys = ("type", "stage")
    starts = (one.bounds.start_earliest, other.bounds.start_earliest)
    return (
        all(one.body.get(key) == other.body.get(key) for key in keys)
        and starts[0] is not None
        and starts[1] is not None
        and abs((starts[0] - starts[1]).days) <= 1
        and one.bounds.precision == other.bounds.precision
        and _participants(one) == _participants(other)
    )


def _react_alike(one: Act, other: Act) -> bool:
    """Whether both react to one grievance on one day; who reacts need not be asked."""
    return (
        one.body["type"] in REACTIONS
        and other.body["type"] in REACTIONS
        and one.bounds.start_earliest == other.bounds.start_earliest
        and bool(_grievances(one) & _grievances(other))
    )


def _grievances(act: Act) -> set[str]:
    return {link["event"] for link in act.body.get("links", ()) if link["relation"] == "responds-to"}


def _participants(act: Act) -> set[str]:
    return {row.get("official") or row["actor"] for row in act.body["participants"]}


def _linked(one: Act, other: Act) -> bool:
    forth = any(link["event"] == other.id for link in one.body.get("links", ()))
    return forth or any(link["event"] == one.id for link in other.body.get("links", ()))
