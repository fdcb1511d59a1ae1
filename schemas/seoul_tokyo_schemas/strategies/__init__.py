"""Hypothesis strategies that draw whole consistent small datasets, as records.

Nothing is drawn and then thrown away: a world is built story by story, each of which knows what the rules
demand of it and chooses among what stands. So every draw is consistent, and a smaller draw is one too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from hypothesis import strategies as st

from seoul_tokyo_schemas.strategies import contentions, episodes
from seoul_tokyo_schemas.strategies.apart import tell_apart
from seoul_tokyo_schemas.strategies.world import Body, World

FIRST_YEAR, LAST_YEAR = 1953, 2025
MOST_STORIES = 12

STORIES: Mapping[str, Callable[[World], None]] = {**episodes.EPISODES, "dispute": contentions.dispute}
_BY_WEIGHT = (*STORIES, *["single"] * 5, "chain", "chain", *["dispute"] * 4)


@st.composite
def records(draw: st.DrawFn, *, first_year: int = FIRST_YEAR, last_year: int = LAST_YEAR) -> list[tuple[str, Body]]:
    """Draw the records of a consistent dataset: pairs of kind (``event``, ``article`` …) and body.

    A body has the keys of the TOML records. What happens lies within the given years, but for tenures that
    began before or ended after, reports, and plans that still lie ahead. Assembled, the records break no rule.
    """
    world = World(draw, first_year, last_year)
    told = 0
    while told < MOST_STORIES and (told == 0 or world.number(0, 9)):
        STORIES[world.pick(_BY_WEIGHT)](world)
        told += 1
    tell_apart(world)
    return list(world)
