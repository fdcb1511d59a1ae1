-- law: The phases of a dispute start in the order of their numbers.
-- reason: A phase lasts until the next begins; one that begins before its predecessor would end it before its start.
-- severity: error
-- message: {record_id} starts {start_edtf}, before {other}, which starts {other_edtf}
-- mend: put the phases in the order of their starts, or correct the date
SELECT
    'dispute_phases' AS record_table, b.phase_id AS record_id, 'start_edtf' AS field,
    CASE WHEN a.exact AND b.exact AND b.start_last < a.start_first THEN 'certain' ELSE 'possible' END AS certainty,
    b.start_edtf, a.phase_id AS other, a.start_edtf AS other_edtf
FROM phase_days a
JOIN phase_days b ON b.dispute_id = a.dispute_id AND b.number = a.number + 1
WHERE b.start_first < a.start_last
