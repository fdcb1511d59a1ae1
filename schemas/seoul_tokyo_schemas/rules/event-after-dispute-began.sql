-- law: An event bears on a dispute only from the dispute's first day on, unless it is an antecedent of it.
-- reason: Otherwise the dispute began earlier than its record says.
-- severity: error
-- message: {event_id} of {date_edtf} {effect} {dispute_id}, which began {start_edtf}
-- mend: give the event the effect antecedent, or let the dispute begin earlier
-- reads: events, event_disputes, disputes
SELECT
    'event_disputes' AS record_table, concat(x.event_id, '/', x.dispute_id) AS record_id, 'effect' AS field,
    CASE WHEN e.exact AND d.exact AND e.end_last < d.start_first THEN 'certain' ELSE 'possible' END AS certainty,
    x.event_id, e.date_edtf, x.effect, x.dispute_id, d.start_edtf
FROM event_disputes x
JOIN event_days e ON e.event_id = x.event_id
JOIN dispute_days d ON d.dispute_id = x.dispute_id
WHERE x.effect <> 'antecedent'
    AND d.date_start IS NOT NULL
    AND e.end_first < (CASE WHEN d.start_last = TIMESTAMP '9999-12-31' THEN d.start_first ELSE d.start_last END)
    AND e.date_edtf <> d.start_edtf
