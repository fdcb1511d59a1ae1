-- law: A copy of a rewrite, of an encyclopedia or of an unknown text makes an event no surer.
-- reason: A reprint of a rewrite is still a rewrite, and a reprint of an unknown text still unknown.
-- severity: error
-- message: {record_id} has confidence {stored} because of copies, and {expected} without
-- mend: build the tables from the records
SELECT
    'events' AS record_table, events.event_id AS record_id, 'confidence' AS field, 'certain' AS certainty,
    events.confidence AS stored, event_grounds.grade AS expected
FROM events
JOIN event_grounds ON event_grounds.event_id = events.event_id
WHERE event_grounds.grade_with_copies <> event_grounds.grade AND events.confidence = event_grounds.grade_with_copies
