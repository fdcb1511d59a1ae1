"""One pandera model per table, in the order in which the codebook shows them.

Terms are the field's own: PLOVER and CAMEO for events, ICOW for claims, Popolo for person, post and tenure,
EDTF for dates, W3C PROV for how articles derive from each other, BCP 47 for languages. Columns without a
``record`` key are computed by the build.
"""

from __future__ import annotations

from typing import Any, ClassVar

import pandera.pandas as pa
from pandera.typing import Series

from seoul_tokyo_schemas.columns import code, count, day, edtf, flag, key, reference, score, text

Values = Series[Any]


class Table(pa.DataFrameModel):
    """What all tables share. ``Config.metadata`` names the table's key and the record it is written in."""

    class Config:
        strict = True
        name: str | None = None
        metadata: ClassVar[dict[str, Any] | None] = None


class Versioned(Table):
    """A table whose rows remember the releases in which they first stood and last changed."""

    added_in: Values = text("The release in which the row first stood.")
    changed_in: Values = text("The release in which a value of the row last changed.")


class Articles(Versioned):
    """One row per published document."""

    article_id: Values = key("The article's id, minted once.")
    title: Values = text(
        "The headline as printed; our own words in angle brackets where there is none.", record="title"
    )
    url: Values = text("The address at which the document was read.", record="url", check="url-is-web")
    archived_url: Values = text("A lasting copy.", record="archived_url", nullable=True, check="url-is-web")
    publisher: Values = text("The newsroom or office that published it, in English.", record="publisher")
    publisher_country: Values = code("The publisher's country.", "country", record="publisher_country")
    agency: Values = text("The newsroom that wrote it, where another is credited.", record="agency", nullable=True)
    byline: Values = text("The authors as printed.", record="byline", nullable=True)
    language: Values = code("The language of the document.", "language", record="language")
    kind: Values = code("What kind of document it is.", "article_kind", record="kind")
    published_edtf: Values = edtf("When it was published.", record="published", nullable=True)
    published_start: Values = day("The earliest day on which it can have been published.")
    published_end: Values = day("The latest day on which it can have been published.")
    published_precision: Values = code("How fine the date of publication is.", "date_precision", nullable=True)
    updated_edtf: Values = edtf("When it was last updated, as it says.", record="updated", nullable=True)
    extent: Values = code("How much of it was read.", "extent", record="extent")
    dateline: Values = text("The place that the dateline names.", record="dateline", nullable=True)
    derivation: Values = code("How its text came to be.", "derivation", record="derivation")
    derived_from: Values = reference("The article it derives from.", "articles", record="derived_from")
    story: Values = reference("The id shared by articles that carry one report.", None, record="story")
    origin: Values = key("The newsroom or office that wrote the text that stands behind it.", record=None)
    retrieved: Values = day("The day on which it was read.", record="retrieved", nullable=False)

    class Config(Table.Config):
        name = "articles"
        metadata: ClassVar = {"key": ("article_id",), "record": "article"}


class Events(Versioned):
    """One row per act: one body, or several together, doing one deed to one addressee on one day or run of days."""

    event_id: Values = key("The event's id, minted once.")
    title: Values = text("What happened, in our own plain words.", record="title")
    summary: Values = text("What happened, at more length.", record="summary")
    date_edtf: Values = edtf("When it happened: the civil day of the act where it was done.", record="date")
    date_start: Values = day("The earliest possible day of its start.")
    date_end: Values = day("The latest possible day of its end.")
    date_start_latest: Values = day("The latest possible day of its start.")
    date_end_earliest: Values = day("The earliest possible day of its end.")
    date_precision: Values = code(
        "How fine the date is; the coarser end of an interval.", "date_precision", nullable=True
    )
    time_local: Values = text("Local time, HH:MM or a span.", record="time_local", nullable=True, check="time-is-local")
    type: Values = code("The form of the act, never its topic.", "event_type", record="type")
    status: Values = code("Whether it took place.", "event_status", record="status")
    stage: Values = code(
        "Decided, in force or both; of measures and agreements.", "stage", record="stage", nullable=True
    )
    level: Values = code(
        "The rank of the lower side's head, or of the acting side; of who is called in, where nobody is named who calls.",
        "level",
        record="level",
    )
    format: Values = code("How many states act.", "format", record="format")
    tone: Values = code("The act's own words or deed toward the other state.", "tone", record="tone")
    subject: Values = code("The main subject.", "subject", record="subject")
    matter: Values = reference("The agreement, measure or case it belongs to (codes, `matter`).", None, record="matter")
    place_id: Values = reference("Where it was done.", "places", record="place")
    series: Values = reference("The numbered or yearly series it belongs to (codes, `series`).", None, record="series")
    series_number: Values = count("Its number in the series.", record="series_number", nullable=True)
    margins_of: Values = reference("The gathering on whose margins it took place.", "events", record="margins_of")
    plover_event: Values = code("The PLOVER event type.", "plover_event", nullable=True)
    plover_mode: Values = code("The PLOVER mode.", "plover_mode", nullable=True)
    cameo_code: Values = text("The CAMEO code, as text: 010 is not 10.", nullable=True)
    goldstein: Values = score("Goldstein's score of the CAMEO code, from -10 (conflict) to 10 (cooperation).")
    quad_class: Values = code(
        "1 verbal and 2 material cooperation, 3 verbal and 4 material conflict.", "quad_class", nullable=True
    )
    n_articles: Values = count("How many articles support it.")
    n_origins: Values = count("How many known distinct origins support it, at least 1.")
    confidence: Values = code("High, medium or low, by rule from origins and own releases.", "confidence")

    class Config(Table.Config):
        name = "events"
        metadata: ClassVar = {"key": ("event_id",), "record": "event"}


