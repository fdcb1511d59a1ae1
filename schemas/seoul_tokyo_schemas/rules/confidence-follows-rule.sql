-- law: Confidence is high with two origins, low with none but rewrites, encyclopedias or unknown texts, else medium.
-- reason: The grade must mean the same in every row; own releases and copies are judged by rules of their own.
-- severity: error
-- message: {record_id} has confidence {stored}, but its sources give {expected}
-- mend: build the tables from the records
SELECT
    'events' AS record_table, events.event_id AS record_id, 'confidence' AS field, 'certain' AS certainty,
    events.confidence AS stored, event_grounds.grade AS expected
FROM events
JOIN event_grounds ON event_grounds.event_id = events.event_id
WHERE events.confidence <> event_grounds.grade
    AND (event_grounds.n_origins >= 2 OR (NOT event_grounds.own_release AND events.confidence <> 'high'))
    AND NOT (
        event_grounds.grade_with_copies <> event_grounds.grade AND events.confidence = event_grounds.grade_with_copies
    )
