-- law: The confidence of an event is the same without the articles that copy another of its sources.
-- reason: A reprint of a rewrite is still a rewrite, and a reprint of an unknown text still unknown.
-- severity: error
-- message: {record_id} has confidence {stored} with copies and {expected} without
-- mend: build the tables from the records, with copies left out of the grade
WITH counted AS (
    SELECT
        event_support.event_id,
        count(DISTINCT CASE WHEN event_support.derivation <> 'unknown' THEN event_support.origin END) AS n_origins,
        sum(CASE
            WHEN event_support.derivation IN ('rewrite', 'unknown') OR event_support.kind = 'encyclopedia' THEN 0 ELSE 1
        END) AS n_strong
    FROM event_support
    JOIN articles ON articles.article_id = event_support.article_id
    LEFT JOIN event_support AS copied
        ON copied.event_id = event_support.event_id AND copied.article_id = articles.derived_from
    WHERE copied.article_id IS NULL
    GROUP BY event_support.event_id
), graded AS (
    SELECT
        events.event_id, events.confidence AS stored,
        CASE
            WHEN event_grounds.n_origins >= 2 OR event_grounds.own_release THEN 'high'
            WHEN event_grounds.n_strong = 0 THEN 'low' ELSE 'medium'
        END AS with_copies,
        CASE
            WHEN counted.n_origins >= 2 OR event_grounds.own_release THEN 'high'
            WHEN counted.n_strong = 0 THEN 'low' ELSE 'medium'
        END AS expected
    FROM events
    JOIN event_grounds ON event_grounds.event_id = events.event_id
    JOIN counted ON counted.event_id = events.event_id
)
SELECT 'events' AS record_table, event_id AS record_id, 'confidence' AS field, 'certain' AS certainty, stored, expected
FROM graded
WHERE with_copies <> expected AND stored <> expected
