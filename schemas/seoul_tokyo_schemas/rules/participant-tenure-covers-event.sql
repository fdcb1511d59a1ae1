-- law: The tenure named with a participant is one of that person's and can cover the event, and where one can, one is named.
-- reason: The tenure is computed, and every join from events to posts goes through it.
-- severity: error
-- message: {official_id} in {event_id} has the tenure {tenure_id}
-- mend: build the tables from the records
-- reads: participants, events, tenures, posts
SELECT
    'participants' AS record_table, concat(p.event_id, '/', p.participant, '/', p.role) AS record_id,
    'tenure_id' AS field, 'certain' AS certainty, p.official_id, p.event_id, p.tenure_id
FROM participants p
JOIN event_days e ON e.event_id = p.event_id
JOIN tenure_days t ON t.tenure_id = p.tenure_id
WHERE p.official_id IS NULL OR t.official_id <> p.official_id
    OR t.start_first > e.end_last OR t.end_last < e.start_first
UNION ALL
SELECT
    'participants', concat(p.event_id, '/', p.participant, '/', p.role), 'tenure_id', 'certain',
    p.official_id, p.event_id, p.tenure_id
FROM participants p
JOIN service s ON s.event_id = p.event_id AND s.participant = p.participant AND s.role = p.role
WHERE p.tenure_id IS NULL AND s.can = 1
