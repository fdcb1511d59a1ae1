-- law: A date ends no earlier than it starts.
-- reason: An interval that runs backwards names no days.
-- severity: error
-- message: {record_id} runs backwards: {date_edtf}
-- mend: swap the two ends, or correct the wrong one
SELECT 'events' AS record_table, event_id AS record_id, 'date_edtf' AS field, 'certain' AS certainty, date_edtf
FROM events
WHERE date_end < date_start
UNION ALL
SELECT 'disputes', dispute_id, 'date_edtf', 'certain', date_edtf
FROM disputes
WHERE date_end < date_start