class Officials(Versioned):
    """One row per person."""

    official_id: Values = key("The person's id, minted once.")
    name: Values = text("The preferred name, family name first for Koreans and Japanese.", record="name")
    family_name: Values = text(
        "The family name in the preferred spelling; the emperors of Japan have none.",
        record="family_name",
        nullable=True,
    )
    given_name: Values = text("The given name in the preferred spelling.", record="given_name")
    native_name: Values = text("The name in native script.", record="native_name", nullable=True)
    country: Values = code("The country of citizenship.", "country", record="country")
    wikidata: Values = text(
        "The Wikidata item, where a source shows it.", record="wikidata", nullable=True, check="wikidata-is-item"
    )
    posts_held: Values = text("The ids of the posts held, in order of tenure, separated by spaces.", nullable=True)

    class Config(Table.Config):
        name = "officials"
        metadata: ClassVar = {"key": ("official_id",), "record": "official"}


class Disputes(Versioned):
    """One row per contention: the two governments state incompatible positions."""

    dispute_id: Values = key("The dispute's id, minted once.")
    title: Values = text("What it is about, with both names of anything whose name is contested.", record="title")
    family: Values = code("The kind of contention.", "dispute_family", record="family")
    icow_issue_type: Values = code(
        "ICOW's issue type of the family, if it has one.", "icow_issue_type", record="icow_issue_type", nullable=True
    )
    external_ref: Values = text("A number elsewhere: WTO dispute, ICOW claim.", record="external_ref", nullable=True)
    parent: Values = reference("The wider dispute it belongs to.", "disputes", record="parent")
    summary: Values = text("What is in dispute, in our own words.", record="summary")
    date_edtf: Values = edtf("From when to when; an open end while it lasts.", record="date")
    date_start: Values = day("The earliest possible day of its start.")
    date_end: Values = day("The latest possible day of its end.")
    place_id: Values = reference("The place in dispute.", "places", record="place")
    status: Values = code("The status of the last phase.", "dispute_status")

    class Config(Table.Config):
        name = "disputes"
        metadata: ClassVar = {"key": ("dispute_id",), "record": "dispute"}


class Posts(Versioned):
    """One row per post that a person can hold."""

    post_id: Values = key("The post's id, minted once.")
    title: Values = text("The post's English title.", record="title")
    native_title: Values = text("The title in native script.", record="native_title", nullable=True)
    organisation: Values = text("The body to which the post belongs.", record="organisation")
    country: Values = code(
        "The state whose post it is; empty for an international body's.", "country", record="country", nullable=True
    )
    rank: Values = code("The rank, comparable across countries.", "rank", record="rank")
    single_seat: Values = flag("Whether one person at a time holds it.", record="single_seat")
    established: Values = edtf("Since when the post exists.", record="established", nullable=True)
    abolished: Values = edtf("Since when it no longer exists.", record="abolished", nullable=True)
    succeeds: Values = reference("The post that it follows.", "posts", record="succeeds")

    class Config(Table.Config):
        name = "posts"
        metadata: ClassVar = {"key": ("post_id",), "record": "post"}


class Tenures(Versioned):
    """One row per unbroken holding of a post, half-open: the end is the first day not held."""

    tenure_id: Values = key("official_id/local id, minted by the author.")
    official_id: Values = key("Who held the post.", record=None, references="officials")
    post_id: Values = key("The post.", record="post", references="posts")
    kind: Values = code("In which way it was held.", "tenure_kind", record="kind")
    start_edtf: Values = edtf("The first day held; empty is unknown.", record="start", nullable=True)
    end_edtf: Values = text(
        "The first day not held; empty is unknown, `..` is still in office.",
        record="end",
        nullable=True,
        check="end-is-edtf",
    )
    last_day_edtf: Values = edtf(
        "The last day held, where the sources say that instead.", record="last_day", nullable=True
    )
    start_earliest: Values = day("The earliest possible first day held.")
    start_latest: Values = day("The latest possible first day held.")
    end_earliest: Values = day("The earliest possible first day not held.")
    end_latest: Values = day("The latest possible first day not held.")
    first_attested: Values = day("The first day on which an event shows the person in this post.")
    last_attested: Values = day("The last day on which an event shows the person in this post.")
    end_reason: Values = code("Why it ended.", "end_reason", record="end_reason", nullable=True)

    class Config(Table.Config):
        name = "tenures"
        metadata: ClassVar = {"key": ("tenure_id",), "record": "official.tenure"}


