-- The views in which an unknown bound is open, so that rules compare days without a word about nulls.
-- `exact` is false where a qualifier (~ ? %) makes any comparison at most possible.

-- What ends by a day has started by then, and what starts on a day ends no earlier: each bound narrows the other.
CREATE VIEW event_days AS
SELECT
    *,
    coalesce(date_start, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(least(date_start_latest, date_end), TIMESTAMP '9999-12-31') AS start_last,
    coalesce(greatest(date_end_earliest, date_start), TIMESTAMP '0001-01-01') AS end_first,
    coalesce(date_end, TIMESTAMP '9999-12-31') AS end_last,
    translate(date_edtf, '~?%', '') = date_edtf AS exact
FROM events
WHERE date_precision IS NOT NULL;

CREATE VIEW article_days AS
SELECT
    *,
    coalesce(published_start, TIMESTAMP '0001-01-01') AS first_day,
    coalesce(published_end, TIMESTAMP '9999-12-31') AS last_day,
    translate(published_edtf, '~?%', '') = published_edtf AS exact
FROM articles
WHERE published_edtf IS NOT NULL AND published_precision IS NOT NULL;

-- A tenure that is still held (`..`) ends after everything; an unknown end may lie anywhere after the start.
-- Start and end are texts of their own: a qualifier in one says nothing of a comparison with the other.
CREATE VIEW tenure_days AS
SELECT
    *,
    coalesce(start_earliest, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(start_latest, first_attested, TIMESTAMP '9999-12-31') AS start_last,
    CASE
        WHEN end_edtf = '..' THEN TIMESTAMP '9999-12-31'
        ELSE coalesce(end_earliest, last_attested, start_earliest, TIMESTAMP '0001-01-01')
    END AS end_first,
    coalesce(end_latest, TIMESTAMP '9999-12-31') AS end_last,
    translate(concat(coalesce(start_edtf, ''), coalesce(end_edtf, '')), '~?%', '')
        = concat(coalesce(start_edtf, ''), coalesce(end_edtf, '')) AS exact,
    translate(coalesce(start_edtf, ''), '~?%', '') = coalesce(start_edtf, '') AS start_exact,
    translate(coalesce(end_edtf, ''), '~?%', '') = coalesce(end_edtf, '') AS end_exact
FROM tenures;

CREATE VIEW phase_days AS
SELECT
    *,
    coalesce(start_earliest, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(start_latest, TIMESTAMP '9999-12-31') AS start_last,
    translate(start_edtf, '~?%', '') = start_edtf AS exact
FROM dispute_phases
WHERE start_edtf IS NOT NULL AND start_earliest IS NOT NULL;

-- Events and their support.

-- Since when and until when a body exists. Only plain years, months and days are read; anything else is open.
CREATE VIEW actor_days AS
WITH parts AS (
    SELECT
        actor_id, name, kind, established, abolished,
        CASE length(established)
            WHEN 4 THEN concat(established, '-01-01') WHEN 7 THEN concat(established, '-01') ELSE established
        END AS established_first,
        CASE length(established)
            WHEN 4 THEN concat(established, '-12-01') WHEN 7 THEN concat(established, '-01') ELSE established
        END AS established_last,
        CASE length(abolished)
            WHEN 4 THEN concat(abolished, '-01-01') WHEN 7 THEN concat(abolished, '-01') ELSE abolished
        END AS abolished_first,
        CASE length(abolished)
            WHEN 4 THEN concat(abolished, '-12-01') WHEN 7 THEN concat(abolished, '-01') ELSE abolished
        END AS abolished_last
    FROM actors
)
SELECT
    actor_id, name, kind, established, abolished,
    TRY_CAST(established_first AS TIMESTAMP) AS established_first,
    CASE
        WHEN length(established) = 10 THEN TRY_CAST(established_last AS TIMESTAMP)
        ELSE TRY_CAST(established_last AS TIMESTAMP) + INTERVAL 1 MONTH - INTERVAL 1 DAY
    END AS established_last,
    TRY_CAST(abolished_first AS TIMESTAMP) AS abolished_first,
    CASE
        WHEN length(abolished) = 10 THEN TRY_CAST(abolished_last AS TIMESTAMP)
        ELSE TRY_CAST(abolished_last AS TIMESTAMP) + INTERVAL 1 MONTH - INTERVAL 1 DAY
    END AS abolished_last
FROM parts;

-- What a text is worth: a copy is no better than what it copies, over however many steps.
CREATE VIEW article_worth AS
WITH RECURSIVE chain AS (
    SELECT article_id, article_id AS source_id FROM articles
    UNION
    SELECT chain.article_id, articles.derived_from
    FROM chain
    JOIN articles ON articles.article_id = chain.source_id
    WHERE articles.derived_from IS NOT NULL
)
SELECT
    chain.article_id,
    max(CASE WHEN articles.derivation = 'unknown' THEN 1 ELSE 0 END) AS is_unknown,
    max(CASE
        WHEN articles.derivation IN ('rewrite', 'unknown') OR articles.kind = 'encyclopedia' THEN 1 ELSE 0
    END) AS is_weak
FROM chain
JOIN articles ON articles.article_id = chain.source_id
GROUP BY chain.article_id;

-- The articles that support an event: a preview supports a plan, and nothing that happened.
CREATE VIEW event_support AS
SELECT DISTINCT
    events.event_id, articles.article_id, articles.origin, articles.derivation, articles.kind, articles.publisher,
    articles.publisher_country, article_worth.is_unknown, article_worth.is_weak
FROM evidence
JOIN events ON events.event_id = evidence.record_id
JOIN articles ON articles.article_id = evidence.article_id
JOIN article_worth ON article_worth.article_id = evidence.article_id
WHERE evidence.record_table = 'events' AND evidence.stance <> 'contradicts'
    AND (evidence.modality <> 'scheduled' OR events.status IN ('scheduled', 'postponed', 'cancelled'));

-- What the grade of confidence rests on. A body's own document is its state's, unless another body issued it.
CREATE VIEW event_grounds AS
WITH counted AS (
    SELECT
        event_id,
        count(*) AS n_articles,
        count(DISTINCT CASE WHEN is_unknown = 0 THEN origin END) AS n_origins,
        sum(1 - is_weak) AS n_strong,
        count(DISTINCT CASE WHEN derivation <> 'unknown' THEN origin END) AS n_origins_with_copies,
        sum(CASE
            WHEN derivation IN ('rewrite', 'unknown') OR kind = 'encyclopedia' THEN 0 ELSE 1
        END) AS n_strong_with_copies
    FROM event_support
    GROUP BY event_id
), own AS (
    SELECT DISTINCT event_support.event_id
    FROM event_support
    JOIN participants ON participants.event_id = event_support.event_id
    JOIN actors ON actors.actor_id = participants.actor_id
    LEFT JOIN (SELECT DISTINCT name FROM actors WHERE kind <> 'state') AS bodies ON bodies.name = event_support.publisher
    WHERE event_support.kind IN ('official-release', 'official-page', 'court-document', 'treaty-text')
        AND participants.role NOT IN ('recipient', 'affected')
        AND CASE
            WHEN bodies.name IS NOT NULL THEN actors.name = event_support.publisher
            ELSE actors.kind = 'state' AND actors.country = event_support.publisher_country
        END
)
SELECT
    events.event_id,
    coalesce(counted.n_articles, 0) AS n_articles,
    coalesce(counted.n_origins, 0) AS n_origins,
    coalesce(counted.n_strong, 0) AS n_strong,
    CASE
        WHEN counted.n_origins >= 2 OR own.event_id IS NOT NULL THEN 'high'
        WHEN coalesce(counted.n_strong, 0) = 0 THEN 'low' ELSE 'medium'
    END AS grade,
    CASE
        WHEN counted.n_origins_with_copies >= 2 OR own.event_id IS NOT NULL THEN 'high'
        WHEN coalesce(counted.n_strong_with_copies, 0) = 0 THEN 'low' ELSE 'medium'
    END AS grade_with_copies,
    own.event_id IS NOT NULL AS own_release
FROM events
LEFT JOIN counted ON counted.event_id = events.event_id
LEFT JOIN own ON own.event_id = events.event_id;

-- Officials and disputes.

-- A tenure with its post. `reach_start` and `reach_end` are the widest that the known dates allow; where a bound is
-- unknown they stay with what is attested, so that a comparison of reaches says nothing about an unknown bound.
CREATE VIEW holdings AS
SELECT
    t.*,
    p.country AS post_country,
    p.rank AS post_rank,
    p.single_seat,
    coalesce(t.start_earliest, t.start_last) AS reach_start,
    CASE WHEN t.end_edtf = '..' THEN TIMESTAMP '9999-12-31' ELSE coalesce(t.end_latest, t.end_first) END AS reach_end,
    t.start_exact AND t.start_earliest = t.start_latest AS start_is_a_day,
    t.end_exact AND t.end_earliest = t.end_latest AS end_is_a_day
FROM tenure_days t
LEFT JOIN posts p ON p.post_id = t.post_id;

-- The days of dates that no bounds are computed for: the life of posts, each end of a dispute, positions.
-- Years, months and days are read; the days of anything else (seasons, unspecified digits) stay unknown.
CREATE VIEW said_days AS
SELECT
    said,
    first_day,
    CASE
        WHEN said LIKE '____-__-__%' THEN first_day
        WHEN said LIKE '____-__%' THEN first_day + INTERVAL 1 MONTH - INTERVAL 1 DAY
        ELSE first_day + INTERVAL 1 YEAR - INTERVAL 1 DAY
    END AS last_day,
    translate(said, '~?%', '') = said AS exact
FROM (
    SELECT
        said,
        CASE
            WHEN said LIKE '____-__-__%' THEN try_cast(substr(said, 1, 10) AS TIMESTAMP)
            WHEN said LIKE '____-__%' THEN try_cast(concat(substr(said, 1, 7), '-01') AS TIMESTAMP)
            ELSE try_cast(concat(substr(said, 1, 4), '-01-01') AS TIMESTAMP)
        END AS first_day
    FROM (
        SELECT established AS said FROM posts
        UNION SELECT abolished FROM posts
        UNION SELECT start_edtf FROM dispute_positions
        UNION SELECT split_part(date_edtf, '/', 1) FROM disputes
        UNION SELECT split_part(date_edtf, '/', 2) FROM disputes
    ) AS texts
    WHERE said NOT LIKE '%/%' AND said LIKE '____%'
) AS read_days;

CREATE VIEW dispute_days AS
SELECT
    d.*,
    split_part(d.date_edtf, '/', 1) AS start_edtf,
    CASE WHEN d.date_edtf LIKE '%/%' THEN split_part(d.date_edtf, '/', 2) ELSE d.date_edtf END AS end_edtf,
    coalesce(d.date_start, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(b.last_day, TIMESTAMP '9999-12-31') AS start_last,
    CASE
        WHEN d.date_edtf LIKE '%/..' THEN TIMESTAMP '9999-12-31'
        ELSE coalesce(e.first_day, TIMESTAMP '0001-01-01')
    END AS end_first,
    coalesce(d.date_end, TIMESTAMP '9999-12-31') AS end_last,
    translate(d.date_edtf, '~?%', '') = d.date_edtf AS exact
FROM disputes d
LEFT JOIN said_days b ON b.said = split_part(d.date_edtf, '/', 1)
LEFT JOIN said_days e
    ON e.said = CASE WHEN d.date_edtf LIKE '%/%' THEN split_part(d.date_edtf, '/', 2) ELSE d.date_edtf END;

-- One row for each official who acted in office: whether some tenure can cover the event (`can`), whether one does for
-- every reading of the known dates (`sure`), and whether the person holds no office but a legislator's or a party's.
-- The day of a handover counts for both holders; plans prove nothing about who will hold a post.
CREATE VIEW service AS
SELECT
    s.event_id, s.participant, s.role, s.official_id, s.date_edtf, s.can, s.sure, s.exact,
    s.has_office = 0
    AND (s.has_seat = 1 OR s.actor_kind IN ('legislature', 'party') OR s.type = 'legislators-meeting' OR s.level = 'legislature')
        AS is_legislator
FROM (
    SELECT
        p.event_id, p.participant, p.role, p.official_id, e.date_edtf, e.type, e.level, a.kind AS actor_kind,
        max(CASE WHEN t.start_first <= e.end_last AND t.end_last >= e.start_first THEN 1 ELSE 0 END) AS can,
        max(CASE
            WHEN (t.start_earliest IS NULL OR t.start_last <= e.end_first)
                AND (t.end_latest IS NULL OR t.end_first >= e.start_last)
                AND t.start_first <= e.end_last AND t.end_last >= e.start_first THEN 1
            ELSE 0
        END) AS sure,
        min(CASE
            WHEN e.exact AND (t.tenure_id IS NULL OR (t.start_exact AND t.start_first > e.end_last)
                OR (t.end_exact AND t.end_last < e.start_first)) THEN 1
            ELSE 0
        END) AS exact,
        max(CASE WHEN t.post_rank NOT IN ('legislator', 'party-leader') THEN 1 ELSE 0 END) AS has_office,
        max(CASE WHEN t.post_rank IN ('legislator', 'party-leader') THEN 1 ELSE 0 END) AS has_seat
    FROM participants p
    JOIN event_days e ON e.event_id = p.event_id
    LEFT JOIN actors a ON a.actor_id = p.actor_id
    LEFT JOIN holdings t ON t.official_id = p.official_id AND t.kind <> 'designate'
    WHERE p.official_id IS NOT NULL
        AND p.capacity = 'in-office'
        AND e.status NOT IN ('scheduled', 'postponed', 'cancelled')
    GROUP BY p.event_id, p.participant, p.role, p.official_id, e.date_edtf, e.type, e.level, a.kind
) AS s;
