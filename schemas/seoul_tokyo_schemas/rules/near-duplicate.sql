-- law: No two unlinked events have one type, the same participants and days at most one apart.
-- reason: Two reports of one act are easily recorded as two events; a link of any kind, or another stage, says that they are two.
-- severity: warning
-- message: {record_id} looks like {other}, {other_date}
-- mend: merge the two, or link them with distinct-from
WITH signed AS (
    SELECT
        events.event_id, events.type, coalesce(events.stage, '') AS stage, events.date_edtf, events.date_precision,
        events.date_start, parties.bodies, parties.first_body, parties.last_body
    FROM events
    JOIN (
        SELECT event_id, count(*) AS bodies, min(participant) AS first_body, max(participant) AS last_body
        FROM (SELECT DISTINCT event_id, participant FROM participants) AS named
        GROUP BY event_id
    ) AS parties ON parties.event_id = events.event_id
    WHERE events.date_start IS NOT NULL
), shifted AS (
    SELECT *, date_start AS near_day FROM signed
    UNION ALL
    SELECT *, date_start + INTERVAL 1 DAY FROM signed
), pairs AS (
    SELECT later.event_id, earlier.event_id AS other, earlier.date_edtf AS other_date, earlier.bodies
    FROM shifted AS earlier
    JOIN signed AS later ON later.date_start = earlier.near_day AND later.type = earlier.type
        AND later.stage = earlier.stage AND later.date_precision = earlier.date_precision
        AND later.bodies = earlier.bodies AND later.first_body = earlier.first_body
        AND later.last_body = earlier.last_body
    WHERE later.date_start > earlier.date_start OR later.event_id > earlier.event_id
), same AS (
    SELECT pairs.event_id, pairs.other, pairs.other_date
    FROM pairs
    JOIN (SELECT DISTINCT event_id, participant FROM participants) AS mine ON mine.event_id = pairs.event_id
    JOIN (SELECT DISTINCT event_id, participant FROM participants) AS theirs
        ON theirs.event_id = pairs.other AND theirs.participant = mine.participant
    GROUP BY pairs.event_id, pairs.other, pairs.other_date, pairs.bodies
    HAVING count(*) = pairs.bodies
)
SELECT 'events' AS record_table, same.event_id AS record_id, 'date_edtf' AS field, 'certain' AS certainty, same.other, same.other_date
FROM same
LEFT JOIN event_links AS forth ON forth.event_id = same.event_id AND forth.other_event_id = same.other
LEFT JOIN event_links AS back ON back.event_id = same.other AND back.other_event_id = same.event_id
WHERE forth.event_id IS NULL AND back.event_id IS NULL
