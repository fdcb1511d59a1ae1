"""One joined event as a picture, drawn from the tables: what the README shows of the data."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from html import escape

import pyarrow.compute

from seoul_tokyo.building.assemble import Tables
from seoul_tokyo.building.rows import Values

EVENT = "2018-10-30-japan-summons-ambassador-wartime-labour"
"""The event that the README shows: two ministers, two ends of a dispute, Korean, Japanese and English sources."""

WIDTH, LINE, PAD = 1100, 19, 14
_STANCES = ("supports", "contradicts", "coarser")
_BOX = "fill='#fff' stroke='#c3ccd5'"
_HEAD, _TEXT, _FAINT = "font-weight='600' fill='#1f2933'", "fill='#1f2933'", "fill='#66727f'"


@dataclass(frozen=True, slots=True)
class Card:
    """A box with a table's name above it; a line that begins with ``*`` is bold, one with a blank is faint."""

    table: str
    lines: list[str]
    x: int
    width: int

    @property
    def height(self) -> int:
        """How tall the box is."""
        return 2 * PAD + LINE * len(self.lines)

    def drawn(self, y: int) -> str:
        """The box as SVG, its upper edge at ``y``."""
        parts = [
            f"<text x='{self.x}' y='{y - 7}' font-size='12' letter-spacing='0.6' {_FAINT}>{escape(self.table)}</text>",
            f"<rect x='{self.x}' y='{y}' width='{self.width}' height='{self.height}' rx='8' {_BOX}/>",
        ]
        for number, line in enumerate(self.lines):
            style = {" ": _FAINT, "*": _HEAD}.get(line[:1], _TEXT)
            at = y + PAD + LINE * number + 14
            parts.append(f"<text x='{self.x + PAD}' y='{at}' {style}>{escape(line.lstrip(' *'))}</text>")
        return "".join(parts)


def picture(tables: Tables, event_id: str = EVENT) -> str:
    """The event with its participants, disputes, links and evidence as an SVG image.

    Raises ``IndexError`` where the event does not stand.
    """
    event = _where(tables, "events", "event_id", event_id)[0]
    left = [Card("participants · officials · tenures · posts", _people(tables, event_id), 20, 340)]
    middle = [Card("events", _facts(event), 380, 340)]
    right = [
        Card("event_disputes · disputes", _disputes(tables, event_id), 740, 340),
        Card("event_links", _links(tables, event_id), 740, 340),
    ]
    parts, lowest = [], 0
    for column in (left, middle, right):
        y = 44
        for card in column:
            parts.append(card.drawn(y))
            y += card.height + 36
        lowest = max(lowest, y)
    parts.append(
        f"<path d='M360 90 H380 M720 90 H740 M550 {44 + middle[0].height} V{lowest + 8}' stroke='#c3ccd5' fill='none'/>"
    )
    evidence = Card("evidence · articles", _evidence(tables, event_id), 20, WIDTH - 40)
    parts.append(evidence.drawn(lowest + 8))
    height = lowest + 8 + evidence.height + 20
    return (
        f"<svg xmlns='http://www.w3.org/2000/svg' width='{WIDTH}' height='{height}' viewBox='0 0 {WIDTH} {height}' "
        f"font-family='Helvetica, Arial, sans-serif' font-size='14'><rect width='100%' height='100%' fill='#f5f7f9'/>"
        f"{''.join(parts)}</svg>\n"
    )


def _where(tables: Tables, table: str, column: str, value: str) -> list[Values]:
    found = tables[table]
    rows: list[Values] = found.filter(pyarrow.compute.equal(found[column], value)).to_pylist()
    return rows


def _facts(event: Values) -> list[str]:
    number = f" no. {event['series_number']}" if event["series_number"] else ""
    return [
        *(f"*{line}" for line in textwrap.wrap(event["title"], 40)),
        f" {event['event_id']}" if len(event["event_id"]) < 44 else f" {event['event_id'][:42]}…",
        f"date {event['date_edtf']} ({event['date_precision']})",
        f"type {event['type']}",
        f"status {event['status']} · level {event['level']}",
        f"format {event['format']} · tone {event['tone']}",
        f"subject {event['subject']}",
        *([f"place {event['place_id']}"] if event["place_id"] else []),
        *([f"series {event['series']}{number}"] if event["series"] else []),
        f" PLOVER {event['plover_event']} · CAMEO {event['cameo_code']} ({event['goldstein']})",
        f" {event['n_articles']} articles · {event['n_origins']} origins · confidence {event['confidence']}",
    ]


def _people(tables: Tables, event_id: str) -> list[str]:
    lines: list[str] = []
    for row in sorted(_where(tables, "participants", "event_id", event_id), key=lambda row: row["ordinal"]):
        official = _where(tables, "officials", "official_id", row["official_id"] or "")
        name = f"{official[0]['name']} {official[0]['native_name'] or ''}" if official else row["actor_id"]
        lines += [f"*{name}", f"{row['role']} for {row['actor_id']}, {row['capacity']}"]
        for tenure in _where(tables, "tenures", "tenure_id", row["tenure_id"] or ""):
            post = _where(tables, "posts", "post_id", tenure["post_id"])[0]
            lines += [f" {line}" for line in textwrap.wrap(post["title"], 44)]
            lines.append(
                f" held from {tenure['start_edtf'] or 'an unknown day'} to {tenure['end_edtf'] or 'an unknown day'}"
            )
    return lines


def _disputes(tables: Tables, event_id: str) -> list[str]:
    lines: list[str] = []
    for row in _where(tables, "event_disputes", "event_id", event_id):
        dispute = _where(tables, "disputes", "dispute_id", row["dispute_id"])[0]
        lines += [
            *(f"*{line}" for line in textwrap.wrap(dispute["title"], 40)),
            f" effect {row['effect']} · now {dispute['status']}",
        ]
    return lines or [" none"]


def _links(tables: Tables, event_id: str) -> list[str]:
    lines: list[str] = []
    for row in _where(tables, "event_links", "event_id", event_id):
        other = _where(tables, "events", "event_id", row["other_event_id"])[0]
        lines += [
            f"*{row['relation']}",
            *(f" {line}" for line in textwrap.wrap(f"{other['date_edtf']} {other['title']}", 44)),
        ]
    return lines or [" none"]


def _evidence(tables: Tables, event_id: str, most: int = 7) -> list[str]:
    rows = [row for row in _where(tables, "evidence", "record_id", event_id) if row["field"] == "date_edtf"]
    rows.sort(key=lambda row: (_STANCES.index(row["stance"]), row["article_id"], row["part"]))
    lines = []
    for row in rows[:most]:
        article = _where(tables, "articles", "article_id", row["article_id"])[0]
        who = article["publisher"] + (
            f" ({article['agency']})" if article["agency"] not in (None, article["publisher"]) else ""
        )
        sealed = " · sealed" if row["sealed"] else ""
        lines.append(
            f"{who}, {article['language']}, {article['derivation']}: the date is {row['value']} "
            f"→ {row['stance']} · {row['part']}, {row['modality']}, {row['directness']}{sealed}"
        )
    return [*lines, *([f" and {len(rows) - most} more for the date"] if len(rows) > most else [])]
