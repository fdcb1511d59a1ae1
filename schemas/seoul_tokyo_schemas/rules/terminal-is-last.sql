-- law: After a dispute is settled or dropped it has no further phase, unless an event reopens it.
-- reason: Settled and dropped are terminal; a dispute comes back only by an act that somebody did.
-- severity: error
-- message: {record_id} follows {other}, which is {status}, but its trigger does not reopen the dispute
-- mend: name the event that reopens the dispute as the trigger, with the effect reopens, or correct the status
SELECT
    'dispute_phases' AS record_table, b.phase_id AS record_id, 'trigger_event_id' AS field, 'certain' AS certainty,
    a.phase_id AS other, a.status
FROM dispute_phases a
JOIN dispute_phases b ON b.dispute_id = a.dispute_id AND b.number = a.number + 1
LEFT JOIN event_disputes x
    ON x.event_id = b.trigger_event_id AND x.dispute_id = b.dispute_id AND x.effect = 'reopens'
WHERE a.status IN ('settled', 'dropped')
    AND x.event_id IS NULL
    AND (b.trigger_event_id IS NOT NULL OR b.status = 'dormant')
