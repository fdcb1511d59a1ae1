"""Disputes: phases by legal transitions, each begun by an act, ended, and at times reopened."""

from __future__ import annotations

from datetime import date, timedelta

from seoul_tokyo_schemas.strategies import offices, times, words
from seoul_tokyo_schemas.strategies.acts import act
from seoul_tokyo_schemas.strategies.templates import TEMPLATES
from seoul_tokyo_schemas.strategies.world import Act, Body, World
from seoul_tokyo_schemas.vocabularies import codes_of, vocabularies

TERMINAL = ("settled", "dropped")
FIRST = ("active", "escalated", "managed", "latent")
LATER = ("active", "escalated", "managed", "dormant", "partly-settled", "settled", "dropped")
REOPENED = ("active", "escalated", "managed", "partly-settled")
EFFECTS_OF_STATUS = {
    "latent": ("about",), "active": ("about", "escalates"), "escalated": ("escalates",),
    "managed": ("negotiates", "de-escalates"), "partly-settled": ("settles-part",),
    "settled": ("settles", "de-escalates"), "dropped": ("about", "de-escalates"),
}  # fmt: skip
GROUNDS = (
    "court-ruling", "international-ruling", "property-or-remains-returned", "release", "trade-restriction-eased",
    "agreement-notice-withdrawn", "ambassador-returned",
)  # fmt: skip
"""Types of acts that settle a dispute without both governments saying so."""


def dispute(world: World) -> None:
    """A dispute with one to five phases and the acts that began them."""
    family = world.pick(codes_of("dispute_family"))
    body: Body = {"id": world.mint(family), "title": f"A contention about {family.replace('-', ' ')}", "family": family}
    icow = vocabularies()["dispute_family"][family].get("icow")
    if icow:
        body["icow_issue_type"] = icow
    statuses = _statuses(world)
    days = world.days(len(statuses), shortest=2)
    texts = times.apart(world, days)
    end = texts[-1] if statuses[-1] in TERMINAL else ".."
    if world.chance(5):
        body["external_ref"] = "WT/DS590"
    known = list(world.records.get("dispute", ()))
    if known and world.chance(3):
        body["parent"] = world.pick(known)
    body |= {"summary": world.pick(words.SUMMARIES), "date": f"{texts[0]}/{end}"}
    sides = _sides(world, body)
    body["positions"] = _positions(world, sides, texts[0])
    body["source"] = _sources(world, body)
    body["phase"] = _phases(world, body, statuses, texts)
    _acts_beside(world, body, statuses, days, texts)
    world.add("dispute", body)


def _statuses(world: World) -> list[str]:
    statuses = [world.pick(FIRST)]
    for _ in range(world.number(0, 4)):
        before = statuses[-1]
        after = REOPENED if before in TERMINAL else LATER
        barred = {before, "dormant"} if before == "latent" else {before}
        statuses.append(world.pick([status for status in after if status not in barred]))
    return statuses


def _sides(world: World, body: Body) -> dict[str, str]:
    if body["family"] == "territorial-sovereignty":
        place = world.contested_place()
        if world.chance(4):
            return {"KOR": "party", "JPN": "party"}
        body["place"] = place["id"]
        challenger = "KOR" if place["claimed_by"] == "KOR" or place["administered_by"] == "JPN" else "JPN"
        return {"KOR": "target", "JPN": "target"} | {challenger: "challenger"}
    if world.chance(3):
        body["place"] = world.place(world.pick(("KOR", "JPN")))
    return world.pick((
        {"KOR": "challenger", "JPN": "target"}, {"KOR": "target", "JPN": "challenger"},
        {"KOR": "party", "JPN": "party"},
    ))  # fmt: skip


def _positions(world: World, sides: dict[str, str], start: str) -> list[Body]:
    """As many positions of the one side as of the other, so that both are stated in equal depth."""
    found = []
    for _ in range(2 if world.chance(4) else 1):
        for actor, side in sides.items():
            position: Body = {"actor": actor, "side": side}
            if world.chance(2):
                position["start"] = start
            found.append(position | {"position": world.pick(words.POSITIONS)})
    return found


def _sources(world: World, body: Body) -> list[Body]:
    supports = ["family", "positions/KOR", "positions/JPN"]
    found = [world.source("background", says={"date": body["date"]}, supports=supports)]
    if world.chance(3):
        found.append(world.source("reported-speech", supports=["positions/JPN", "summary"]))
    if world.chance(4):
        found.append(world.source("background", says={"date": times.coarser(body["date"])}))
    return offices.separate(found)


def _phases(world: World, body: Body, statuses: list[str], texts: list[str]) -> list[Body]:
    phases: list[Body] = []
    begun: Act | None = None
    for number, (status, text) in enumerate(zip(statuses, texts, strict=True)):
        phase: Body = {"id": f"phase-{number + 1}", "status": status, "start": text}
        if status != "dormant" and (number or world.chance(2)):
            before = statuses[number - 1] if number else None
            begun = _trigger(world, body["id"], status, before, text, begun)
            phase["trigger"] = begun.id
        phase["source"] = _phase_sources(world, text)
        phases.append(phase)
    return phases


def _trigger(world: World, dispute_id: str, status: str, before: str | None, text: str, begun: Act | None) -> Act:
    effect = world.pick(EFFECTS_OF_STATUS[status])
    kind = world.pick(tuple(TEMPLATES))
    links: list[tuple[str, Act]] = []
    if before is None:
        effect = "about" if status == "latent" else "opens"
    elif before in TERMINAL:
        effect = "reopens"
    elif status == "settled" and effect == "settles":
        kind = "agreement-announced"
    elif status == "settled" and begun is not None and world.chance(2):
        links = [("reverses", begun)]
    elif status == "settled":
        kind = world.pick(GROUNDS)
    return act(world, kind, text, disputes=[(dispute_id, effect)], links=links)


def _phase_sources(world: World, text: str) -> list[Body]:
    found = [world.source(world.pick(("realised", "background")), says={"start": text}, supports=["status"])]
    if world.chance(4):
        found.append(world.source("background", says={"start": times.coarser(text)}))
    if world.chance(6):
        reason = world.pick(words.REASONS)
        found.append(world.source("background", says={"start": "1947-02"}) | {"reason": reason})
    return offices.separate(found)


def _acts_beside(world: World, body: Body, statuses: list[str], days: list[date], texts: list[str]) -> None:
    """Acts before the dispute, and acts on it while it is not over."""
    if world.chance(3):
        earlier = days[0] - timedelta(world.number(367, 500))
        act(world, world.pick(tuple(TEMPLATES)), earlier.isoformat(), disputes=[(body["id"], "antecedent")])
    for number, (status, day) in enumerate(zip(statuses, days, strict=True)):
        # A day within a coarse beginning may lie before the dispute.
        told_by_day = texts[number] == day.isoformat()
        if told_by_day and world.chance(4):
            over = status in TERMINAL
            effects = ("about",) if over else ("about", "escalates", "de-escalates", "negotiates", "settles-part")
            kind, later = world.pick(tuple(TEMPLATES)), (day + timedelta(1)).isoformat()
            act(world, kind, later, disputes=[(body["id"], world.pick(effects))])
