-- law: At most one event opens a dispute.
-- reason: The one that opens it is the first by which a government opposes the other; what follows escalates, reopens or concerns it.
-- severity: error
-- message: {event_id} opens {dispute_id}, which {other} had opened
-- mend: give the later event the effect escalates, reopens or about
SELECT
    'event_disputes' AS record_table, concat(b.event_id, '/', b.dispute_id) AS record_id, 'effect' AS field,
    'certain' AS certainty, b.event_id, b.dispute_id, a.event_id AS other
FROM event_disputes a
JOIN event_disputes b ON b.dispute_id = a.dispute_id
JOIN event_days d ON d.event_id = a.event_id
JOIN event_days e ON e.event_id = b.event_id
WHERE a.effect = 'opens' AND b.effect = 'opens'
    AND (d.start_first < e.start_first OR (d.start_first = e.start_first AND a.event_id < b.event_id))
