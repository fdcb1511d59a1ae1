-- law: The counts of articles and origins are those of the evidence.
-- reason: A count typed by hand would claim support that nobody can look up.
-- severity: error
-- message: {field} of {record_id} is {stored}, but the evidence gives {expected}
-- mend: build the tables from the records
SELECT
    'events' AS record_table, events.event_id AS record_id, 'n_articles' AS field, 'certain' AS certainty,
    events.n_articles AS stored, greatest(1, event_grounds.n_articles) AS expected
FROM events
JOIN event_grounds ON event_grounds.event_id = events.event_id
WHERE events.n_articles <> greatest(1, event_grounds.n_articles)
UNION ALL
SELECT
    'events', events.event_id, 'n_origins', 'certain', events.n_origins, greatest(1, event_grounds.n_origins)
FROM events
JOIN event_grounds ON event_grounds.event_id = events.event_id
WHERE events.n_origins <> greatest(1, event_grounds.n_origins)
