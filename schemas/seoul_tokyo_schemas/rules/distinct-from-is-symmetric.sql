-- law: Two events that are distinct are so both ways.
-- reason: Who looks at either must learn that it is not the other.
-- severity: error
-- message: {other} is not called distinct from {event}
-- mend: build the tables from the records, which mirrors the link
SELECT
    'event_links' AS record_table, concat(one.event_id, '/distinct-from/', one.other_event_id) AS record_id,
    'other_event_id' AS field, 'certain' AS certainty, one.event_id AS event, one.other_event_id AS other
FROM event_links AS one
LEFT JOIN event_links AS mirrored
    ON mirrored.event_id = one.other_event_id AND mirrored.other_event_id = one.event_id
    AND mirrored.relation = 'distinct-from'
WHERE one.relation = 'distinct-from' AND mirrored.event_id IS NULL
