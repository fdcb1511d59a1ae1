-- law: Every phase but the first has an event that began it, unless it is dormant.
-- reason: A status changes because somebody acted; only dormancy begins with nothing.
-- severity: error
-- message: {record_id} is {status}, but no event began it
-- mend: name the event in trigger
SELECT
    'dispute_phases' AS record_table, phase_id AS record_id, 'trigger_event_id' AS field, 'certain' AS certainty, status
FROM dispute_phases
WHERE number > 1 AND status <> 'dormant' AND trigger_event_id IS NULL
