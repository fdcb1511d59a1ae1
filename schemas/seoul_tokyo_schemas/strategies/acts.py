"""Events: participants in legal roles, a level that fits their ranks, a format that counts them, and their sources."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from seoul_tokyo_schemas.edtf import Bounds
from seoul_tokyo_schemas.strategies import documents, offices, times, words
from seoul_tokyo_schemas.strategies.offices import LEVEL_OF_TIER, TIER, ranks_of_level
from seoul_tokyo_schemas.strategies.templates import BODY_OF_LEVEL, TEMPLATES, Template
from seoul_tokyo_schemas.strategies.world import Act, Body, World, bounds_of
from seoul_tokyo_schemas.vocabularies import codes_of

NOT_ACTING = ("recipient", "affected", "summoned", "mediator", "claimant", "respondent")
"""The roles that do not count for the format."""
HEADED = ("actor", "host", "visitor", "signatory", "speaker", "summoner")
"""The roles whose ranks fix the level."""
ONE_SIDED = ("visit", "cultural-exchange", "commemoration")
MEASURES = ("trade-restriction", "trade-restriction-eased", "travel-measure", "information-sharing")
"""The types, beside all steps on agreements, of which one must know whether they were decided or took effect."""
PLANNED = ("scheduled", "postponed", "cancelled")
DOUBTED = ("unconfirmed", "denied")
LONGEST_NAMED = timedelta(800)
OTHER = {"KOR": "JPN", "JPN": "KOR"}


class _Cast:
    """The participants of one event as they are drawn, with the ranks that fix its level."""

    def __init__(self, world: World, template: Template, bounds: Bounds, *, named: bool) -> None:
        self.world, self.bounds = world, bounds
        self.level = world.pick(template.levels)
        self.rows: list[Body] = []
        self.place: str | None = None
        # Nobody is in office throughout a century, or for a time without bound.
        self.named = (
            named
            and times.last_day(bounds) - times.first_day(bounds) < LONGEST_NAMED
            and bool(bounds.start_earliest and bounds.end_latest)
        )
        self.headed: tuple[str, ...] = HEADED
        self._ranks: dict[str, list[str | None]] = {}

    def side(self, country: str, role: str) -> None:
        """A state, or another body of that country, or an official for the state, in a role."""
        world = self.world
        kinds = BODY_OF_LEVEL[self.level]
        if kinds and world.chance(6 if self.level in LEVEL_OF_TIER.values() else 2):
            self.body(world.body(world.pick(kinds), country), role)
        elif self.named and world.chance(2):
            self._official(country, role)
        else:
            self.body(world.state(country), role)

    def body(self, actor: str, role: str) -> None:
        """A body without a person."""
        self.rows.append({"actor": actor, "role": role})
        if role in self.headed:
            self._ranks.setdefault(actor, []).append(None)

    def _official(self, country: str, role: str) -> None:
        world = self.world
        who: Body = {"actor": world.state(country), "role": role}
        rank: str | None = None
        if world.chance(6):
            rank = self._otherwise_than_in_office(country, who)
        else:
            person, held = offices.holder(world, country, ranks_of_level(self.level), self.bounds)
            who |= {"official": person.id, "capacity": "in-office"}
            rank = held.post["rank"] if person.at(self.bounds) is held else None
            if world.chance(3):
                who["title"] = str(held.post["rank"]).replace("-", " ")
        if any(row.get("official") == who["official"] for row in self.rows):
            self.body(country, role)
            return
        self.rows.append(who)
        if role in self.headed:
            self._ranks.setdefault(country, []).append(rank)

    def _otherwise_than_in_office(self, country: str, who: Body) -> str | None:
        """Cast a designate, a former holder, an envoy or a private person; return the rank of a designate's post."""
        world, first = self.world, times.first_day(self.bounds)
        of_country = [person for person in world.people if person.country == country]
        capacity = world.pick(("envoy", "private", "former", "designate"))
        if capacity == "designate":
            person, held = offices.designate(world, country, ranks_of_level(self.level), self.bounds)
            who |= {"official": person.id, "capacity": capacity}
            return str(held.post["rank"])
        former = [person for person in of_country if person.retired_by(first)]
        if capacity == "former" and former:
            who |= {"official": world.pick(former).id, "capacity": capacity}
        else:
            capacity = "envoy" if capacity == "former" else capacity
            who |= {"official": offices.person(world, country).id, "capacity": capacity}
        return None

    def fitting_level(self) -> str:
        """The level that the heads' ranks demand, or else the one that was drawn."""
        heads = []
        for ranks in self._ranks.values():
            tiers = [TIER[rank] for rank in ranks if rank is not None and rank in TIER]
            if None in ranks or not tiers:
                return self.level
            heads.append(min(tiers))
        return LEVEL_OF_TIER[max(heads)] if heads else self.level

    def format(self, kind: str) -> str:
        """How many states act."""
        actors = self.world.records["actor"]
        acting = [(row, actors[row["actor"]]) for row in self.rows if row["role"] not in NOT_ACTING]
        sides = {actor.get("country", actor["id"]) for _, actor in acting}
        guests = {actor.get("country", actor["id"]) for row, actor in acting if row["role"] != "host"}
        if any(actor["kind"] == "international-organisation" for _, actor in acting) or len(sides) >= 4:
            return "multilateral"
        if kind in ONE_SIDED and len(guests) == 1 and self.world.chance(2):
            return "unilateral"
        return {3: "trilateral", 2: "bilateral"}.get(len(sides), "unilateral")


