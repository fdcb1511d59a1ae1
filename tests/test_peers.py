"""Our rules on other people's data: they must find the defects that these data are known to have.

And the other way round: our tenures must agree with Archigos, REIGN and two harvests of Wikidata, but for the tables of
docs/PEERS.md, which name for each difference the article that decides it.
The peers lie outside the repository, in ``../shared/peers`` or the folder that ``SEOUL_TOKYO_PEERS`` names; their
rows are compared and never copied. Without them these tests are skipped, but under ``CI=true`` they fail.
"""

from __future__ import annotations

import csv
import os
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from conftest import RECORDS, ROOT
from spells import (
    Comparison,
    Spell,
    SpellList,
    compare,
    compare_days,
    is_same,
    joined,
    leaders,
    our_spells,
    spellings,
    tokens,
    written,
)

from seoul_tokyo.building.assemble import Tables, assemble
from seoul_tokyo.building.read import Record, read
from seoul_tokyo.building.support import slug
from seoul_tokyo_schemas import rulebook
from seoul_tokyo_schemas.checking import check_values
from seoul_tokyo_schemas.problem import Problem

Peer = Callable[[str], list[dict[str, str]]]


@pytest.fixture
def peer() -> Peer:
    """The rows of one peer file, as text."""
    folder = Path(os.environ.get("SEOUL_TOKYO_PEERS") or ROOT.parent / "shared" / "peers")
    if not folder.is_dir():
        message = f"the peer data are not in {folder}; set SEOUL_TOKYO_PEERS to the folder that holds them"
        if os.environ.get("CI") == "true":
            pytest.fail(message)
        pytest.skip(message)

    def rows(name: str) -> list[dict[str, str]]:
        with (folder / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            return list(csv.DictReader(lines))

    return rows


def broken(records: Iterable[Record], *rules: str) -> list[Problem]:
    """What some rules say of records that stand alone: every table that they do not fill is empty."""
    return rulebook.run(assemble(records, "0.1.0"), only=frozenset(rules))


def record(kind: str, number: int, **body: Any) -> Record:
    return Record(kind, body, "peers", number)


# --- Tenures that overlap ---


def holdings(rows: Sequence[Mapping[str, str]], post: str) -> list[Record]:
    """Wikidata's spells in one post: a person per item, a tenure per row, named by its place in the list."""
    people: dict[str, list[dict[str, str]]] = {}
    names = {row["personID"]: row["person"] for row in rows}
    for number, row in enumerate(rows, 1):
        dates = {key: row[key][:10] for key in ("start", "end") if re.fullmatch(r"[\d-]{4,10}", row[key])}
        tenure = {"id": f"row-{number}", "post": post, "kind": "substantive"}
        people.setdefault(row["personID"], []).append(tenure | dates)
    officials = [
        record("official", number, id=slug(names[item]), name=names[item], wikidata=item, tenure=tenures)
        for number, (item, tenures) in enumerate(people.items())
    ]
    return [record("post", 0, id=post, title=post, rank="minister", single_seat=True), *officials]


def overlaps(peer: Peer, country: str, position: str) -> list[tuple[str, set[str], str]]:
    """Rule, the two persons, and certainty, for each overlap in one position of Wikidata's list."""
    rows = [
        row
        for row in peer("wikidata_position_holders21_rok_jpn")
        if (row["country_iso3"], row["position"]) == (country, position)
    ]
    assert len(rows) >= 15
    found = broken(holdings(rows, "the-post"), "no-self-overlap", "single-seat-one-holder", "keys-are-unique")
    return [
        (problem.rule, set(re.findall(r"([a-z-]+)/row-", f"{problem.record_id} {problem.message}")), problem.severity)
        for problem in found
    ]


def test_mori_in_three_rows_is_one_person_who_holds_his_post_twice_at_once(peer: Peer) -> None:
    # 2000-04-05 to 2000-07-04, the same start to 2001-04-26, 2000-07-04 to 2001-04-26: the whole overlaps both its
    # halves, which meet. Koizumi's and Abe's rows per cabinet only meet, and nobody else overlaps with anybody.
    assert overlaps(peer, "JPN", "Prime Minister") == [("no-self-overlap", {"yoshiro-mori"}, "error")] * 2


def test_lee_hae_chan_overlaps_with_han_duck_soo_in_march_2006(peer: Peer) -> None:
    assert overlaps(peer, "KOR", "Prime Minister") == [
        ("single-seat-one-holder", {"lee-hae-chan", "han-duck-soo"}, "error")
    ]


def test_fujii_overlaps_with_kan_in_january_2010(peer: Peer) -> None:
    assert overlaps(peer, "JPN", "Minister of Finance") == [
        ("single-seat-one-holder", {"hirohisa-fujii", "naoto-kan"}, "error")
    ]


# --- Dates that no calendar has ---


def refused_dates(table: str, records: Iterable[Record]) -> list[Problem]:
    found = check_values(table, assemble(records, "0.1.0")[table])
    return [problem for problem in found if problem.rule == "date-is-edtf"]


def test_202_of_country_info_s_dates_are_days_that_do_not_exist(peer: Peer) -> None:
    # CountryInfo knows months and writes each last day as 31. Of its ends, the 202 in months of 28 to 30 days
    # are refused, all of them in the lists of governments; every start is day 01 and stands.
    rows = peer("countryinfo_2012_rok_jpn_officials")
    officials = []
    for number, row in enumerate(rows):
        written = re.search(r"(?P<start>>?\d{8})?(?: - |<)?(?P<last>\d{8})?,?$", row["dates_as_written"])
        assert written, row["dates_as_written"]
        dates = {"start": written["start"], "last_day": written["last"]}
        tenure = {"id": "row"} | {key: _with_hyphens(text) for key, text in dates.items() if text}
        officials.append(record("official", number, id=f"row-{number}", tenure=[tenure]))
    found = refused_dates("tenures", officials)
    assert Counter(problem.field for problem in found) == {"last_day_edtf": 202}
    ends = [re.search(r"\d{4}-(\d\d-31)", problem.message) for problem in found]
    assert Counter(end[1] for end in ends if end) == {"09-31": 104, "02-31": 55, "11-31": 27, "06-31": 10, "04-31": 6}
    wrong = [rows[int(problem.record_id.split("/")[0].removeprefix("row-"))] for problem in found]
    assert {row["section"] for row in wrong} == {"Government"}


def _with_hyphens(digits: str) -> str:
    plain = digits.removeprefix(">")
    return f"{plain[:4]}-{plain[4:6]}-{plain[6:]}"


def claims(peer: Peer, month: Callable[[str], str]) -> list[Record]:
    """ICOW's claims as disputes, YYYYMM as a month, with the month of the end written by ``month``."""
    rows = peer("icow_territorial101_korea_japan")
    return [
        record(
            "dispute",
            number,
            id=f"claim-{row['claimdy']}",
            date=f"{row['begclaim'][:4]}-{row['begclaim'][4:]}/{row['endclaim'][:4]}-{month(row['endclaim'][4:])}",
        )
        for number, row in enumerate(rows)
    ]


def test_icow_s_201799_for_ongoing_is_no_date(peer: Peer) -> None:
    found = refused_dates("disputes", claims(peer, str))
    assert {problem.record_id.removeprefix("claim-") for problem in found} == {
        row["claimdy"] for row in peer("icow_territorial101_korea_japan") if row["endclaim"] == "201799"
    }
    assert len(found) == 6
    assert "claim-83001" in {problem.record_id for problem in found}


def test_icow_s_month_00_for_unknown_is_no_date(peer: Peer) -> None:
    # ICOW's codebook allows month 00, but no claim that touches Korea or Japan has it: here every end is given it.
    disputes = claims(peer, lambda _: "00")
    assert len(refused_dates("disputes", disputes)) == len(disputes) == 44


def test_gml_s_day_minus_nine_for_unknown_is_no_date(peer: Peer) -> None:
    # Dispute 1346 ended on an unknown day of August 1955, for both sides: "1955-08--9" must become "1955-08".
    rows = peer("gml_mid221_rok_jpn_participants")
    events = []
    for number, row in enumerate(rows):
        start = f"{row['styear']}-{int(row['stmon']):02}-{int(row['stday']):02}"
        end = f"{row['endyear']}-{int(row['endmon']):02}-{int(row['endday']):02}"
        events.append(record("event", number, id=f"dispute-{row['dispnum']}-{row['ccode']}", date=f"{start}/{end}"))
    found = refused_dates("events", events)
    assert {problem.record_id for problem in found} == {"dispute-1346-732", "dispute-1346-740"}
    assert all("1955-08--9" in problem.message for problem in found)


# --- Six rows, two stories, one meeting ---

CAMEO = {"040": "ministerial-meeting", "030": "statement", "046": "negotiation-session"}
"""A form of act for each of the codes that ICEWS gives to one meeting of two ministers of defence."""


def icews(rows: Sequence[Mapping[str, str]], form: Callable[[str], str]) -> list[Record]:
    def party(row: Mapping[str, str], side: str) -> dict[str, str]:
        actor = {"Japan": "JPN", "South Korea": "KOR"}[row[f"{side}_country"]]
        return {"actor": actor, "official": slug(row[f"{side}_name"]), "capacity": "in-office"}

    return [
        record(
            "event",
            number,
            id=f"row-{row['event_id']}",
            type=form(row["cameo_code"]),
            date=row["event_date"],
            participants=[party(row, "source") | {"role": "actor"}, party(row, "target") | {"role": "recipient"}],
        )
        for number, row in enumerate(rows)
    ]


def twins(found: Iterable[Problem]) -> set[frozenset[str]]:
    return {frozenset(re.findall(r"row-(\d+)", f"{problem.record_id} {problem.message}")) for problem in found}


def test_icews_rows_that_mirror_each_other_are_near_duplicates(peer: Peer) -> None:
    rows = peer("icews_sample_2018_06_rok_jpn")
    found = broken(icews(rows, CAMEO.__getitem__), "near-duplicate")
    assert {problem.severity for problem in found} == {"warning"}
    by_code = Counter(row["cameo_code"] for row in rows)
    assert by_code == dict.fromkeys(CAMEO, 2)
    mirrored = {frozenset(row["event_id"] for row in rows if row["cameo_code"] == code) for code in CAMEO}
    assert twins(found) == mirrored
    stories = {row["event_id"]: row["story_id"] for row in rows}
    assert len(set(stories.values())) == 2
    assert all(len({stories[row] for row in pair}) == 1 for pair in mirrored)


def test_icews_rows_in_one_form_are_all_near_duplicates_of_one_meeting(peer: Peer) -> None:
    # Scores of 1, 4 and 7 hide that two newsrooms tell of one meeting. In the form that it had, each row is each
    # other's duplicate: 15 pairs of 6 rows.
    rows = peer("icews_sample_2018_06_rok_jpn")
    found = broken(icews(rows, lambda _: "ministerial-meeting"), "near-duplicate")
    assert len(twins(found)) == len(found) == 15


# --- Our tenures against theirs ---

PAGE = ROOT / "docs" / "PEERS.md"

POSTS = {
    ("KOR", "President"): ["kor-president"],
    ("KOR", "Acting President"): ["kor-president"],
    ("KOR", "Prime Minister"): ["kor-prime-minister"],
    ("KOR", "Minister of Foreign Affairs"): ["kor-minister-of-foreign-affairs"],
    ("KOR", "Vice Foreign Minister"): ["kor-first-vice-minister-of-foreign-affairs"],
    ("KOR", "Minister of Defence"): ["kor-minister-of-national-defence"],
    ("KOR", "Minister of Finance"): ["kor-minister-of-finance-and-economy", "kor-minister-of-strategy-and-finance"],
    ("KOR", "Minister of Economy and Finance"): ["kor-minister-of-finance-and-economy"],
    ("KOR", "Minister of Trade, Industry and Energy"): ["kor-minister-of-trade-industry-and-energy"],
    ("KOR", "Minister of Trade Negotiation"): ["kor-minister-for-trade"],
    ("KOR", "Minister of Reunification"): ["kor-minister-of-unification"],
    ("KOR", "Director of the National Security Office"): ["kor-national-security-adviser"],
    ("KOR", "ambassador to Japan"): ["kor-ambassador-to-japan"],
    ("JPN", "Emperor"): ["jpn-emperor"],
    ("JPN", "Prime Minister"): ["jpn-prime-minister"],
    ("JPN", "Chief Cabinet Secretary"): ["jpn-chief-cabinet-secretary"],
    ("JPN", "Minister for Foreign Affairs"): ["jpn-minister-for-foreign-affairs"],
    ("JPN", "Minister of Defence"): ["jpn-minister-of-defence"],
    ("JPN", "Minister of Finance"): ["jpn-minister-of-finance"],
    ("JPN", "Minister of Economy, Trade and Industry"): ["jpn-minister-of-economy-trade-and-industry"],
    ("JPN", "Minister of Agriculture, Forestry and Fisheries"): ["jpn-minister-of-agriculture-forestry-and-fisheries"],
    ("JPN", "ambassador to South Korea"): ["jpn-ambassador-to-korea"],
}
"""Wikidata's positions of which we have more than a single holder, and our posts: theirs outlives renamings."""

GROUPS = {post: posts[0] for posts in POSTS.values() for post in posts}

SPELT = {
    "Ho Chong": "Heo Jeong",
    "Myun Chang": "Chang Myon",
    "Choi Kuy Hay": "Choi Kyu-hah",
    "Kōichirō Genba": "Gemba Koichiro",
    "Kang Kyung-hwa": "Kang Kyung-wha",
    "Han Min-goo": "Han Min-koo",
    "Kwon Chol-hyun": "Kwon Chul-hyun",
    "Jang Ho-jin": "Chang Ho-jin",
    "李丙琪": "Lee Byung-kee",
    "李俊揆": "Lee Joon-gyu",
    "柳興洙": "Yoo Heung-soo",
    "趙世衡": "Cho Se-hyung",
}
"""Spellings of a peer that no source of ours has, and the name of the same person in the records."""

WIKIDATA_ENDS = date(2022, 7, 1)
"""The query was made in mid-2022: who stands in office there may have left since."""

LEADING = {
    "kor-president": [
        ("kor-president", date(1948, 7, 24), date.max),
        ("kor-prime-minister", date(1960, 6, 15), date(1961, 5, 18)),
        ("kor-chairman-military-revolutionary-committee", date(1961, 5, 16), date(1961, 5, 18)),
        ("kor-chairman-supreme-council-for-national-reconstruction", date(1961, 5, 18), date(1963, 12, 17)),
    ],
    "jpn-prime-minister": [("jpn-prime-minister", date(1945, 8, 17), date.max)],
}
"""Whom Archigos and REIGN may mean by a leader: under the constitution of 1960 the cabinet, then the junta, led."""

COUNTRIES = {"732": "kor-president", "740": "jpn-prime-minister"}
REIGN_ENDS = date(2021, 3, 1)
COMMON_ERA = date(1945, 8, 17)
"""The first day of which our records claim to know who led."""


@pytest.fixture(scope="module")
def records() -> list[Record]:
    """The records as they stand, released or not."""
    return read([RECORDS]).records


@pytest.fixture(scope="module")
def recorded(records: list[Record]) -> Tables:
    """Their tables."""
    return assemble(records, "0.1.0")


def theirs(post: str, person: str, start: str, end: str) -> Spell:
    """A spell of a peer; an empty end is none that it knows."""
    names = spellings(person) | spellings(SPELT.get(person, ""))
    return Spell(post, person, names, written(start), written(end) if end else None, not end)


def wikidata(peer: Peer, recorded: Tables) -> Comparison:
    """Every spell from mid-1998 to mid-2022, those per cabinet joined."""
    rows = peer("wikidata_position_holders21_rok_jpn")
    listed = [(POSTS.get((row["country_iso3"], row["position"])), row) for row in rows]
    spells = joined(theirs(posts[0], row["person"], row["start"], row["end"]) for posts, row in listed if posts)
    firsts: dict[str, date] = {}
    for spell in spells:
        if spell.start:
            firsts[spell.post] = min(spell.start.latest, firsts.get(spell.post, date.max))
    windows = {post: (first, WIKIDATA_ENDS) for post, first in firsts.items()}
    return compare(SpellList(spells, windows, True, WIKIDATA_ENDS), our_spells(recorded), GROUPS)


def peppercat(peer: Peer, recorded: Tables) -> Comparison:
    """The first day since which each person was ever shown in office; each post from its first to its last showing."""
    rows = peer("peppercat_2021_2025_rok_jpn_spells")
    labels = {row["wikidata_qid"]: row["person"] for row in rows if row["person"]}
    spells: dict[tuple[str, str], Spell] = {}
    seen: dict[str, list[date]] = {}
    for row in sorted(rows, key=lambda row: row["in_office_since"]):
        if posts := POSTS.get((row["country_iso3"], row["post"])):
            person = row["person"] or labels[row["wikidata_qid"]]
            spell = replace(theirs(posts[0], person, row["in_office_since"], ""), goes_on=False)
            spells.setdefault((posts[0], row["wikidata_qid"] or person), spell)
            seen.setdefault(posts[0], []).extend(date.fromisoformat(row[key]) for key in ("first_seen", "last_seen"))
    windows = {post: (min(days), max(days)) for post, days in seen.items()}
    return compare(SpellList([*spells.values()], windows, False, date.max), our_spells(recorded), GROUPS)


def day_by_day(spells: Mapping[str, Sequence[Spell]], recorded: Tables, ends: date, gaps: bool) -> Comparison:
    """The leaders of both countries on every day from our first to the peer's last."""
    tenures = our_spells(recorded)
    found = Comparison()
    for post, posts in LEADING.items():
        ours: dict[date, list[Spell]] = {}
        for led, first, last in posts:
            for day, people in leaders((spell for spell in tenures if spell.post == led), ends).items():
                if first <= day < last:
                    ours.setdefault(day, []).extend(people)
        found = found.more(compare_days(post, leaders(spells[post], ends), ours, gaps))
    return found


def archigos(peer: Peer, recorded: Tables) -> Comparison:
    """Spells end on the day on which the next begins, but "Still in Office" is where the data end."""
    spells: dict[str, list[Spell]] = {post: [] for post in LEADING}
    for row in peer("archigos41_rok_jpn"):
        if date.fromisoformat(row["enddate"]) > COMMON_ERA:
            post = COUNTRIES[row["gwcode"]]
            spells[post].append(theirs(post, row["leader"], row["startdate"], row["enddate"]))
    return day_by_day(spells, recorded, date(2015, 12, 31), gaps=True)


def reign(peer: Peer, recorded: Tables) -> Comparison:
    """Spells end in a month: only the months before it are sure, and days on which nobody is are no gaps."""
    spells: dict[str, list[Spell]] = {post: [] for post in LEADING}
    for row in peer("reign_2021_3_rok_jpn_leaders"):
        post = COUNTRIES[row["ccode"]]
        start = date(int(row["syear"]), int(row["smonth"]), int(row["sdate"]))
        end = date(int(row["eyear"]), int(row["emonth"]), 1) if row["eyear"] else REIGN_ENDS
        spells[post].append(theirs(post, row["leader"], str(start), str(max(start, end))))
    return day_by_day(spells, recorded, REIGN_ENDS, gaps=False)


COMPARISONS = {"Archigos": archigos, "REIGN": reign, "Wikidata": wikidata, "peppercat": peppercat}


# --- What docs/PEERS.md says of it ---


def table_under(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading, without its two head lines."""
    _, found, rest = PAGE.read_text(encoding="utf-8").partition(f"## {heading}\n")
    assert found, f"docs/PEERS.md has no heading {heading}"
    lines = [line for line in rest.partition("\n## ")[0].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def as_line(cells: Iterable[object]) -> str:
    return f"| {' | '.join(map(str, cells))} |"


@pytest.mark.parametrize("name", COMPARISONS)
def test_the_page_lists_exactly_what_differs(name: str, peer: Peer, recorded: Tables) -> None:
    found = {as_line(difference.cells): difference for difference in COMPARISONS[name](peer, recorded).differences}
    listed = {as_line(row[:5]): row[5:] for row in table_under(name)}
    assert sorted(found.keys() - listed.keys()) == [], "these differences are not in docs/PEERS.md"
    assert sorted(listed.keys() - found.keys()) == [], "these rows of docs/PEERS.md differ no more"
    known = set(recorded["articles"]["article_id"].to_pylist())
    for line, (article, why) in listed.items():
        named = set(re.findall(r"`(.+?)`", article))
        assert named <= known, f"{named - known} in {line}"
        assert named or found[line].ours == "nobody", f"no article decides {line}"
        for evidence in found[line].deciding:
            assert named & evidence, f"none of {sorted(evidence)} is named in {line}"
        assert len(why.split()) > 2, line


def test_the_page_counts_what_was_compared(peer: Peer, recorded: Tables) -> None:
    counted = []
    for name, comparison in COMPARISONS.items():
        found = comparison(peer, recorded)
        unit = "days" if name in ("Archigos", "REIGN") else "spells"
        counts = (found.compared, found.agreeing, found.compared - found.agreeing, found.undated)
        counted.append(as_line([name, unit, *(f"{count:,}" for count in counts), len(found.differences)]))
        assert found.compared >= 50
    assert [as_line(row) for row in table_under("How many agree")] == counted


def test_names_are_matched_in_any_order_and_never_on_nothing() -> None:
    park = frozenset({tokens("Park Chung-hee")})
    assert is_same(park, frozenset({tokens("Hee Park")}))
    assert not is_same(park, frozenset({tokens("Park Geun-hye")}))
    assert not is_same(park, frozenset({tokens("朴正熙")}))
    assert is_same(frozenset({tokens("Koizumi Jun'ichirō")}), frozenset({tokens("Junichiro Koizumi")}))
    assert is_same(spellings("Song Min-soon"), spellings("Song Minsoon"))
    assert is_same(spellings("崔相龍"), spellings("崔相龍"))


def test_coarse_dates_agree_with_every_day_in_them_and_days_with_no_other() -> None:
    assert written("2004").meets(written("2004-12-31"))
    assert written("2020-09").meets(written("2020-09-18"))
    assert not written("2020-09").meets(written("2020-10-01"))
    assert not written("2008-02-28").meets(written("2008-02-29"))
    assert written("2008-02-28").meets(written("2008-02-29"), 1)
    assert not written("2008-02-29").meets(written("2008-02-28"), 1)


def test_spells_of_one_person_are_one_where_they_touch_and_two_where_another_lies_between() -> None:
    first = theirs("jpn-prime-minister", "Shinzō Abe", "2006-09-26", "2007-09-25")
    second = theirs("jpn-prime-minister", "Shinzō Abe", "2012-12-26", "2014-12-23")
    third = theirs("jpn-prime-minister", "Shinzō Abe", "2014-12-24", "")
    found = joined([third, first, second])
    assert [(spell.start, spell.end, spell.goes_on) for spell in found] == [
        (first.start, first.end, False),
        (second.start, None, True),
    ]


# --- ICOW ---


def test_our_dispute_over_the_islands_begins_on_the_day_that_its_note_argues(records: list[Record]) -> None:
    (islands,) = (record.body for record in records if (record.kind, record.id) == ("dispute", "dokdo-takeshima"))
    begins = date.fromisoformat(islands["date"].partition("/")[0])
    assert f"{begins.day} {begins:%B %Y}" in islands["note"]


def test_the_page_says_why_our_dispute_does_not_begin_within_a_month_of_icow_s(peer: Peer, recorded: Tables) -> None:
    (claim,) = (row for row in peer("icow_territorial101_korea_japan") if row["claimdy"] == "83001")
    theirs = written(f"{claim['begclaim'][:4]}-{claim['begclaim'][4:]}")
    (islands,) = (row for row in recorded["disputes"].to_pylist() if row["dispute_id"] == "dokdo-takeshima")
    ours = islands["date_start"].date()
    away = max((theirs.earliest - ours).days, (ours - theirs.latest).days)
    listed = {as_line(row[:5]): row[5:] for row in table_under("ICOW")}
    cells = ("dokdo-takeshima", "claim 83001", "start", theirs.text, str(ours))
    assert list(listed) == ([as_line(cells)] if away > 31 else [])
    for article, why in listed.values():
        dated = {
            row["article_id"]
            for row in recorded["evidence"].to_pylist()
            if (row["record_id"], row["field"], row["stance"]) == ("dokdo-takeshima", "date_edtf", "supports")
        }
        assert set(re.findall(r"`(.+?)`", article)) & dated
        assert len(why.split()) > 10