class Actors(Versioned):
    """One row per body that acts: states, courts, legislatures, firms, groups, organisations."""

    actor_id: Values = key("The actor's id: ISO capitals for a state, a slug for others.")
    name: Values = text("The English name.", record="name")
    kind: Values = code("What kind of body it is.", "actor_kind", record="kind")
    country: Values = code(
        "The country it belongs to; empty for an international body.", "country", record="country", nullable=True
    )
    cow_code: Values = text(
        "The Correlates of War code of a state (ROK 732, JPN 740).", record="cow_code", nullable=True
    )
    established: Values = edtf("Since when it exists.", record="established", nullable=True)
    abolished: Values = edtf("Since when it no longer exists.", record="abolished", nullable=True)

    class Config(Table.Config):
        name = "actors"
        metadata: ClassVar = {"key": ("actor_id",), "record": "actor"}


class Places(Versioned):
    """One row per place; a place in dispute has no country, but says who administers and who claims it."""

    place_id: Values = key("The place's id, minted once.")
    name: Values = text("The English name; both names where it is contested.", record="name")
    country: Values = code("The country it lies in.", "country", record="country", nullable=True)
    administered_by: Values = code(
        "Who administers a place in dispute.", "country", record="administered_by", nullable=True
    )
    claimed_by: Values = code("Who claims it without administering it.", "country", record="claimed_by", nullable=True)

    class Config(Table.Config):
        name = "places"
        metadata: ClassVar = {"key": ("place_id",), "record": "place"}


class Participants(Versioned):
    """One row per event, participant and role."""

    event_id: Values = key("The event.", record=None, references="events")
    participant: Values = key("The official's id, or else the actor's.", record=None)
    ordinal: Values = count("Its place in the record's list.")
    actor_id: Values = key("The body that acts, or for which the person acts.", record="actor", references="actors")
    official_id: Values = reference("The person, where one is named.", "officials", record="official")
    role: Values = code("The part taken in the event.", "role", record="role")
    capacity: Values = code(
        "In what capacity; a body acts in office, a firm or group privately.", "capacity", record="capacity"
    )
    title_as_reported: Values = text("The title as a source puts it.", record="title", nullable=True)
    tenure_id: Values = reference(
        "The tenure that covers the event; of several that can, the one known to be held nearest to it.",
        "tenures",
        record=None,
    )

    class Config(Table.Config):
        name = "participants"
        metadata: ClassVar = {"key": ("event_id", "participant", "role"), "record": "event.participants"}


class EventDisputes(Versioned):
    """One row per event and dispute that it touches."""

    event_id: Values = key("The event.", record=None, references="events")
    dispute_id: Values = key("The dispute.", record="dispute", references="disputes")
    effect: Values = code("What the act alone does to it, without hindsight.", "effect", record="effect")

    class Config(Table.Config):
        name = "event_disputes"
        metadata: ClassVar = {"key": ("event_id", "dispute_id"), "record": "event.disputes"}


class EventLinks(Versioned):
    """One row per link from an event to another."""

    event_id: Values = key("The event that has the link.", record=None, references="events")
    relation: Values = code("How it relates to the other.", "link_relation", record="relation")
    other_event_id: Values = key("The other event.", record="event", references="events")

    class Config(Table.Config):
        name = "event_links"
        metadata: ClassVar = {"key": ("event_id", "relation", "other_event_id"), "record": "event.links"}


class DisputePhases(Versioned):
    """One row per phase of a dispute; it lasts until the next begins."""

    phase_id: Values = key("dispute_id/local id, minted by the author.")
    dispute_id: Values = key("The dispute.", record=None, references="disputes")
    number: Values = count("The phase's number, from 1.")
    status: Values = code("The dispute's status in this phase.", "dispute_status", record="status")
    start_edtf: Values = edtf("When the phase began.", record="start")
    start_earliest: Values = day("The earliest possible day of its start.")
    start_latest: Values = day("The latest possible day of its start.")
    trigger_event_id: Values = reference("The event that began it.", "events", record="trigger")

    class Config(Table.Config):
        name = "dispute_phases"
        metadata: ClassVar = {"key": ("phase_id",), "record": "dispute.phase"}