def _meeting(world: World, cast: _Cast) -> None:
    host = world.pick(("KOR", "JPN"))
    abroad = world.chance(4)
    cast.side(host, "actor" if abroad else "host")
    cast.side(OTHER[host], "actor" if abroad else "visitor")
    cast.place = world.place(world.third_country() if abroad else host)
    if abroad and world.chance(2):
        cast.body(world.state(world.third_country()), world.pick(("actor", "mediator")))
        if world.chance(3):
            _crowd(world, cast)


def _crowd(world: World, cast: _Cast) -> None:
    """A fourth state, or an organisation, makes a meeting multilateral."""
    taken = {row["actor"] for row in cast.rows}
    more = [country for country in ("USA", "CHN", "AUS", "DEU") if country not in taken]
    if world.chance(2):
        cast.body(world.body("international-organisation"), "actor")
    else:
        for country in more[:2]:
            cast.body(world.state(country), "actor")


def _call(world: World, cast: _Cast) -> None:
    cast.side("KOR", "actor")
    cast.side("JPN", "actor")


def _visit(world: World, cast: _Cast) -> None:
    host = world.pick(("KOR", "JPN"))
    cast.side(OTHER[host], "visitor")
    cast.body(world.state(host), "host")
    cast.place = world.place(host)


def _words(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "speaker")
    if world.chance(2):
        cast.body(world.state(OTHER[country]), "recipient")


def _protest(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "speaker")
    cast.body(world.state(OTHER[country]), "recipient")


def _summoning(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "summoner")
    if "official" not in cast.rows[0]:
        cast.headed, cast._ranks = ("summoned",), {}
    if cast.named and world.chance(2):
        cast.level, drawn = "senior-official", cast.level
        cast._official(OTHER[country], "summoned")
        cast.level = drawn
    else:
        cast.body(world.state(OTHER[country]), "summoned")
    cast.place = world.place(country)


def _joint(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "actor")
    if world.chance(2):
        cast.side(OTHER[country], "actor")
    if world.chance(6):
        cast.body(world.body("international-organisation"), "actor")


def _signing(world: World, cast: _Cast) -> None:
    cast.side("KOR", "signatory")
    cast.side("JPN", "signatory")
    cast.place = world.place(world.pick(("KOR", "JPN")))


def _deed(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "actor")
    if world.chance(3):
        cast.body(world.state(OTHER[country]), "recipient")
    if world.chance(4):
        cast.body(world.body(world.pick(("firm", "group")), OTHER[country]), "affected")
    if world.chance(3):
        cast.place = world.place(country)


def _suit(world: World, cast: _Cast) -> None:
    cast.body(world.body("group", "KOR"), "claimant")
    cast.body(world.body("firm", "JPN") if world.chance(2) else world.state("JPN"), "respondent")
    if world.chance(2):
        cast.body(world.body("court", "KOR"), "court")


