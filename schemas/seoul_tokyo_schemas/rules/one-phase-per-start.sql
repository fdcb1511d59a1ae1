-- law: Two phases of a dispute never start on one day.
-- reason: The earlier of them would have lasted no day.
-- severity: error
-- message: {record_id} and {other} both start {start_edtf}
-- mend: keep the phase that held at the end of the day
SELECT
    'dispute_phases' AS record_table, b.phase_id AS record_id, 'start_edtf' AS field,
    CASE WHEN a.exact AND b.exact THEN 'certain' ELSE 'possible' END AS certainty,
    a.phase_id AS other, b.start_edtf
FROM phase_days a
JOIN phase_days b ON b.dispute_id = a.dispute_id AND b.start_first = a.start_first
WHERE a.number < b.number AND a.start_first = a.start_last AND b.start_first = b.start_last
