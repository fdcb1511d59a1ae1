"""Dates as published: EDTF (ISO 8601-2, levels 0 and 1) and the days it can mean.

The text is the authority; the four bounds are computed from it. A coarse date is *some* day within it, an
interval lasted *throughout*, so ``2023-07`` starts between 1 and 31 July and ``2018-10/2023-03`` runs from
some day in October to some day in March. An end that is unknown (``2019/``) or open (``2019/..``) has no
bound: the ``edtf`` library adds ten years there, which is why bounds are computed here. Qualifiers
(``~ ? %``) leave the bounds as they are and make a comparison at most "possible". Seasons follow the
northern meteorological quarters; winter (``-24``) runs from December into the following February.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

PRECISIONS = ("day", "month", "season", "year", "decade", "century")
"""From fine to coarse, the codes of the vocabulary ``date_precision``."""

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)(?:-(?P<month>\d{2}|XX)(?:-(?P<day>\d{2}|XX))?)?(?P<qualifier>[~?%])?", re.ASCII
)
_SEASON_FIRST_MONTH = {21: 3, 22: 6, 23: 9, 24: 12}


class NotEdtf(ValueError):
    """The text is not EDTF of levels 0 and 1, or names a day that does not exist."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last day on which a start and an end can lie; ``None`` where there is no bound."""

    start_earliest: date | None
    start_latest: date | None
    end_earliest: date | None
    end_latest: date | None
    precision: str | None
    qualified: bool
    interval: bool

    def contains(self, other: Bounds) -> bool:
        """Whether every reading of ``other`` is a reading of this date."""
        return (
            _within(other.start_earliest, other.start_latest, self.start_earliest, self.start_latest)
            and _within(other.end_earliest, other.end_latest, self.end_earliest, self.end_latest)
            and (self.interval == other.interval or not self.interval)
        )

    def proves_an_end_of(self, stored: Bounds) -> bool:
        """Whether this date fixes the start or the end of an interval: sources often know only one of the two."""
        start = stored.start_earliest is not None or stored.start_latest is not None
        end = stored.end_earliest is not None or stored.end_latest is not None
        said = (self.start_earliest, self.start_latest), (self.end_earliest, self.end_latest)
        starts = None not in said[0] and _within(*said[0], stored.start_earliest, stored.start_latest)
        ends = None not in said[1] and _within(*said[1], stored.end_earliest, stored.end_latest)
        return stored.interval and ((start and starts) or (end and ends))

    def stance_on(self, stored: Bounds) -> str:
        """What a source of this date says of the stored one: ``supports``, ``coarser`` or ``contradicts``.

        A source that fixes one end of a stored interval supports it. One that shares no day with it contradicts, and
        so does an interval of which either end lies elsewhere.
        """
        if self.disjoint(stored) or (self.interval and stored.interval and self._ends_elsewhere(stored)):
            return "contradicts"
        return "supports" if stored.contains(self) or self.proves_an_end_of(stored) else "coarser"

    def _ends_elsewhere(self, stored: Bounds) -> bool:
        return (
            _before(self.start_latest, stored.start_earliest)
            or _before(stored.start_latest, self.start_earliest)
            or _before(self.end_latest, stored.end_earliest)
            or _before(stored.end_latest, self.end_earliest)
        )

    def disjoint(self, other: Bounds) -> bool:
        """Whether no day can belong to both."""
        return _before(self.end_latest, other.start_earliest) or _before(other.end_latest, self.start_earliest)

    def shifted(self, days: int) -> Bounds:
        """The same bounds, so many days later: the day after a last day is the first day not held.

        A bound that would leave the calendar stays at its last day, 9999-12-31.
        """
        return replace(
            self,
            start_earliest=_later(self.start_earliest, days),
            start_latest=_later(self.start_latest, days),
            end_earliest=_later(self.end_earliest, days),
            end_latest=_later(self.end_latest, days),
        )


def _later(day: date | None, days: int) -> date | None:
    return day and date.fromordinal(min(day.toordinal() + days, date.max.toordinal()))


def _within(first: date | None, last: date | None, low: date | None, high: date | None) -> bool:
    return (low is None or (first is not None and first >= low)) and (
        high is None or (last is not None and last <= high)
    )


def _before(a: date | None, b: date | None) -> bool:
    return a is not None and b is not None and a < b


@lru_cache(maxsize=65536)
def bounds(text: str) -> Bounds:
    """The bounds of an EDTF text.

    Raises ``NotEdtf`` with one plain sentence where the text is not a date of levels 0 and 1.
    """
    if "/" not in text:
        if text in ("", ".."):
            raise NotEdtf("a date is missing")
        first, last, precision, qualified = _single(text)
        return Bounds(first, last, first, last, precision, qualified, interval=False)
    left, _, right = text.partition("/")
    if left in ("", "..") and right in ("", ".."):
        raise NotEdtf(f"{text!r} names no day at all")
    starts = (None, None, None, False) if left in ("", "..") else _single(left)
    ends = (None, None, None, False) if right in ("", "..") else _single(right)
    precision = max((p for p in (starts[2], ends[2]) if p), key=PRECISIONS.index)
    return Bounds(starts[0], starts[1], ends[0], ends[1], precision, starts[3] or ends[3], interval=True)


def _single(text: str) -> tuple[date, date, str, bool]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise NotEdtf(f"{text!r} is not an EDTF date such as 2023-12-21, 2023-12, 2013~ or 2018-10/2023-03")
    year, month, day, qualified = match["year"], match["month"], match["day"], match["qualifier"] is not None
    if "X" in year and month:
        raise NotEdtf(f"{text!r} gives a month of an unspecified year")
    if month == "XX" and day not in (None, "XX"):
        raise NotEdtf(f"{text!r} gives a day of an unspecified month")
    if year == "0000":
        raise NotEdtf(f"{text!r}: the calendar used here has no year 0")
    first_year, last_year = int(year.replace("X", "0")) or 1, int(year.replace("X", "9"))
    if month in (None, "XX"):
        precision = {0: "year", 1: "decade", 2: "century"}[year.count("X")]
        return date(first_year, 1, 1), date(last_year, 12, 31), precision, qualified
    number = int(month)
    if number in _SEASON_FIRST_MONTH:
        if day:
            raise NotEdtf(f"{text!r} gives a day of a season")
        return *_season(first_year, number), "season", qualified
    if not 1 <= number <= 12:
        raise NotEdtf(f"{text!r}: there is no month {month}")
    length = monthrange(first_year, number)[1]
    if day in (None, "XX"):
        return date(first_year, number, 1), date(first_year, number, length), "month", qualified
    if not 1 <= int(day) <= length:
        raise NotEdtf(f"{text!r}: {year}-{month} has no day {day}, it ends on {year}-{month}-{length}")
    exact = date(first_year, number, int(day))
    return exact, exact, "day", qualified


def _season(year: int, season: int) -> tuple[date, date]:
    first_month = _SEASON_FIRST_MONTH[season]
    last_year, last_month = (year, first_month + 2) if season < 24 else (year + 1, 2)
    if last_year > date.max.year:
        raise NotEdtf(f"the winter of {year} ends after the last year that dates can hold")
    return date(year, first_month, 1), date(last_year, last_month, monthrange(last_year, last_month)[1])
