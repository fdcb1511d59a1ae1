"""The world that a dataset is drawn in: its time line, the records so far, and what later records can refer to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any

from hypothesis import strategies as st

from seoul_tokyo_schemas import edtf
from seoul_tokyo_schemas.edtf import Bounds
from seoul_tokyo_schemas.strategies import words
from seoul_tokyo_schemas.strategies.dice import Dice
from seoul_tokyo_schemas.vocabularies import codes_of, definition

Body = dict[str, Any]
"""One record, or a part of one, with the keys of the TOML records."""

LAST_READ = date(2026, 11, 21)
"""No drawn article is read later: a plan for a later day stays a plan."""

LONGEST_STORY = timedelta(1500)

COW_CODES = {"KOR": "ROK", "JPN": "JPN", "USA": "USA", "CHN": "CHN", "RUS": "RUS", "GBR": "UKG", "AUS": "900"}
ESTABLISHED = {"KOR": "1948-08-15"}


@dataclass(slots=True)
class Held:
    """A tenure as later acts need it: the days on which it was held beyond doubt, and all that it can have covered."""

    post: Body
    kind: str
    sure_from: date
    sure_until: date
    can_from: date
    can_until: date
    ends_by_death: bool = False


@dataclass(slots=True)
class Person:
    """An official, the tenures held, and the record."""

    id: str
    country: str
    body: Body
    held: list[Held] = field(default_factory=list)

    def at(self, bounds: Bounds) -> Held | None:
        """The tenure held throughout a date, if no other tenure of the person can cover a day of it."""
        first, last = bounds.start_earliest or date.min, bounds.end_latest or date.max
        touching = [held for held in self.held if held.can_from <= last and held.can_until >= first]
        if len(touching) == 1 and touching[0].sure_from < first and last < touching[0].sure_until:
            return touching[0]
        return None

    def retired_by(self, day: date) -> bool:
        """Whether every tenure was certainly over, and none by death."""
        return bool(self.held) and all(held.can_until < day and not held.ends_by_death for held in self.held)


@dataclass(slots=True)
class Article:
    """A document as later sources need it: the first and last day of its publication, none where it is undated."""

    id: str
    body: Body
    first: date | None
    last: date | None


@dataclass(slots=True)
class Act:
    """An event as later events need it."""

    id: str
    body: Body
    bounds: Bounds

    @property
    def text(self) -> str:
        """The date as recorded."""
        return str(self.body["date"])


class World(Dice):
    """Records in the making. Everything drawn is added here, and later draws choose from what stands."""

    def __init__(self, draw: st.DrawFn, first_year: int, last_year: int) -> None:
        super().__init__(draw)
        self.first = date(first_year, 1, 1) + timedelta(1000)
        self.span = max(0, (date(last_year, 12, 31) - LONGEST_STORY - self.first).days)
        self.records: dict[str, dict[str, Body]] = {}
        self.articles: list[Article] = []
        self.people: list[Person] = []
        self.acts: list[Act] = []
        self._minted = 0
        self.state("KOR")
        self.state("JPN")

    def __iter__(self) -> Iterator[tuple[str, Body]]:
        return ((kind, body) for kind, bodies in self.records.items() for body in bodies.values())

    def mint(self, stem: str) -> str:
        """An id that no other record has."""
        self._minted += 1
        return f"{stem}-{self._minted}"

    def add(self, kind: str, body: Body) -> Body:
        """Add a record of its own."""
        return self.records.setdefault(kind, {}).setdefault(str(body["id"]), body)

    def start_day(self) -> date:
        """The day on which a story begins, with room for its end before the time line's."""
        return self.first + timedelta(self.number(0, self.span))

    def days(self, count: int, *, shortest: int = 0) -> list[date]:
        """The days of one story, in order."""
        found = [self.start_day()]
        while len(found) < count:
            found.append(self.day_after(found[-1] + timedelta(shortest), 150))
        return found

    def country(self) -> str:
        """Any country, the two most often."""
        return self.pick(codes_of("country")) if self.chance(2) else self.pick(("KOR", "JPN"))

    def third_country(self) -> str:
        """A country that is neither of the two."""
        if not self.chance(2):
            return "USA"
        return self.pick([code for code in codes_of("country") if code not in ("KOR", "JPN")])

    def state(self, country: str) -> str:
        """The id of a state, recorded where it did not stand yet."""
        if country not in self.records.get("actor", {}):
            names = {"KOR": "South Korea", "USA": "United States"}
            name = names.get(country) or definition("country", country).removesuffix(".")
            body: Body = {"id": country, "name": name, "kind": "state", "country": country}
            if country in COW_CODES:
                body["cow_code"] = COW_CODES[country]
            if country in ESTABLISHED:
                body["established"] = ESTABLISHED[country]
            self.add("actor", body)
        return country

    def body(self, kind: str, country: str | None = None) -> str:
        """The id of a body other than a state, one that stands or a new one."""
        known = [
            str(found["id"])
            for found in self.records.get("actor", {}).values()
            if found["kind"] == kind and found.get("country") == country
        ]
        if known and not self.chance(3):
            return self.pick(known)
        new: Body = {"id": self.mint(kind), "kind": kind}
        new["name"] = f"{self.pick(words.PARTIES_TO_ACTS[kind])} {self._minted}"
        if country:
            new["country"] = country
        if kind == "occupation-authority":
            new["established"] = "1945-09"
        elif self.chance(3):
            new["established"] = self.pick(("1871", "1905-11", "1919-03-01", "1906~", "192X"))
            if self.chance(2):
                new["source"] = [self.source("background", says={"established": new["established"]}, supports=["kind"])]
        if self.chance(4):
            variant = {"name": f"Old {new['name']}", "language": "en", "kind": "variant", "valid": "../1960"}
            new["names"] = [variant]
        return str(self.add("actor", new)["id"])

    def place(self, country: str) -> str:
        """The id of a town of a country, recorded where it did not stand yet."""
        name = self.pick(words.TOWNS.get(country, words.TOWNS[""]))
        place = f"{name.lower().replace(' ', '-').replace('ō', 'o')}-{country.lower()}"
        body: Body = {"id": place, "name": name, "country": country}
        if country == "KOR" and self.chance(4):
            body["names"] = [{"name": "서울", "language": "ko-Hang", "kind": "native"}]
        if country == "JPN" and self.chance(4):
            body["names"] = [{"name": "みやこ", "language": "ja-Jpan", "kind": "native", "used_by": "Radio Tōhoku"}]
        return str(self.add("place", body)["id"])

    def contested_place(self) -> Body:
        """A place that one country administers and another claims."""
        sides = self.pick((("KOR", "JPN"), ("JPN", "KOR"), ("RUS", "JPN"), ("CHN", self.country())))
        if sides[0] == sides[1]:
            sides = ("KOR", "JPN")
        body: Body = {"id": self.mint("contested-place"), "name": self.pick(words.CONTESTED_PLACES)}
        body |= {"administered_by": sides[0], "claimed_by": sides[1]}
        if self.chance(3):
            body["source"] = [self.source("background", supports=["administered_by", "claimed_by"])]
        return self.add("place", body)

    def source(
        self,
        modality: str,
        *,
        says: Body | None = None,
        supports: list[str] | None = None,
        after: date | None = None,
        before: date | None = None,
    ) -> Body:
        """A source: a passage of an article published in the given days, or of any article."""
        from seoul_tokyo_schemas.strategies import documents

        return documents.source(self, modality, says or {}, supports or [], after, before)


def bounds_of(text: str) -> Bounds:
    """The days that a date can mean."""
    return edtf.bounds(text)
