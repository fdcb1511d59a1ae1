"""Who held a post, from when to when: our tenures and other people's lists in one form, and where they differ.

Persons are the same if the words of a name are, in any order. Dates are the days that they can mean, so that a year
agrees with any of its days. Ends are first days not held; lists that give the last day held agree all the same.
"""

from __future__ import annotations

import calendar
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from itertools import groupby

from seoul_tokyo.building.assemble import Tables

Names = frozenset[frozenset[str]]
"""Every spelling of one person's name, each as the set of its words."""

HELD = ("substantive", "acting", "concurrent")
"""Kinds of tenure in which somebody does the work of a post; the designated do not yet, the suspended no more."""


@dataclass(frozen=True)
class Day:
    """A date as its author wrote it, and the first and last day that it can mean."""

    text: str
    earliest: date
    latest: date

    def meets(self, other: Day, late: int = 0) -> bool:
        """Whether both can mean one day, or the other can lie up to some days later."""
        return self.earliest <= other.latest and other.earliest <= self.latest + timedelta(late)


def written(text: str) -> Day:
    """A day, month or year: ``2005-03-14``, ``2020-09``, ``1998``."""
    year, month, day = (int(part) if part else None for part in [*text.split("-"), "", ""][:3])
    assert year
    first = date(year, month or 1, day or 1)
    last_month = month or 12
    return Day(text, first, date(year, last_month, day or calendar.monthrange(year, last_month)[1]))


@dataclass(frozen=True)
class Spell:
    """Somebody in a post; a missing start or end is unknown, unless the person is still in office."""

    post: str
    person: str
    names: Names
    start: Day | None
    end: Day | None
    goes_on: bool = False
    kind: str = "substantive"
    start_by: frozenset[str] = frozenset()
    end_by: frozenset[str] = frozenset()
    """The articles that support the start and the end."""

    @property
    def articles(self) -> frozenset[str]:
        """The articles that support either bound."""
        return self.start_by | self.end_by

    def touches(self, other: Spell) -> bool:
        """Whether a spell begins in this one or where it ends, by a day."""
        return bool(self.goes_on or (self.end and other.start and self.end.meets(other.start, 1))) or bool(
            self.start and self.end and other.start and self.start.earliest <= other.start.earliest <= self.end.latest
        )

    def with_next(self, other: Spell) -> Spell:
        """Both as one."""
        later = other if other.goes_on or (other.end and self.end and other.end.latest > self.end.latest) else self
        return replace(self, end=later.end, goes_on=later.goes_on, end_by=later.end_by)

    def can_hold(self, first: date, last: date) -> bool:
        """Whether the spell has, for sure, a day from the first to the last."""
        if not self.start:
            return self.end is not None and first < self.end.earliest <= last
        ends = date.max if self.goes_on else self.end.earliest if self.end else self.start.latest + timedelta(1)
        return self.start.latest <= last and max(self.start.latest, first) < ends


def tokens(name: str) -> frozenset[str]:
    """The words of a name, without order, case, hyphens and accents."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    return frozenset(re.findall(r"[a-z]+", plain.replace("'", "")))


def spellings(name: str) -> Names:
    """A name with the parts of its given name apart, and in one; a name in Asian script stands as it is."""
    return frozenset(
        filter(None, (tokens(name), tokens(name.replace("-", "")), frozenset(re.findall(r"[가-힣一-鿿ぁ-ヿ]+", name))))
    )


def is_same(ours: Names, theirs: Names) -> bool:
    """Whether a peer's name, often the family name alone or in another order, can be the person's."""
    return any(their and their <= our for their in theirs for our in ours)


# --- Ours ---


def our_spells(tables: Tables) -> list[Spell]:
    """Every tenure of the records with its person's names and its articles, as it stands."""
    names: dict[str, set[str]] = {}
    shown: dict[str, str] = {}
    for person in tables["officials"].to_pylist():
        shown[person["official_id"]] = person["name"]
        names[person["official_id"]] = {person["name"], person["native_name"] or ""}
    for name in tables["names"].to_pylist():
        if name["record_table"] == "officials":
            names[name["record_id"]].add(name["name"])
    proof: dict[tuple[str, str], set[str]] = {}
    for row in tables["evidence"].to_pylist():
        if row["record_table"] == "tenures" and row["stance"] == "supports":
            proof.setdefault((row["record_id"], row["field"]), set()).add(row["article_id"])
    return [
        Spell(
            row["post_id"],
            shown[row["official_id"]],
            frozenset(variant for name in names[row["official_id"]] for variant in spellings(name)),
            _bounds(row["start_edtf"], row["start_earliest"], row["start_latest"]),
            _bounds(row["end_edtf"], row["end_earliest"], row["end_latest"]),
            row["end_edtf"] == "..",
            row["kind"],
            frozenset(proof.get((row["tenure_id"], "start_edtf"), ())),
            frozenset().union(*(proof.get((row["tenure_id"], end), ()) for end in ("end_edtf", "last_day_edtf"))),
        )
        for row in tables["tenures"].to_pylist()
    ]


