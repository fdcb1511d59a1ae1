"""Strategies for tests of code that uses the dataset: ``from seoul_tokyo.testing import datasets``.

Every draw is a whole small dataset, consistent under every model and rule, and unlike the last one. Needs the
extra ``testing``.
"""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from seoul_tokyo.building import examples
from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.read import Record
from seoul_tokyo_schemas.columns import SPOILS
from seoul_tokyo_schemas.rulebook import rules
from seoul_tokyo_schemas.strategies import records
from seoul_tokyo_schemas.strategies.breaking import spoilt

__all__ = ["arrow_datasets", "broken", "broken_arrow", "datasets", "implied"]

Frames = dict[str, pd.DataFrame]

UNUSED_YEARS = (1974, 1996)
"""Years in which nothing happens in the examples of the rules."""


def arrow_datasets() -> st.SearchStrategy[Tables]:
    """Draw consistent datasets as Arrow tables of the documented schemas, by table name."""
    return records().map(lambda drawn: assemble(_as_records(drawn), examples.RELEASE))


def datasets() -> st.SearchStrategy[Frames]:
    """Draw consistent datasets as DataFrames with the documented dtypes, by table name.

    All tables are there, an empty one with its columns and dtypes. ``seoul_tokyo.validate`` finds nothing.
    """
    return arrow_datasets().map(_frames)


def broken_arrow(rule: str) -> st.SearchStrategy[Tables]:
    """Like ``broken``, as Arrow tables."""
    first, last = UNUSED_YEARS
    drawn = records(first_year=first, last_year=last).map(_as_records)
    if rule in rules():
        return drawn.map(lambda beside_it: examples.laid_over(rule, beside_it))
    if rule in SPOILS:
        return drawn.map(examples.beside).flatmap(lambda tables: spoilt(tables, rule))
    raise ValueError(_no_such(rule))


def broken(rule: str) -> st.SearchStrategy[Frames]:
    """Draw datasets that break exactly one rule, and what ``implied(rule)`` names.

    ``rule`` is the id of a rule across columns and tables, or of a check on single values, such as ``id-is-slug``,
    ``date-is-edtf``, ``code-is-known`` or ``value-is-missing``: what ``Problem.rule`` names in whole tables with their
    columns and dtypes, and what `seoul-tokyo explain` explains. A consistent dataset is drawn. For a rule, its
    documented example stands in it; for a check, one value is wrong, another one in another row, column and table
    each time (a wrong id stands wherever the right one stood).

    Raises ``ValueError`` for any other name, with those that are near it.
    """
    return broken_arrow(rule).map(_frames)


def implied(rule: str) -> frozenset[str]:
    """The other rules that break with a rule in what ``broken`` draws; none break with a check.

    Raises ``ValueError`` for a name that is no rule's and no check's.
    """
    if rule in rules():
        return examples.implied(rule)
    if rule in SPOILS:
        return frozenset()
    raise ValueError(_no_such(rule))


def _no_such(law: str) -> str:
    near = get_close_matches(law, [*rules(), *SPOILS], n=3)
    hint = f"did you mean {' or '.join(near)}?" if near else "docs/RULES.md lists them"
    return f"there is no rule or check {law!r}; {hint}"


def _frames(tables: Tables) -> Frames:
    return {name: table.to_pandas() for name, table in tables.items()}


def _as_records(drawn: Iterable[tuple[str, dict[str, Any]]]) -> list[Record]:
    return [Record(kind, body, "", number) for number, (kind, body) in enumerate(drawn)]
