"""Stories of several events: plans, reactions, visits, suits, treaties, series, and single acts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from seoul_tokyo_schemas.strategies import offices, times, words
from seoul_tokyo_schemas.strategies.acts import act
from seoul_tokyo_schemas.strategies.templates import TEMPLATES
from seoul_tokyo_schemas.strategies.world import LAST_READ, Act, Body, World
from seoul_tokyo_schemas.vocabularies import codes_of

TYPES = tuple(TEMPLATES)
REACTIONS = ("statement", "diplomatic-protest", "envoy-summoned", "ambassador-recalled", "proposal-rejected", "boycott")
GRIEVANCES = ("territorial-act", "textbook-screening", "trade-restriction", "shrine-visit-or-offering", "court-ruling")
MEETINGS = (
    "summit",
    "ministerial-meeting",
    "senior-official-consultation",
    "working-level-talks",
    "negotiation-session",
)
STEPS = (
    "agreement-initialled", "agreement-signed", "agreement-ratified", "agreement-in-force",
    "agreement-termination-notice", "agreement-ended",
)  # fmt: skip
LOOSE_RELATIONS = ("follows", "implements", "reverses", "supersedes", "responds-to", "resumes")


def single(world: World) -> None:
    """One act on its own, on a date as coarse as EDTF allows."""
    day = world.start_day()
    text = times.loose(world, day) if world.number(0, 3) else day.isoformat()
    status = world.pick(("occurred", "occurred", "ongoing", "unconfirmed", "denied"))
    act(world, world.pick(TYPES), text, status=status)


def chain(world: World) -> None:
    """Two to four acts, each linked with the one before."""
    days = world.days(world.number(2, 4), shortest=1)
    earlier: Act | None = None
    for text in times.apart(world, days):
        links = [(world.pick(LOOSE_RELATIONS), earlier)] if earlier else []
        earlier = act(world, world.pick(TYPES), text, links=links)


def reactions(world: World) -> None:
    """A grievance and what the other side does about it, at times twice on one day."""
    days = world.days(world.number(2, 4))
    grievance = act(world, world.pick(GRIEVANCES), days[0].isoformat())
    for day in days[1:]:
        act(world, world.pick(REACTIONS), day.isoformat(), links=[("responds-to", grievance)])


def twins(world: World) -> None:
    """Two acts of one type within a day; ``tell_apart`` says that they are two."""
    day, kind = world.start_day(), world.pick(("public-protest", *TYPES))
    act(world, kind, day.isoformat())
    act(world, kind, world.day_after(day, 1).isoformat())


def called_off(world: World) -> None:
    """A plan that was cancelled or put off, and at times what took place instead."""
    days = world.days(3, shortest=2)
    relation, status = world.pick((("cancels", "cancelled"), ("postpones", "postponed")))
    plan = act(world, world.pick((*MEETINGS, "visit", "agreement-signed")), days[1].isoformat(), status=status)
    act(world, "cancelled-or-postponed", days[0].isoformat(), links=[(relation, plan)])
    if world.chance(2):
        act(world, plan.body["type"], days[2].isoformat(), links=[("supersedes", plan)])


def ahead(world: World) -> None:
    """A plan for a day that still lies ahead."""
    day = world.day_after(date(LAST_READ.year + 2, 1, 1), 900)
    text = world.pick((day.isoformat(), times.month(day), times.year(day) + "~"))
    act(world, world.pick((*MEETINGS, "visit", "agreement-in-force")), text, status="scheduled")


def visit(world: World) -> None:
    """A stay of some days with meetings that are part of it, or a gathering with a meeting on its margins."""
    day = world.start_day()
    last = day + timedelta(world.number(1, 4))
    whole = act(world, world.pick(("visit", "summit", "cultural-exchange")), f"{day}/{last}")
    for number in range(world.number(1, 2)):
        inside = day + timedelta(number)
        if world.chance(3):
            act(world, world.pick((*MEETINGS, "call")), inside.isoformat(), margins_of=whole.id)
        else:
            act(world, world.pick((*MEETINGS, "agreement-signed")), inside.isoformat(), links=[("part-of", whole)])


def suit(world: World) -> None:
    """A suit through the instances, with a seizure at the end."""
    days = world.days(4, shortest=1)
    texts = times.apart(world, days)
    filing = act(world, "court-filing", texts[0])
    ruling = act(world, "court-ruling", texts[1], links=[("follows", filing)])
    kind = world.pick(("court-ruling", "court-filing", "international-ruling"))
    higher = act(world, kind, texts[2], links=[("appeals", ruling)])
    if world.chance(2):
        act(world, "asset-seizure", texts[3], links=[("implements", higher)])


def treaty(world: World) -> None:
    """An agreement from its initials to its end, some steps left out, with suspensions in between."""
    matter = world.mint("matter")
    body: Body = {"id": matter, "definition": "An agreement of the drawn time line."}
    if world.chance(3):
        body["external_ref"] = world.pick(("UNTS 8473", "WT/DS590"))
    world.add("matter", body)
    first = world.number(0, 2)
    steps = [step for step in STEPS[first:] if not world.chance(4)] or [STEPS[1]]
    steps = steps[: world.number(1, len(steps))]
    days = world.days(len(steps) + 1)
    earlier: Act | None = None
    for step, text in zip(steps, times.apart(world, days), strict=False):
        earlier = act(world, step, text, matter=matter, links=[("follows", earlier)] if earlier else ())
    if world.chance(2):
        act(
            world,
            world.pick(("agreement-suspended", "agreement-notice-withdrawn")),
            days[-1].isoformat(),
            matter=matter,
        )


def series(world: World) -> None:
    """A numbered series that rises with time, or a yearly one that is complete."""
    name = world.mint("series")
    body: Body = {"id": name, "definition": "A row of acts of the drawn time line."}
    if world.chance(2):
        start, years = world.start_day(), world.number(1, 3)
        body["complete_from"] = str(start.year)
        if world.chance(2):
            body["complete_to"] = str(start.year + years - 1)
        kind = world.pick(("government-publication", "commemoration", "textbook-screening"))
        for number in range(years):
            act(world, kind, world.pick((f"{start.year + number}-04-01", f"{start.year + number}-05")), series=name)
    else:
        number, kind = world.number(1, 9), world.pick(MEETINGS)
        for text in times.apart(world, world.days(world.number(1, 3), shortest=1)):
            act(world, kind, text, series=name, series_number=number)
            number += world.number(1, 2)
    world.add("series", body)


def office(world: World) -> None:
    """A post of any rank with its holders, whether they act or not."""
    rank = world.pick(codes_of("rank"))
    country: str | None = offices.ONE_COUNTRY.get(rank) or world.country()
    if rank in ("special-envoy", "judge", "director") and world.chance(3):
        country = None
    day = world.start_day()
    offices.line(world, rank, country, day, day)


def retirement(world: World) -> None:
    """Ids that stood in an earlier release."""
    kinds = codes_of("record_table")
    first = world.number(0, len(kinds) - 1)
    for number in range(world.number(1, 4)):
        _retire(world, kinds[(first + number) % len(kinds)])


def _retire(world: World, table: str) -> None:
    body: Body = {"id": world.mint("old"), "record_table": table}
    body["record_id"] = body.pop("id")
    body["reason"] = world.pick(("Two records of one act.", "Out of scope."))
    if world.chance(2) and world.acts:
        body["successor"] = world.pick(world.acts).id
    world.records.setdefault("retired", {})[body["record_id"]] = body


def names(world: World) -> None:
    """Another name of an event or a contested place, in any language and script."""
    bearers = [drawn.body for drawn in world.acts] or [world.contested_place()]
    language = world.pick(codes_of("name_language"))
    written = {"ko-Hang": "회담", "ja-Jpan": "かいだん", "ko-Hani": "會談", "ja-Latn": "Kaidan"}.get(language, "Talks")
    name = {"name": written, "language": language, "kind": world.pick(codes_of("name_kind"))}
    world.pick(bearers)["names"] = [name | ({"used_by": words.NEWSROOMS[0]} if world.chance(2) else {})]


EPISODES: Mapping[str, Callable[[World], None]] = {
    "single": single, "chain": chain, "office": office, "reactions": reactions, "visit": visit, "suit": suit,
    "treaty": treaty, "series": series, "called-off": called_off, "ahead": ahead, "twins": twins, "names": names,
    "retirement": retirement,
}  # fmt: skip
"""The stories, simplest first; disputes are told in ``contentions.py``."""