def _bounds(text: str | None, earliest: object, latest: object) -> Day | None:
    if text is None or earliest is None or latest is None:
        return None
    return Day(text, date.fromisoformat(str(earliest)[:10]), date.fromisoformat(str(latest)[:10]))


def joined(spells: Iterable[Spell]) -> list[Spell]:
    """One spell for those of one person in one post that touch or overlap: cabinets, acting and then in full right."""
    found: list[Spell] = []
    order = sorted(
        spells, key=lambda spell: (spell.post, spell.person, spell.start.earliest if spell.start else date.min)
    )
    for spell in order:
        before = found[-1] if found else None
        if before and (before.post, before.person) == (spell.post, spell.person) and before.touches(spell):
            found[-1] = before.with_next(spell)
        else:
            found.append(spell)
    return found


# --- What differs ---


@dataclass(frozen=True)
class Difference:
    """One row of docs/PEERS.md, without the words that only a reader of the sources can write."""

    post: str
    person: str
    what: str
    theirs: str
    ours: str
    deciding: tuple[frozenset[str], ...] = field(default=(), compare=False)
    """The articles of each tenure of ours that is concerned; one of each must be named."""

    @property
    def cells(self) -> tuple[str, str, str, str, str]:
        """The cells that the test computes."""
        return (self.post, self.person, self.what, self.theirs, self.ours)


@dataclass
class Comparison:
    """How many spells or days of a peer could be compared, how many agree, and what differs."""

    compared: int = 0
    agreeing: int = 0
    undated: int = 0
    """Spells of somebody whom both have, with no date that both give."""
    differences: list[Difference] = field(default_factory=list)

    def add(self, found: Sequence[Difference]) -> None:
        """Count one spell."""
        self.compared += 1
        self.agreeing += not found
        self.differences += found

    def more(self, other: Comparison) -> Comparison:
        """Both comparisons as one."""
        return Comparison(
            self.compared + other.compared,
            self.agreeing + other.agreeing,
            self.undated + other.undated,
            self.differences + other.differences,
        )


@dataclass(frozen=True)
class SpellList:
    """A list of spells in our posts, each with the time that it can be held to."""

    spells: Sequence[Spell]
    windows: Mapping[str, tuple[date, date]]
    """For each post, the first and last day on which a holder should be in the list."""
    has_ends: bool
    goes_to: date


def compare(peer: SpellList, tenures: Iterable[Spell], groups: Mapping[str, str]) -> Comparison:
    """Hold every spell of a peer against ours, then look for the people whom one of us lacks.

    ``groups`` names for each of our posts the post under which the peer has it.
    """
    held = joined(spell for spell in tenures if spell.post in groups and spell.kind in HELD)
    found = Comparison()
    for spell in peer.spells:
        same = [ours for ours in held if groups[ours.post] == spell.post and is_same(ours.names, spell.names)]
        if same:
            ours = min(same, key=lambda ours: _distance(ours, spell))
            if (spell.start and ours.start) or (spell.end and (ours.end or ours.goes_on)):
                found.add(_ends(spell, ours, peer))
            else:
                found.undated += 1
        elif any(_covers(ours, spell) for ours in held if groups[ours.post] == spell.post):
            since = f"{_text(spell.start)} to {_text(spell.end)}" if peer.has_ends else f"from {_text(spell.start)}"
            found.differences.append(
                Difference(_first_post(spell.post, groups), spell.person, "we lack", since, "nobody")
            )
    found.differences += _lacking(peer, held, groups)
    return found


def _distance(ours: Spell, theirs: Spell) -> int:
    mine, their = ours.start or ours.end, theirs.start or theirs.end
    return abs((mine.earliest - their.earliest).days) if mine and their else 10**6


def _covers(ours: Spell, theirs: Spell) -> bool:
    """Whether our list of a post had begun when their spell ended."""
    until = theirs.end.latest if theirs.end else date.max
    return ours.start is not None and ours.start.earliest < until


def _first_post(group: str, groups: Mapping[str, str]) -> str:
    return next(post for post, name in groups.items() if name == group)


def _text(day: Day | None) -> str:
    return day.text if day else "unknown"


