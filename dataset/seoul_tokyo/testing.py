"""Strategies for tests of code that uses the dataset: ``from seoul_tokyo.testing import datasets``.

Every draw is a whole small dataset, consistent under every model and rule, and unlike the last one. Needs the
extra ``testing``.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.examples import RELEASE, implied, laid_over
from seoul_tokyo.building.read import Record
from seoul_tokyo_schemas.rulebook import rules
from seoul_tokyo_schemas.strategies import records

__all__ = ["arrow_datasets", "broken", "broken_arrow", "datasets", "implied"]

Frames = dict[str, pd.DataFrame]

UNUSED_YEARS = (1974, 1996)
"""Years in which nothing happens in the examples of the rules."""


def arrow_datasets() -> st.SearchStrategy[Tables]:
    """Draw consistent datasets as Arrow tables of the documented schemas, by table name."""
    return records().map(lambda drawn: assemble(_as_records(drawn), RELEASE))


def datasets() -> st.SearchStrategy[Frames]:
    """Draw consistent datasets as DataFrames with the documented dtypes, by table name.

    All tables are there, an empty one with its columns and dtypes. ``seoul_tokyo.validate`` finds nothing.
    """
    return arrow_datasets().map(_frames)


def broken_arrow(rule: str) -> st.SearchStrategy[Tables]:
    """Like ``broken``, as Arrow tables."""
    if rule not in rules():
        raise ValueError(f"there is no rule {rule!r}; `seoul-tokyo explain` lists them")
    first, last = UNUSED_YEARS
    return records(first_year=first, last_year=last).map(lambda drawn: laid_over(rule, _as_records(drawn)))


def broken(rule: str) -> st.SearchStrategy[Frames]:
    """Draw datasets that break exactly one rule, and what ``implied(rule)`` names.

    A consistent dataset is drawn, and the rule's documented example (`seoul-tokyo explain RULE`) stands in it.
    Raises ``ValueError`` for a name that is no rule's.
    """
    return broken_arrow(rule).map(_frames)


def _frames(tables: Tables) -> Frames:
    return {name: table.to_pandas() for name, table in tables.items()}


def _as_records(drawn: Iterable[tuple[str, dict[str, Any]]]) -> list[Record]:
    return [Record(kind, body, "", number) for number, (kind, body) in enumerate(drawn)]
