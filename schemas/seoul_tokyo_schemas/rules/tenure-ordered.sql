-- law: A tenure ends after it starts.
-- reason: Tenures are half-open: one that ends on the day on which it starts was held on no day.
-- severity: error
-- message: {record_id} starts {start_edtf} and ends {end_edtf}
-- mend: correct the wrong bound; write last_day where a source names the last day held
SELECT
    'tenures' AS record_table, tenure_id AS record_id, 'end_edtf' AS field,
    CASE WHEN exact AND start_first >= end_last THEN 'certain' ELSE 'possible' END AS certainty,
    start_edtf, end_edtf
FROM tenure_days
WHERE start_earliest IS NOT NULL AND end_latest IS NOT NULL AND start_last >= end_first