def _ends(theirs: Spell, ours: Spell, peer: SpellList) -> list[Difference]:
    found = []

    def differ(what: str, their: str, our: str) -> None:
        decides = ours.start_by if what == "start" else ours.end_by
        found.append(Difference(ours.post, ours.person, what, their, our, (decides,)))

    if theirs.start and ours.start and not theirs.start.meets(ours.start):
        differ("start", theirs.start.text, ours.start.text)
    if peer.has_ends:
        if theirs.end and ours.end and not theirs.end.meets(ours.end, 1 if len(theirs.end.text) == 10 else 0):
            differ("end", theirs.end.text, ours.end.text)
        elif theirs.end and ours.goes_on:
            differ("end", theirs.end.text, "in office")
        elif not theirs.end and ours.end and ours.end.latest < peer.goes_to:
            differ("end", "none", ours.end.text)
    return found


def _lacking(peer: SpellList, held: Sequence[Spell], groups: Mapping[str, str]) -> Iterator[Difference]:
    """The people of ours whom a peer lacks, a row a post."""
    missing: dict[str, list[Spell]] = {}
    for ours in held:
        known = [spell.names for spell in peer.spells if spell.post == groups[ours.post]]
        window = peer.windows.get(groups[ours.post])
        if window and ours.can_hold(*window) and not any(is_same(ours.names, names) for names in known):
            missing.setdefault(ours.post, []).append(ours)
    for post, spells in missing.items():
        in_time = sorted(spells, key=lambda spell: spell.start.earliest if spell.start else date.min)
        people = list(dict.fromkeys(spell.person for spell in in_time))
        years = " to ".join(dict.fromkeys(_text(spell.start or spell.end)[:4] for spell in (in_time[0], in_time[-1])))
        first, last = peer.windows[groups[post]]
        count = f"{len(people)} {'person' if len(people) == 1 else 'people'}, {years}"
        yield Difference(
            post,
            ", ".join(people),
            "they lack",
            f"nobody ({first} to {last})",
            count,
            tuple(spell.articles for spell in in_time),
        )


# --- Day by day ---


def leaders(spells: Iterable[Spell], last: date) -> dict[date, list[Spell]]:
    """Who leads on each day on which that is sure; a holder whose powers are suspended does not lead."""
    leading: dict[date, list[Spell]] = {}
    suspended: set[tuple[date, str]] = set()
    for spell in spells:
        if not spell.start or not (spell.end or spell.goes_on):
            continue
        end = min(spell.end.earliest if spell.end else date.max, last)
        for number in range((end - spell.start.latest).days):
            day = spell.start.latest + timedelta(number)
            if spell.kind == "suspended":
                suspended.add((day, spell.person))
            elif spell.kind in HELD:
                leading.setdefault(day, []).append(spell)
    return {day: [one for one in found if (day, one.person) not in suspended] for day, found in leading.items()}


def compare_days(
    post: str, theirs: Mapping[date, Sequence[Spell]], ours: Mapping[date, Sequence[Spell]], gaps: bool
) -> Comparison:
    """Hold the leaders of every day against each other; a run of days that differ alike is one difference.

    With ``gaps``, a day on which the peer has nobody between two of its leaders differs too.
    """
    days = sorted(theirs)
    span = [days[0] + timedelta(number) for number in range((days[-1] - days[0]).days + 1)]
    runs: list[tuple[date, str, str, frozenset[str], tuple[frozenset[str], ...]]] = []
    found = Comparison()
    begins = min(ours)
    for day in span:
        their, our = theirs.get(day, ()), ours.get(day, ())
        if day < begins or (not their and not gaps):
            continue
        found.compared += 1
        if any(is_same(mine.names, one.names) for mine in our for one in their):
            found.agreeing += 1
            continue
        people = sorted({spell.person for spell in our})
        who = " and ".join(sorted({spell.person for spell in their})) or "nobody"
        sources = tuple(spell.articles for spell in our)
        runs.append((day, who, " and ".join(people) or "nobody", frozenset(people), sources))
    keyed = [(run[0] - timedelta(number), run) for number, run in enumerate(runs)]
    for (_, who), group in groupby(keyed, key=lambda item: (item[0], item[1][1])):
        members = [run for _, run in group]
        holders = list(dict.fromkeys(run[2] for run in members))
        first, last = members[0][0], members[-1][0]
        span_text = f"{first}" if first == last else f"{first} to {last}"
        sources = tuple(dict.fromkeys(source for run in members for source in run[4]))
        found.differences.append(Difference(post, who, "days", span_text, ", ".join(holders), sources))
    return found
