-- law: Successive holders of a single-seat post meet on the day of the handover.
-- reason: A gap of one day is nearly always a last day held recorded as the first day not held; one of up to thirty days needs a reason such as death, resignation, dismissal or removal, and a longer one is a vacancy or a holder not yet recorded, of which this law says nothing.
-- severity: warning
-- message: {record_id} starts {start_edtf}, but {other} ended {end_edtf} and nobody stands between
-- mend: end is the first day not held (write last_day for the last day held); add the acting holder, or the reason of the end
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, b.tenure_id AS record_id, 'start_edtf' AS field, 'certain' AS certainty,
    b.start_edtf, a.tenure_id AS other, a.end_edtf
FROM holdings a
JOIN holdings b ON b.post_id = a.post_id
LEFT JOIN holdings c
    ON c.post_id = a.post_id AND c.tenure_id <> a.tenure_id AND c.tenure_id <> b.tenure_id
    AND c.kind NOT IN ('designate', 'suspended')
    AND c.start_first < b.start_earliest AND c.end_last > a.end_latest
    AND (
        c.start_earliest IS NOT NULL OR c.end_latest IS NOT NULL OR c.end_edtf = '..'
        OR (c.first_attested < b.start_earliest AND c.last_attested >= a.end_latest)
    )
WHERE a.single_seat
    AND a.kind NOT IN ('designate', 'suspended') AND b.kind NOT IN ('designate', 'suspended')
    AND a.end_is_a_day AND b.start_is_a_day
    AND a.end_latest < b.start_earliest
    AND (
        b.start_earliest = a.end_latest + INTERVAL 1 DAY
        OR (
            b.start_earliest <= a.end_latest + INTERVAL 30 DAY
            AND coalesce(a.end_reason, 'unknown') NOT IN ('death', 'resignation', 'dismissal', 'removal')
        )
    )
    AND c.tenure_id IS NULL
