-- law: The phases of a dispute are numbered from 1 without a gap, and the first begins with the dispute.
-- reason: On every day of a dispute exactly one status holds.
-- severity: error
-- message: {record_id} {deed}
-- mend: begin the first phase when the dispute begins, and number the phases 1, 2, 3
-- reads: disputes, dispute_phases
SELECT
    'dispute_phases' AS record_table, p.phase_id AS record_id, 'start_edtf' AS field,
    CASE
        WHEN p.exact AND d.exact AND (p.start_first > d.start_last OR p.start_last < d.start_first) THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    concat('is the first phase and starts ', p.start_edtf, ', but the dispute starts ', d.start_edtf) AS deed
FROM phase_days p
JOIN dispute_days d ON d.dispute_id = p.dispute_id
WHERE p.number = 1
    AND d.date_start IS NOT NULL
    AND p.start_edtf <> d.start_edtf
    AND (p.start_first <> d.start_first OR p.start_last <> d.start_last)
UNION ALL
SELECT
    'dispute_phases', b.phase_id, 'number', 'certain',
    concat('is number ', CAST(b.number AS STRING), ', but there is no phase before it')
FROM dispute_phases b
LEFT JOIN dispute_phases a ON a.dispute_id = b.dispute_id AND a.number = b.number - 1
WHERE b.number > 1 AND a.phase_id IS NULL
