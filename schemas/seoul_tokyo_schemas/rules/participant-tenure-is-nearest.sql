-- law: Of a person's tenures that can cover an event, the one named is known to have been held nearest to it.
-- reason: Where sources tell only single days on which posts were held, the wrong post would stand with the act.
-- severity: error
-- message: {official_id} in {event_id} has the tenure {tenure_id}, but {other} was held nearer to it
-- mend: build the tables from the records
-- reads: participants, events, tenures, evidence
WITH spans AS (
    SELECT tenure_id, min(day) AS first_known, max(day) AS last_known
    FROM (
        SELECT record_id AS tenure_id, try_cast(substr(value, 1, 10) AS TIMESTAMP) AS day
        FROM evidence
        WHERE record_table = 'tenures' AND field = 'held_on' AND value LIKE '____-__-__%' AND value NOT LIKE '%/%'
        UNION ALL
        SELECT tenure_id, start_latest FROM tenures
        UNION ALL
        SELECT tenure_id, end_earliest FROM tenures
        UNION ALL
        SELECT tenure_id, TIMESTAMP '9999-12-31' FROM tenures WHERE end_edtf = '..'
    ) AS known
    WHERE day IS NOT NULL
    GROUP BY tenure_id
),
fits AS (
    SELECT
        p.event_id, p.participant, p.role, p.official_id, p.tenure_id, t.tenure_id AS other,
        CASE
            WHEN s.first_known > e.end_last THEN s.first_known - e.end_last
            WHEN s.last_known < e.start_first THEN e.start_first - s.last_known
            ELSE INTERVAL 0 DAY
        END AS apart
    FROM participants p
    JOIN event_days e ON e.event_id = p.event_id
    JOIN tenure_days t
        ON t.official_id = p.official_id AND t.kind IN ('substantive', 'acting', 'suspended')
        AND t.start_first <= e.end_last AND t.end_last >= e.start_first
    JOIN spans s ON s.tenure_id = t.tenure_id
    WHERE p.capacity = 'in-office'
)
SELECT
    'participants' AS record_table, concat(a.event_id, '/', a.participant, '/', a.role) AS record_id,
    'tenure_id' AS field, 'certain' AS certainty, a.official_id, a.event_id, a.tenure_id, min(b.other) AS other
FROM fits a
JOIN fits b ON b.event_id = a.event_id AND b.participant = a.participant AND b.role = a.role AND b.apart < a.apart
WHERE a.other = a.tenure_id
GROUP BY a.event_id, a.participant, a.role, a.official_id, a.tenure_id