def _ruling(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.body(world.body("court", country), "court")
    if world.chance(2):
        cast.body(world.body("group", "KOR"), "claimant")
        cast.body(world.body("firm", "JPN"), "respondent")
    cast.place = world.place(country)


def _case(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.body(world.state(country), "claimant")
    if world.chance(2):
        cast.body(world.state(OTHER[country]), "respondent")


def _award(world: World, cast: _Cast) -> None:
    cast.body(world.body(world.pick(("court", "international-organisation"))), "court")
    cast.body(world.state("JPN"), "claimant")
    cast.body(world.state("KOR"), "respondent")
    cast.place = world.place(world.third_country())


def _appointment(world: World, cast: _Cast) -> None:
    country = world.pick(("KOR", "JPN"))
    cast.side(country, "appointee")
    if world.chance(2):
        cast.body(world.state(OTHER[country]), "recipient")


_SHAPES = {
    "meeting": _meeting, "call": _call, "visit": _visit, "words": _words, "protest": _protest, "summoning": _summoning,
    "joint": _joint, "signing": _signing, "deed": _deed, "suit": _suit, "ruling": _ruling, "case": _case,
    "award": _award, "appointment": _appointment,
}  # fmt: skip


def act(
    world: World,
    kind: str,
    when: str,
    *,
    status: str = "occurred",
    links: Sequence[tuple[str, Act]] = (),
    disputes: Sequence[tuple[str, str]] = (),
    **more: str | int,
) -> Act:
    """Draw one event of a type on a date, with its sources.

    ``links`` are relations to earlier events, ``disputes`` pairs of dispute and effect; ``more`` are further keys of
    the record, such as ``series``, ``matter`` or ``margins_of``.
    """
    template, bounds = TEMPLATES[kind], bounds_of(when)
    cast = _Cast(world, template, bounds, named=status != "scheduled")
    _SHAPES[template.shape](world, cast)
    stem = f"{when[:4].lower()}-{kind}" if when[:1].isdigit() else kind
    body: Body = {"id": world.mint(stem), "title": world.pick(words.DEEDS), "summary": world.pick(words.SUMMARIES)}
    body |= {"date": when, "type": kind, "status": status, "level": cast.fitting_level(), "format": cast.format(kind)}
    body |= {"tone": world.pick(template.tones), "subject": world.pick(codes_of("subject"))}
    if template.stages and (kind in MEASURES or kind.startswith("agreement-") or world.chance(2)):
        body["stage"] = world.pick(template.stages)
    if cast.place and not world.chance(4):
        body["place"] = cast.place
    if bounds.precision == "day" and world.chance(5):
        body["time_local"] = world.pick(("16:00", "09:30/18:45"))
    body |= more
    body["participants"] = cast.rows
    if links:
        body["links"] = [{"relation": relation, "event": other.id} for relation, other in links]
    if disputes:
        body["disputes"] = [{"dispute": dispute, "effect": effect} for dispute, effect in disputes]
    body["source"] = _sources(world, body, bounds)
    drawn = Act(body["id"], body, bounds)
    world.acts.append(drawn)
    world.add("event", body)
    return drawn


def _sources(world: World, body: Body, bounds: Bounds) -> list[Body]:
    """A source that proves the date, and at times a rougher one, a preview, details, and one that is wrong."""
    first = times.first_day(bounds)
    supports = ["type", "participants"] + [key for key in ("disputes", "links") if key in body]
    found = [_proof(world, body, supports)]
    if world.chance(3):
        found.append(_proof(world, body, ["type"], details=True))
    if world.chance(4):
        rough = world.source("background", says={"date": times.coarser(body["date"])})
        if world.chance(2):
            rough["reported"] = {"summary": world.pick(words.REPORTED)}
        found.append(rough)
    if world.chance(4) and body["status"] not in PLANNED and first > date(1948, 1, 1):
        found.append(world.source("scheduled", supports=["type"], before=first))
    if world.chance(5):
        wrong = {"date": f"{first.year - 2}-05"} if world.chance(2) and first.year > 1900 else {"level": "private"}
        if wrong.get("level") == body["level"]:
            wrong = {"level": "judiciary"}
        if "level" in wrong:
            found[0]["supports"].append("level")
        found.append(world.source("background", says=wrong) | {"reason": world.pick(words.REASONS)})
    return offices.separate(found)


def _proof(world: World, body: Body, supports: list[str], *, details: bool = False) -> Body:
    says: Body = {"date": body["date"]}
    if details:
        says |= {key: str(body[key]) for key in ("place", "level", "tone", "series_number") if key in body}
    status, when = body["status"], bounds_of(body["date"])
    if status in PLANNED:
        before = times.first_day(when)
        before = min(before, documents.LAST_PUBLISHED)
        return world.source("scheduled", says=says, supports=supports, before=before)
    told_from = times.told_from(body["date"])
    if told_from > documents.LAST_PUBLISHED or world.chance(5):
        return world.source("background", says=says, supports=supports)
    modality = "reported-speech" if status in DOUBTED or world.chance(6) else "realised"
    return world.source(modality, says=says, supports=supports, after=told_from - timedelta(world.number(0, 1)))
