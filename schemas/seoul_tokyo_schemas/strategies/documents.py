"""Articles in chains of copies, and the sources that quote them."""

from __future__ import annotations

from datetime import date, timedelta

from seoul_tokyo_schemas import edtf, seals
from seoul_tokyo_schemas.strategies import times, words
from seoul_tokyo_schemas.strategies.world import LAST_READ, Article, Body, World
from seoul_tokyo_schemas.vocabularies import codes_of

UNDATED_KINDS = ("official-page", "encyclopedia", "chronology", "data")
OFFICIAL_KINDS = ("official-release", "official-page", "court-document", "treaty-text", "data")
COPIES = ("rewrite", "syndicated", "translation", "update", "correction", "release-copy", "unknown")
LAST_PUBLISHED = LAST_READ - timedelta(120)


def source(
    world: World, modality: str, says: Body, supports: list[str], after: date | None, before: date | None
) -> Body:
    """A source in one passage of an article that was published in the given days."""
    quoted = article(world, after, before)
    body: Body = {"article": quoted.id, "part": "body", "modality": modality}
    if world.chance(4):
        body["part"] = world.pick(("headline", "caption", "dateline"))
        if body["part"] == "dateline":  # a dateline proves no place
            says = {key: value for key, value in says.items() if key != "place"}
    if modality == "reported-speech":
        body["attributed_to"] = world.pick(words.SPEAKERS)
    if world.chance(4):
        body["directness"] = world.pick(_directness(quoted))
    if says:
        body["says"] = says
    if supports:
        body["supports"] = supports
    if world.chance(6):
        body["sealed"] = seals.seal(f"the {world.number(5, 30)}th of the month, 공동성명 第一条")
    return body


def _directness(quoted: Article) -> list[str]:
    """How directly a passage can say a thing: only a page with a day of its own resolves "the 22nd"."""
    has_day = len(quoted.body.get("published", "")) == 10 and quoted.first == quoted.last
    return [code for code in codes_of("directness") if has_day or code != "resolved"]


def article(world: World, after: date | None = None, before: date | None = None) -> Article:
    """An article published in the given days, one that stands or a new one; any article where none are given."""
    fitting = [known for known in world.articles[-12:] if _fits(known, after, before)]
    if fitting and not world.chance(3):
        return world.pick(fitting)
    return _write(world, after, before)


def _fits(known: Article, after: date | None, before: date | None) -> bool:
    if known.first is None or known.last is None:
        return before is None
    return (after is None or known.first >= after) and (before is None or known.last <= before)


def _write(world: World, after: date | None, before: date | None) -> Article:
    number = world.mint("")[1:]
    body: Body = {"id": f"article-{number}", "url": f"https://press.example.net/{number}"}
    first = last = None
    if before is not None:
        first = last = before - timedelta(world.number(0, 20))
    elif after is not None and after > LAST_PUBLISHED:
        raise AssertionError("nothing is published so late; take an undated article")
    elif not world.chance(3):
        first = last = min(world.day_after(after or world.start_day(), 30), LAST_PUBLISHED)
    if first is not None:
        body["published"] = _published(world, first, exact=before is not None)
        bounds = edtf.bounds(body["published"])
        first, last = bounds.start_earliest, bounds.end_latest
    written = Article(body["id"], body, first, last)
    parents = [known for known in world.articles[-8:] if _can_copy(known, written)]
    if parents and world.chance(2):
        _copy(world, written, world.pick(parents))
    else:
        _originate(world, body, dated=first is not None)
    body["extent"] = "opening" if world.chance(4) else "whole"
    if world.chance(4):
        body["dateline"] = world.pick(("Seoul", "Tokyo", "Geneva"))
    body["retrieved"] = (LAST_READ - timedelta(world.number(0, 90))).isoformat()
    if last is not None and body["kind"] != "wire" and world.chance(8):
        body["archived_url"] = f"https://archive.example.net/{number}"
    world.articles.append(written)
    world.add("article", body)
    return written


def _published(world: World, day: date, *, exact: bool) -> str:
    """The day of publication, or the month that follows it: a coarse date must not begin too early."""
    later = times.month_after(day)
    if exact or not world.chance(8) or times.month_after(later) > LAST_PUBLISHED:
        return day.isoformat()
    return world.pick((times.month(later), times.month(later) + "?", f"{times.month(later)}-XX"))


def _can_copy(known: Article, written: Article) -> bool:
    return known.last is None or written.first is None or written.first >= known.last - timedelta(1)


def _originate(world: World, body: Body, *, dated: bool) -> None:
    kinds = codes_of("article_kind") if dated else UNDATED_KINDS
    body["kind"] = world.pick(kinds)
    _title(world, body)
    body["derivation"] = "original"
    if body["kind"] in OFFICIAL_KINDS:
        country = world.country()
        bodies = [actor["name"] for actor in world.records["actor"].values() if actor["kind"] not in ("state", "firm")]
        body["publisher"] = world.pick(bodies) if bodies and world.chance(3) else _office(world, country)
        body["publisher_country"] = country
        return
    body["publisher"], body["publisher_country"] = world.pick(words.NEWSROOMS), world.country()
    if body["kind"] == "wire":
        body["publisher"] = body["agency"] = world.pick(words.AGENCIES)
    elif world.chance(5):
        body["derivation"], body["agency"] = "syndicated", world.pick(words.AGENCIES)
        body["byline"] = f"Kim Min-jun, {body['agency']}"
    elif world.chance(6):
        body["derivation"] = "unknown"
    elif world.chance(4):
        body["byline"] = world.pick(("Kim Min-jun", "小野さくら", "박서연 기자"))


def _office(world: World, country: str) -> str:
    return f"{world.pick(words.OFFICES)} of {'Korea' if country == 'KOR' else country}"


def _copy(world: World, written: Article, parent: Article) -> None:
    body, above = written.body, parent.body
    body["derivation"] = world.pick(COPIES)
    body["kind"] = world.pick(("news", "wire", "analysis") if written.first else UNDATED_KINDS)
    body["publisher"], body["publisher_country"] = world.pick(words.NEWSROOMS), world.country()
    if body["derivation"] in ("update", "correction"):
        body |= {key: above[key] for key in ("publisher", "publisher_country", "language", "kind", "title")}
        if written.first and world.chance(3):
            body["updated"] = body["published"]
        if world.chance(3):
            body["url"] = above["url"]
        if written.first is None and body["kind"] not in UNDATED_KINDS:
            body["kind"] = "chronology"
    else:
        _title(world, body)
    if body["derivation"] == "syndicated":
        body["kind"] = "news" if written.first else body["kind"]
        body["agency"] = above.get("agency") or above["publisher"]
    elif body["kind"] == "wire" and body["derivation"] not in ("update", "correction"):
        body["publisher"] = body["agency"] = world.pick(words.AGENCIES)
    is_root = above["derivation"] == "original"
    if is_root and body["derivation"] not in ("update", "correction") and world.chance(3):
        body["story"] = above.setdefault("story", f"story-{parent.id}")
    else:
        body["derived_from"] = parent.id
        if "story" in above and world.chance(2):
            body["story"] = above["story"]


def _title(world: World, body: Body) -> None:
    body["language"] = world.pick(tuple(words.HEADLINES))
    body["title"] = words.OWN_WORDS if world.chance(12) else world.pick(words.HEADLINES[body["language"]])
