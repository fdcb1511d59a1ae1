-- law: Somebody acts in a single-seat post only while it is vacant or its holder is suspended or incapable.
-- reason: Otherwise the post has two holders; the time in which the holder cannot exercise the post is a tenure of kind suspended.
-- severity: error
-- message: {record_id} ({acting_dates}) acts while {other} ({holder_dates}) holds {post_id}
-- mend: end the holder's tenure, or record its suspension or incapacity as a tenure of kind suspended
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, a.tenure_id AS record_id, 'kind' AS field,
    CASE
        WHEN a.exact AND h.exact AND a.start_last < h.end_first AND h.start_last < a.end_first
            AND a.start_last < a.end_first AND h.start_last < h.end_first THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    h.tenure_id AS other, a.post_id,
    concat(coalesce(a.start_edtf, '?'), ' to ', coalesce(a.end_edtf, '?')) AS acting_dates,
    concat(coalesce(h.start_edtf, '?'), ' to ', coalesce(h.end_edtf, '?')) AS holder_dates
FROM holdings a
JOIN holdings h ON h.post_id = a.post_id
LEFT JOIN holdings s
    ON s.official_id = h.official_id AND s.post_id = h.post_id AND s.kind = 'suspended'
    AND s.start_first <= CASE WHEN a.start_last > h.start_last THEN a.start_last ELSE h.start_last END
    AND s.end_last >= CASE WHEN a.end_first < h.end_first THEN a.end_first ELSE h.end_first END
WHERE a.single_seat
    AND a.kind = 'acting' AND h.kind IN ('substantive', 'concurrent')
    AND a.official_id <> h.official_id
    AND a.reach_start < h.reach_end AND h.reach_start < a.reach_end
    AND a.reach_start < a.reach_end AND h.reach_start < h.reach_end
    AND s.tenure_id IS NULL
