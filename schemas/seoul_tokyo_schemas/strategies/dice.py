"""Small draws, named by what they mean. All of them shrink toward the first, the smallest and no.

Strategies are made once and kept: a dataset takes hundreds of draws, and making a strategy costs as much as drawing.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import TypeVar

from hypothesis import strategies as st

T = TypeVar("T")


@cache
def _numbers(low: int, high: int) -> st.SearchStrategy[int]:
    return st.integers(low, high)


class Dice:
    """What a drawn world asks of Hypothesis."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw

    def number(self, low: int, high: int) -> int:
        """A whole number between the two, both included."""
        return low if low >= high else self.draw(_numbers(low, high))

    def pick(self, choices: Sequence[T]) -> T:
        """One of the choices, simplest first."""
        return choices[self.number(0, len(choices) - 1)]

    def chance(self, one_in: int) -> bool:
        """Yes about once in so many times."""
        return self.number(0, one_in - 1) == one_in - 1

    def day_after(self, day: date, most: int) -> date:
        """A day from the given one on, at most so many days later."""
        return day + timedelta(self.number(0, most))
