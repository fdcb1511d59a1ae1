-- law: Confidence is high with two origins, low with none but rewrites, encyclopedias or unknown texts, else medium.
-- reason: The grade must mean the same in every row; the body's own release is judged by another rule.
-- severity: error
-- message: {record_id} has confidence {stored}, but its sources give {expected}
-- mend: build the tables from the records
SELECT 'events' AS record_table, event_id AS record_id, 'confidence' AS field, 'certain' AS certainty, stored, expected
FROM (
    SELECT
        events.event_id, events.confidence AS stored, event_grounds.n_origins, event_grounds.own_release,
        CASE
            WHEN event_grounds.n_origins >= 2 THEN 'high' WHEN event_grounds.n_strong = 0 THEN 'low' ELSE 'medium'
        END AS expected
    FROM events
    JOIN event_grounds ON event_grounds.event_id = events.event_id
) AS graded
WHERE stored <> expected AND (n_origins >= 2 OR (NOT own_release AND stored <> 'high'))
