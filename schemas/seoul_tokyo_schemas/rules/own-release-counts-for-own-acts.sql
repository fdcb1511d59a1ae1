-- law: One origin gives high confidence only as the acting body's own release, and then always.
-- reason: A government is the authority for its own acts and words, and for nobody else's.
-- severity: error
-- message: {record_id} has confidence {stored} with one origin, {how}
-- mend: build the tables from the records
SELECT
    'events' AS record_table, events.event_id AS record_id, 'confidence' AS field, 'certain' AS certainty,
    events.confidence AS stored,
    CASE WHEN event_grounds.own_release THEN 'an own release' ELSE 'which is no release of an acting body' END AS how
FROM events
JOIN event_grounds ON event_grounds.event_id = events.event_id
WHERE event_grounds.n_origins < 2
    AND ((event_grounds.own_release AND events.confidence <> 'high')
        OR (NOT event_grounds.own_release AND events.confidence = 'high'))
