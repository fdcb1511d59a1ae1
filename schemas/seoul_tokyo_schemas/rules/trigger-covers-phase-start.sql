-- law: A phase starts on a day of the event that began it.
-- reason: The trigger is why the status changed, so it fixes when.
-- severity: error
-- message: {record_id} starts {start_edtf}, but {trigger_event_id} was on {date_edtf}
-- mend: correct the date of the phase or name another trigger
SELECT
    'dispute_phases' AS record_table, p.phase_id AS record_id, 'start_edtf' AS field,
    CASE
        WHEN p.exact AND e.exact AND (p.start_last < e.start_first OR p.start_first > e.end_last) THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    p.start_edtf, p.trigger_event_id, e.date_edtf
FROM phase_days p
JOIN event_days e ON e.event_id = p.trigger_event_id
WHERE p.start_edtf <> e.date_edtf AND (p.start_first < e.start_last OR p.start_last > e.end_first)