class DisputePositions(Versioned):
    """One row per dispute, actor and dated position, in our own words from the actor's own documents."""

    dispute_id: Values = key("The dispute.", record=None, references="disputes")
    actor_id: Values = key("Whose position it is.", record="actor", references="actors")
    number: Values = count("The number of the position among this actor's, from 1.")
    side: Values = code("Challenger, target or party.", "side", record="side")
    start_edtf: Values = edtf("Since when it is attested.", record="start", nullable=True)
    position: Values = text("The position in our own words.", record="position")

    class Config(Table.Config):
        name = "dispute_positions"
        metadata: ClassVar = {"key": ("dispute_id", "actor_id", "number"), "record": "dispute.positions"}


class Evidence(Versioned):
    """One row per record, field, article and part of the article."""

    record_table: Values = code("The table of the record that is evidenced.", "record_table")
    record_id: Values = text("The id of the record; a composite key is joined by a slash.")
    field: Values = text("The column, `held_on`, or a link such as `participants`, `links/resumes`, `positions/JPN`.")
    article_id: Values = key("The article that says so.", record="article", references="articles")
    part: Values = code("Where in the article.", "part", record="part")
    value: Values = text("What this article proves alone, normalised.", nullable=True)
    value_as_reported: Values = text("How it puts it, where that matters, in our own words.", nullable=True)
    stance: Values = code("Computed against the stored value.", "stance")
    modality: Values = code("As done, planned, said by someone, or background.", "modality", record="modality")
    directness: Values = code(
        "Stated, resolved from the page's own date, or inferred.", "directness", record="directness"
    )
    attributed_to: Values = text("Who said it, for reported speech.", record="attributed_to", nullable=True)
    sealed: Values = text("The seal of the exact passage.", record="sealed", nullable=True, check="seal-is-well-formed")
    reason: Values = text("Why it differs from what is stored.", record="reason", nullable=True)

    class Config(Table.Config):
        name = "evidence"
        metadata: ClassVar = {"key": ("record_table", "record_id", "field", "article_id", "part"), "record": "*.source"}


class Names(Table):
    """One row per name of a record: preferred, native and variant spellings."""

    record_table: Values = code("The table of the record that bears the name.", "record_table")
    record_id: Values = text("The record that bears the name.")
    name: Values = text("The name.", record="name")
    language: Values = code("Language and script.", "name_language", record="language")
    kind: Values = code("Preferred, native or variant.", "name_kind", record="kind")
    used_by: Values = text("Who uses it.", record="used_by", nullable=True)
    valid_edtf: Values = edtf("When the name was in use.", record="valid", nullable=True)

    class Config(Table.Config):
        name = "names"
        metadata: ClassVar = {"key": ("record_table", "record_id", "name", "language", "kind"), "record": "*.names"}


class Retired(Versioned):
    """One row per id that was released once and no longer stands."""

    record_table: Values = code("The table in which the id stood.", "record_table", record="record_table")
    record_id: Values = text("The id.", record="record_id")
    reason: Values = text("Why it was retired.", record="reason")
    successor: Values = text("The id that stands for it now.", record="successor", nullable=True)
    retired_in: Values = text("The release from which on it no longer stands.")

    class Config(Table.Config):
        name = "retired"
        metadata: ClassVar = {"key": ("record_table", "record_id"), "record": "retired"}


class Codes(Table):
    """One row per code of every vocabulary, with its definition and its counterparts elsewhere."""

    vocabulary: Values = text("The vocabulary.")
    code: Values = text("The code.", record="id")
    definition: Values = text("What it means, in our own words.", record="definition")
    plover_event: Values = text("The PLOVER event type.", nullable=True)
    plover_mode: Values = text("The PLOVER mode.", nullable=True)
    cameo_code: Values = text("The CAMEO code, as text.", nullable=True)
    goldstein: Values = score("Goldstein's score of the CAMEO code.")
    quad_class: Values = text("PLOVER's quad class.", nullable=True)
    icow: Values = text("ICOW's issue type.", nullable=True)
    external_ref: Values = text("A number elsewhere.", record="external_ref", nullable=True)
    complete_from: Values = edtf("A series: complete from.", record="complete_from", nullable=True)
    complete_to: Values = edtf("A series: complete to.", record="complete_to", nullable=True)

    class Config(Table.Config):
        name = "codes"
        metadata: ClassVar = {"key": ("vocabulary", "code"), "record": "series matter"}


MODELS: tuple[type[Table], ...] = (
    Articles, Events, Officials, Disputes, Posts, Tenures, Actors, Places, Participants, EventDisputes, EventLinks,
    DisputePhases, DisputePositions, Evidence, Names, Retired, Codes,
)  # fmt: skip
"""All models, in the order in which the codebook shows them."""
