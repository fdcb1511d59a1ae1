-- law: A dispute ends on the day on which it is settled or dropped, and is open as long as it is neither.
-- reason: The date and the phases tell one story of when a contention was over; an end that is merely unknown fits any status.
-- severity: error
-- message: {record_id} of {date_edtf} is {status} in its last phase, from {start_edtf}
-- mend: close the date with the last phase's start, or leave it open, with two dots for the end
-- reads: disputes, dispute_phases
SELECT
    'disputes' AS record_table, d.dispute_id AS record_id, 'date_edtf' AS field,
    CASE
        WHEN p.status NOT IN ('settled', 'dropped') OR d.end_edtf = '..' THEN 'certain'
        WHEN p.exact AND d.exact AND (p.start_last < d.end_first OR p.start_first > d.end_last) THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    d.date_edtf, p.status, p.start_edtf
FROM dispute_days d
JOIN phase_days p ON p.dispute_id = d.dispute_id
LEFT JOIN dispute_phases later ON later.dispute_id = p.dispute_id AND later.number > p.number
WHERE later.phase_id IS NULL
    AND (
        (p.status IN ('settled', 'dropped') AND d.end_edtf = '..')
        OR (p.status NOT IN ('settled', 'dropped') AND d.date_end IS NOT NULL)
        OR (
            p.status IN ('settled', 'dropped') AND d.date_end IS NOT NULL AND p.start_edtf <> d.end_edtf
            AND (p.start_first <> d.end_first OR p.start_last <> d.end_last)
        )
    )
