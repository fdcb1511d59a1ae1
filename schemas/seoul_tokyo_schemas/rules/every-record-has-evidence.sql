-- law: Every event, tenure and dispute has at least one source.
-- reason: A fact enters only from a document that was read.
-- severity: error
-- message: {record_id} has no source
-- mend: add a source that says so, or leave the record out
SELECT 'events' AS record_table, events.event_id AS record_id, 'event_id' AS field, 'certain' AS certainty
FROM events
LEFT JOIN (SELECT DISTINCT record_id FROM evidence WHERE record_table = 'events') AS sourced
    ON sourced.record_id = events.event_id
WHERE sourced.record_id IS NULL
UNION ALL
SELECT 'tenures', tenures.tenure_id, 'tenure_id', 'certain'
FROM tenures
LEFT JOIN (SELECT DISTINCT record_id FROM evidence WHERE record_table = 'tenures') AS sourced
    ON sourced.record_id = tenures.tenure_id
WHERE sourced.record_id IS NULL
UNION ALL
SELECT 'disputes', disputes.dispute_id, 'dispute_id', 'certain'
FROM disputes
LEFT JOIN (SELECT DISTINCT record_id FROM evidence WHERE record_table = 'disputes') AS sourced
    ON sourced.record_id = disputes.dispute_id
WHERE sourced.record_id IS NULL
