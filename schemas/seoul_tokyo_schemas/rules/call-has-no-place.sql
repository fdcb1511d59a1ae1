-- law: A call has no place.
-- reason: Two people on the telephone have no common place; either city would favour one side.
-- severity: error
-- message: {record_id} is a call and has the place {place_id}
-- mend: remove the place, or correct the type
SELECT 'events' AS record_table, event_id AS record_id, 'place_id' AS field, 'certain' AS certainty, place_id
FROM events
WHERE type = 'call' AND place_id IS NOT NULL
