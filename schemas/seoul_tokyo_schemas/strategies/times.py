"""Dates as drawn records tell them: one day, told finely or coarsely, alone or as an interval."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from seoul_tokyo_schemas import edtf
from seoul_tokyo_schemas.edtf import Bounds
from seoul_tokyo_schemas.strategies.dice import Dice

_SEASON_OF_MONTH = {3: 21, 4: 21, 5: 21, 6: 22, 7: 22, 8: 22, 9: 23, 10: 23, 11: 23, 12: 24}

QUALIFIERS = ("~", "?", "%")


def month(day: date) -> str:
    """The month of a day, as EDTF."""
    return day.isoformat()[:7]


def year(day: date) -> str:
    """The year of a day, as EDTF."""
    return day.isoformat()[:4]


def month_after(day: date) -> date:
    """The first day of the next month."""
    return (day.replace(day=1) + timedelta(32)).replace(day=1)


def season(day: date) -> str:
    """The northern season of a day; January and February end the winter of the year before."""
    number = _SEASON_OF_MONTH.get(day.month)
    return f"{day.year}-{number}" if number else f"{day.year - 1}-24"


def loose(dice: Dice, day: date) -> str:
    """The day, or any coarser EDTF text that allows it: the forms of levels 0 and 1."""
    plain, later = day.isoformat(), dice.day_after(day, 9).isoformat()
    forms = (
        plain, month(day), year(day), season(day), f"{plain[:3]}X", "20XX", f"{month(day)}-XX", f"{year(day)}-XX",
        f"{year(day)}-XX-XX", f"{plain}/{later}", f"{month(day)}/{year(day)}-12", f"{plain}/..", f"../{plain}",
        f"{plain}/", f"/{plain}", f"{year(day)}/{year(day + timedelta(400))}",
    )  # fmt: skip
    text = dice.pick(forms)
    return text + dice.pick(QUALIFIERS) if "/" not in text and dice.chance(4) else text


def apart(dice: Dice, days: Sequence[date]) -> list[str]:
    """The days of one story in order, some of them told coarsely where that leaves the order certain."""
    texts = []
    for number, day in enumerate(days):
        others = [*days[:number], *days[number + 1 :]]
        forms = [day.isoformat()]
        if all(month(other) != month(day) for other in others):
            forms += [month(day), month(day) + "~"]
        if all(year(other) != year(day) for other in others):
            forms.append(year(day))
        # A day must come up most often: it alone carries tenures, series and reactions of one day.
        texts.append(dice.pick(forms) if dice.chance(4) else forms[0])
    return texts


def coarser(text: str) -> str:
    """The same date as a less exact source tells it; a year stays as it is."""
    return "/".join(part if len(part) < 7 else part[:4] if len(part) == 7 else part[:7] for part in text.split("/"))


def first_day(bounds: Bounds) -> date:
    """The first day that the date can mean."""
    return bounds.start_earliest or bounds.end_earliest or date.min


def last_day(bounds: Bounds) -> date:
    """The last day that the date can mean."""
    return bounds.end_latest or bounds.start_latest or date.max


def told_from(text: str) -> date:
    """The day from which on a report can say without doubt that it has happened."""
    bounds = edtf.bounds(text)
    known = [day for day in (bounds.start_latest, bounds.end_latest) if day is not None]
    return min(known)
