-- law: An antecedent of a dispute lies before the dispute's first day.
-- reason: What happens from the first day on bears on the dispute itself.
-- severity: error
-- message: {event_id} of {date_edtf} is an antecedent of {dispute_id}, which began {start_edtf}
-- mend: give the event another effect, or let the dispute begin later
-- reads: events, event_disputes, disputes
SELECT
    'event_disputes' AS record_table, concat(x.event_id, '/', x.dispute_id) AS record_id, 'effect' AS field,
    CASE WHEN e.exact AND d.exact AND e.start_first >= d.start_last THEN 'certain' ELSE 'possible' END AS certainty,
    x.event_id, e.date_edtf, x.dispute_id, d.start_edtf
FROM event_disputes x
JOIN event_days e ON e.event_id = x.event_id
JOIN dispute_days d ON d.dispute_id = x.dispute_id
WHERE x.effect = 'antecedent' AND d.date_start IS NOT NULL AND e.start_last >= d.start_first
