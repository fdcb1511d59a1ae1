"""Officials and posts: who held which post when, in which way, and how finely that is known.

A single-seat post is drawn as one line of holders. Each handover has a style: met on a day, told in months or
years that do not overlap, bridged by somebody acting, left open for a while, or lost to the record.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from seoul_tokyo_schemas.edtf import Bounds
from seoul_tokyo_schemas.strategies import times, words
from seoul_tokyo_schemas.strategies.world import Body, Held, Person, World, bounds_of
from seoul_tokyo_schemas.vocabularies import codes_of

TIER: Mapping[str, int] = {
    "head-of-state": 1, "head-of-government": 1,
    "minister": 2, "national-security-adviser": 2, "prime-minister-of-korea": 2, "chief-cabinet-secretary": 2,
    "vice-minister": 3, "deputy-minister": 3, "ambassador": 3, "deputy-national-security-adviser": 3,
    "special-envoy": 3, "spokesperson": 3,
    "director-general": 4, "director": 4, "deputy-chief-of-mission": 4, "defence-attache": 4, "consul-general": 4,
}  # fmt: skip
"""The tier of a rank, from leaders (1) to the working level (4); other ranks have none."""

LEVEL_OF_TIER = {1: "leader", 2: "minister", 3: "senior-official", 4: "working-level"}
LEVEL_OF_RANK = {
    "legislator": "legislature", "judge": "judiciary", "military-chief": "armed-forces", "governor": "subnational",
    "party-leader": "private",
}  # fmt: skip

SINGLE = ("head-of-state", "head-of-government", "prime-minister-of-korea", "chief-cabinet-secretary")
MANY_SEATS = ("legislator", "judge", "director", "special-envoy")
ONE_COUNTRY = {"prime-minister-of-korea": "KOR", "chief-cabinet-secretary": "JPN"}

BEGINNINGS = ("nobody", "nobody", "met", "months", "years", "acting", "vacant", "lost", "designate", "founded")
ENDINGS = ("held", "told", "met", "months", "years", "acting", "vacant", "lost", "suspended", "abolished")
"""How a tenure touches the ones before and after it in its post."""

GONE = ("resignation", "dismissal", "removal", "death")
"""Ends after which a post may stay vacant for a while."""
ENDS = ("term-end", "reshuffle", "unknown", *GONE)

DAY = timedelta(1)
FIRST_HANJA = 0x5000


def person(world: World, country: str) -> Person:
    """A new official of a country, with a name that nobody there has."""
    pool = country if country in words.GIVEN else ""
    families, given_names = list(words.FAMILIES[pool]), list(words.GIVEN[pool])
    taken = {known.body["name"] for known in world.people}
    family, start = world.pick(families), world.number(0, len(given_names) - 1)
    free = [
        (name, given)
        for name in (family, *families)
        for given in (*given_names[start:], *given_names[:start])
        if not {f"{name} {given}", f"{given} {name}"} & taken
    ]
    family, given = free[0]
    turned = country not in words.FAMILY_FIRST and not world.chance(3)
    body: Body = {"id": world.mint(f"official-{country.lower()}")}
    body["name"] = f"{given} {family}" if turned else f"{family} {given}"
    body |= {"family_name": family, "given_name": given, "country": country}
    if pool and not world.chance(4):
        body["native_name"] = words.FAMILIES[pool][family] + words.GIVEN[pool][given]
    if world.chance(4):
        body["wikidata"] = f"Q{world.number(1, 99)}{body['id'].rpartition('-')[2]}"
    if world.chance(3):
        body["names"] = _variants(world, body, pool)
    if world.chance(6):
        body["source"] = [world.source("background", supports=["name", "country"])]
    found = Person(body["id"], country, world.add("official", body))
    world.people.append(found)
    return found


def _variants(world: World, body: Body, pool: str) -> list[Body]:
    latin = {"KOR": "ko-Latn", "JPN": "ja-Latn"}.get(pool, "en")
    variant = {"name": body["name"].replace("-", " ").upper(), "language": latin, "kind": "variant"}
    if world.chance(2):
        variant["used_by"] = world.pick(words.NEWSROOMS)
    if world.chance(3):
        variant["valid"] = world.pick(("1985/..", "../1990-03", "2001~"))
    rest: list[Body] = [variant]
    if pool == "KOR" and world.chance(2):
        given = chr(FIRST_HANJA + int(body["id"].rpartition("-")[2]))
        rest.append({"name": words.HANJA[body["family_name"]] + given, "language": "ko-Hani", "kind": "native"})
    if pool and world.chance(2):
        western = f"{body['given_name']} {body['family_name']}"
        rest.append({"name": western, "language": "en", "kind": "preferred"})
    return rest


def post(world: World, rank: str, country: str | None, *, single: bool) -> Body:
    """A new post of a rank, a state's or an international body's."""
    title, native = words.TITLES_OF_POSTS.get(country or "", ("abroad", ""))
    stem = f"{rank}-{(country or 'abroad').lower()}"
    body: Body = {"id": world.mint(stem), "title": f"{rank.replace('-', ' ').capitalize()} {title}"}
    if native and world.chance(2):
        body["native_title"] = native
    body["organisation"] = world.pick(words.OFFICES)
    if country:
        body["country"] = country
    body |= {"rank": rank, "single_seat": single}
    if world.chance(5):
        body["source"] = [world.source("background", supports=["title", "rank"])]
    if world.chance(6):
        body["names"] = [{"name": "Head of bureau", "language": "en", "kind": "variant", "valid": "../1989"}]
    return world.add("post", body)


def holder(world: World, country: str, ranks: tuple[str, ...], bounds: Bounds) -> tuple[Person, Held]:
    """Somebody who holds a post of one of the ranks throughout a date; with a new post where nobody does."""
    known = [
        (found, held)
        for found in world.people
        if found.country == country and (held := found.at(bounds)) is not None
        if held.kind != "designate" and held.post["rank"] in ranks
    ]
    if known and not world.chance(4):
        return world.pick(known)
    fitting = [rank for rank in ranks if ONE_COUNTRY.get(rank, country) == country]
    return line(world, world.pick(fitting), country, times.first_day(bounds), times.last_day(bounds))


def designate(world: World, country: str, ranks: tuple[str, ...], bounds: Bounds) -> tuple[Person, Held]:
    """Somebody named for a post of one of the ranks, who takes it up after the date."""
    rank = world.pick([rank for rank in ranks if ONE_COUNTRY.get(rank, country) == country])
    seat, who = post(world, rank, country, single=rank not in MANY_SEATS), person(world, country)
    named_on = times.first_day(bounds) - timedelta(world.number(10, 60))
    takes_up = times.last_day(bounds) + timedelta(world.number(10, 60))
    named: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": "designate"}
    named |= {"start": named_on.isoformat(), "end": takes_up.isoformat()}
    held = _record(world, who, named, seat, named_on, takes_up)
    tenure: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": "substantive"}
    tenure |= {"start": takes_up.isoformat(), "end": ".."}
    _record(world, who, tenure, seat, takes_up, takes_up + 300 * DAY)
    return who, held


def line(world: World, rank: str, country: str | None, first: date, last: date) -> tuple[Person, Held]:
    """A post with its line of holders, one of whom holds it throughout the given days: that one is returned."""
    citizen = country or world.third_country()
    single = rank in SINGLE or not (rank in MANY_SEATS or world.chance(8))
    seat = post(world, rank, country, single=single)
    begin = first - timedelta(world.number(62, 700))
    end = last + timedelta(world.number(62, 700))
    main = person(world, citizen)
    tenure: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": "substantive"}
    before, after = world.pick(BEGINNINGS), world.pick(ENDINGS)
    if after == "years":
        end = max(end, date(last.year + 1, 2, 1))
    if after != "suspended" and world.chance(8):
        tenure["kind"] = world.pick(("concurrent", "acting"))
    _begin(world, tenure, seat, begin, before, citizen, main)
    _end(world, tenure, seat, end, after, citizen)
    held = _record(world, main, tenure, seat, begin, end)
    if after == "suspended":
        middle = last + timedelta((end - last).days // 2)
        rest: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": "suspended"}
        rest |= {"start": middle.isoformat(), "end": (middle + 5 * DAY).isoformat()}
        _record(world, main, rest, seat, middle, middle + 5 * DAY)
        _stand_in(world, seat, citizen, "acting", middle, middle + 5 * DAY)
    return main, held


def _begin(world: World, tenure: Body, seat: Body, day: date, style: str, citizen: str, main: Person) -> None:
    tenure["start"] = day.isoformat()
    if style == "nobody":
        if world.chance(3):
            tenure["start"] = world.pick((times.month(day), times.month(day) + "~", times.month(day) + "-XX"))
    elif style == "met":
        _stand_in(world, seat, citizen, "substantive", day - 300 * DAY, day, last_day=world.chance(2))
    elif style == "months":
        earlier = day.replace(day=1) - DAY
        tenure["start"] = times.month(day)
        _stand_in(world, seat, citizen, "substantive", day - 400 * DAY, earlier, told=times.month(earlier))
    elif style == "years":
        earlier = date(day.year - 1, 12, 1)
        _stand_in(world, seat, citizen, "substantive", day - 900 * DAY, earlier, told=times.year(earlier))
    elif style == "acting":
        _stand_in(world, seat, citizen, "acting", day - 20 * DAY, day)
        _stand_in(world, seat, citizen, "substantive", day - 300 * DAY, day - 20 * DAY, reason=world.pick(ENDS))
    elif style == "vacant":
        reason = world.pick(GONE)
        _stand_in(world, seat, citizen, "substantive", day - 300 * DAY, day - 20 * DAY, reason=reason)
    elif style == "lost":
        del tenure["start"]
        _stand_in(world, seat, citizen, "substantive", day - 300 * DAY, day - 100 * DAY, told="")
    elif style == "designate":
        named: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": "designate"}
        named |= {"start": (day - 40 * DAY).isoformat(), "end": day.isoformat()}
        _record(world, main, named, seat, day - 40 * DAY, day)
    elif style == "founded":
        seat["established"] = world.pick(
            (day.isoformat(), times.year(day - 400 * DAY), times.month(day - 40 * DAY) + "?")
        )
        if world.chance(2):
            older = post(world, seat["rank"], seat.get("country"), single=seat["single_seat"])
            older["abolished"] = world.pick((seat["established"], "1946", "1947-02"))
            seat["succeeds"] = older["id"]
            if seat["established"] == older["abolished"] == day.isoformat():
                _stand_in(world, older, citizen, "substantive", day - 90 * DAY, day, reason="post-abolished")


def _end(world: World, tenure: Body, seat: Body, day: date, style: str, citizen: str) -> None:
    tenure["end"] = day.isoformat()
    if style == "held":
        tenure["end"] = ".."
        return
    if style not in ("lost", "suspended", "abolished") and world.chance(2):
        tenure["end_reason"] = world.pick(ENDS)
    if style == "told" and world.chance(2):
        del tenure["end"]
        tenure["last_day"] = world.pick(((day - DAY).isoformat(), times.month(day), times.month(day) + "?"))
    elif style == "met":
        _stand_in(world, seat, citizen, "substantive", day, day + 300 * DAY)
    elif style == "months":
        tenure["end"] = times.month(day)
        _stand_in(world, seat, citizen, "substantive", times.month_after(day), day + 300 * DAY)
    elif style == "years":
        tenure["end"] = times.year(day)
        later = date(day.year + 1, 1, 1)
        _stand_in(world, seat, citizen, "substantive", later, later + 300 * DAY)
    elif style == "acting":
        _stand_in(world, seat, citizen, "acting", day, day + 25 * DAY)
        _stand_in(world, seat, citizen, "substantive", day + 25 * DAY, day + 300 * DAY)
    elif style == "vacant":
        _stand_in(world, seat, citizen, "substantive", day + 60 * DAY, day + 300 * DAY)
    elif style == "lost":
        del tenure["end"]
    elif style == "abolished":
        seat["abolished"] = tenure["end"]
        tenure["end_reason"] = "post-abolished"


def _stand_in(
    world: World,
    seat: Body,
    citizen: str,
    kind: str,
    begin: date,
    end: date,
    *,
    told: str | None = None,
    reason: str | None = None,
    last_day: bool = False,
) -> None:
    """Another holder of the post; ``told`` is the end as known, empty where it is not."""
    tenure: Body = {"id": world.mint("tenure"), "post": seat["id"], "kind": kind, "start": begin.isoformat()}
    if told != "":
        tenure["end"] = told or end.isoformat()
    if last_day:
        tenure["last_day"] = (end - DAY).isoformat()
        del tenure["end"]
    if reason:
        tenure["end_reason"] = reason
    _record(world, person(world, citizen), tenure, seat, begin, end)


def _record(world: World, who: Person, tenure: Body, seat: Body, begin: date, end: date) -> Held:
    start = bounds_of(tenure["start"]) if "start" in tenure else None
    shift = 1 if "last_day" in tenure else 0
    told_end = tenure.get("last_day") or tenure.get("end", "..")
    over = None if told_end == ".." else bounds_of(told_end).shifted(shift)
    held = Held(
        seat,
        tenure["kind"],
        sure_from=(start and start.start_latest) or begin,
        sure_until=(over and over.end_earliest) or end,
        can_from=(start and start.start_earliest) or date.min,
        can_until=(over and over.end_latest) or date.max,
        ends_by_death=tenure.get("end_reason") == "death",
    )
    tenure["source"] = _sources(world, tenure, held)
    who.held.append(held)
    who.body.setdefault("tenure", []).append(tenure)
    return held


def _sources(world: World, tenure: Body, held: Held) -> list[Body]:
    says: Body = {key: tenure[key] for key in ("start", "end", "last_day") if key in tenure and tenure[key] != ".."}
    supports = ["post", "kind"] + (["end_reason"] if "end_reason" in tenure and world.chance(2) else [])
    # A designate may rest on an announcement; whoever took office needs a report that says so.
    modality = "scheduled" if tenure["kind"] == "designate" else world.pick(("background", "realised"))
    found = [world.source(modality, says=says, supports=supports)]
    if world.chance(4):
        on = held.sure_from + (held.sure_until - held.sure_from) // 2
        found.append(world.source("realised", says={"held_on": on.isoformat()}))
    if says and world.chance(4):
        rough: Body = {key: times.coarser(text) for key, text in says.items()}
        found.append(world.source(world.pick(("background", "reported-speech", "scheduled")), says=rough))
    if "start" in says and world.chance(6):
        wrong = times.month(held.can_from - 400 * DAY)
        found.append(world.source("background", says={"start": wrong}) | {"reason": world.pick(words.REASONS)})
    return _separate(found)


def _separate(sources: list[Body]) -> list[Body]:
    """The sources without those that quote a passage twice: one row stands for a field, an article and a part."""
    passages: dict[tuple[str, str], Body] = {}
    for source in sources:
        passages.setdefault((source["article"], source["part"]), source)
    return list(passages.values())


def separate(sources: list[Body]) -> list[Body]:
    """The sources, each of another passage."""
    return _separate(sources)


def ranks_of_level(level: str) -> tuple[str, ...]:
    """The ranks whose holders act at a level."""
    tiers = {name: tier for tier, name in LEVEL_OF_TIER.items()}
    if level in tiers:
        return tuple(rank for rank in codes_of("rank") if TIER.get(rank) == tiers[level])
    return tuple(rank for rank, name in LEVEL_OF_RANK.items() if name == level)
