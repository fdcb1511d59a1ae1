-- law: Of a person's tenures that can cover an event, the one named is known to have been held nearest to it.
-- reason: Where sources tell only single days on which posts were held, the wrong post would stand with the act.
-- severity: error
-- message: {official_id} in {event_id} has the tenure {tenure_id}, but {other} was held nearer to it
-- mend: build the tables from the records
-- reads: participants, events, tenures, evidence
WITH known AS (
    SELECT record_id AS tenure_id, try_cast(substr(value, 1, 10) AS TIMESTAMP) AS day
    FROM evidence
    WHERE record_table = 'tenures' AND field = 'held_on' AND value LIKE '____-__-__%' AND value NOT LIKE '%/%'
    UNION ALL
    SELECT tenure_id, start_latest FROM tenures
    UNION ALL
    SELECT tenure_id, end_earliest FROM tenures
    UNION ALL
    SELECT tenure_id, TIMESTAMP '9999-12-31' FROM tenures WHERE end_edtf = '..'
),
spans AS (
    SELECT tenure_id, min(day) AS first_known, max(day) AS last_known
    FROM known
    WHERE day IS NOT NULL
    GROUP BY tenure_id
),
fits AS (
    SELECT
        p.event_id, p.participant, p.role, p.official_id, p.tenure_id, t.tenure_id AS other,
        t.tenure_id = p.tenure_id AS is_named,
        CASE
            WHEN s.first_known > e.date_end THEN s.first_known - e.date_end
            WHEN s.last_known < e.date_start THEN e.date_start - s.last_known
            ELSE e.date_end - e.date_end
        END AS apart
    FROM participants p
    JOIN events e ON e.event_id = p.event_id
    JOIN tenures t ON t.official_id = p.official_id AND t.kind IN ('substantive', 'acting', 'suspended')
    JOIN spans s ON s.tenure_id = t.tenure_id
    WHERE p.capacity = 'in-office'
        AND p.tenure_id IS NOT NULL
        AND coalesce(t.start_earliest, TIMESTAMP '0001-01-01') <= coalesce(e.date_end, TIMESTAMP '9999-12-31')
        AND coalesce(t.end_latest, TIMESTAMP '9999-12-31') >= coalesce(e.date_start, TIMESTAMP '0001-01-01')
)
SELECT
    'participants' AS record_table, concat(a.event_id, '/', a.participant, '/', a.role) AS record_id,
    'tenure_id' AS field, 'certain' AS certainty, a.official_id, a.event_id, a.tenure_id, min(b.other) AS other
FROM fits a
JOIN fits b ON b.event_id = a.event_id AND b.participant = a.participant AND b.role = a.role
WHERE a.is_named AND NOT b.is_named AND b.apart < a.apart
GROUP BY a.event_id, a.participant, a.role, a.official_id, a.tenure_id
