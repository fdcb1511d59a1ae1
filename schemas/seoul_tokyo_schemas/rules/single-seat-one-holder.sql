-- law: One person at a time holds a single-seat post in full right, and one person at a time acts in it.
-- reason: Who was minister on a day must have one answer; tenures are half-open, so that a handover on one day, or in one month of which no more is known, is no overlap.
-- severity: error
-- message: {record_id} ({later_dates}) overlaps with {other} ({other_dates}) in {post_id}
-- mend: correct the dates; end is the first day not held; a holder without powers has a tenure of kind suspended, a stand-in one of kind acting
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, b.tenure_id AS record_id, 'start_edtf' AS field,
    CASE
        WHEN a.exact AND b.exact AND a.start_last < b.end_first AND b.start_last < a.end_first
            AND a.start_last < a.end_first AND b.start_last < b.end_first THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    b.post_id, a.tenure_id AS other,
    concat(coalesce(b.start_edtf, '?'), ' to ', coalesce(b.end_edtf, '?')) AS later_dates,
    concat(coalesce(a.start_edtf, '?'), ' to ', coalesce(a.end_edtf, '?')) AS other_dates
FROM holdings a
JOIN holdings b ON b.post_id = a.post_id
WHERE a.single_seat
    AND a.official_id <> b.official_id
    AND (a.start_first < b.start_first OR (a.start_first = b.start_first AND a.tenure_id < b.tenure_id))
    AND (
        (a.kind IN ('substantive', 'concurrent') AND b.kind IN ('substantive', 'concurrent'))
        OR (a.kind = 'acting' AND b.kind = 'acting')
    )
    AND a.reach_start < b.reach_end AND b.reach_start < a.reach_end
    AND a.reach_start < a.reach_end AND b.reach_start < b.reach_end
    AND NOT coalesce(a.end_edtf = b.start_edtf, FALSE)
