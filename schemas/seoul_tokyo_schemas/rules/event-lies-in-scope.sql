-- law: No event lies before 15 August 1945.
-- reason: The dataset begins with the end of the war; what lies before it is history that the acts speak of.
-- severity: error
-- message: {record_id} of {date_edtf} lies before 1945-08-15
-- mend: correct the date, or leave the event out
SELECT
    'events' AS record_table, event_id AS record_id, 'date_edtf' AS field,
    CASE WHEN start_last < TIMESTAMP '1945-08-15' AND exact THEN 'certain' ELSE 'possible' END AS certainty, date_edtf
FROM event_days
WHERE start_first < TIMESTAMP '1945-08-15' AND date_start IS NOT NULL
