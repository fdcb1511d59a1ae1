-- law: A tenure is first and last attested on the first and last dated event that shows it.
-- reason: These days are computed, and stand in where a tenure's own bounds are unknown.
-- severity: error
-- message: {record_id} is attested from {first_attested} to {last_attested}, but its events run from {first_seen} to {last_seen}
-- mend: build the tables from the records
SELECT
    'tenures' AS record_table, t.tenure_id AS record_id, 'first_attested' AS field, 'certain' AS certainty,
    t.first_attested, t.last_attested, seen.first_seen, seen.last_seen
FROM tenures t
LEFT JOIN (
    SELECT p.tenure_id, min(e.date_start_latest) AS first_seen, max(e.date_end_earliest) AS last_seen
    FROM participants p
    JOIN events e ON e.event_id = p.event_id
    WHERE p.tenure_id IS NOT NULL AND e.date_precision = 'day'
        AND e.date_start_latest IS NOT NULL AND e.date_end_earliest IS NOT NULL
    GROUP BY p.tenure_id
) seen ON seen.tenure_id = t.tenure_id
WHERE coalesce(t.first_attested, TIMESTAMP '0001-01-01') <> coalesce(seen.first_seen, TIMESTAMP '0001-01-01')
    OR coalesce(t.last_attested, TIMESTAMP '0001-01-01') <> coalesce(seen.last_seen, TIMESTAMP '0001-01-01')
