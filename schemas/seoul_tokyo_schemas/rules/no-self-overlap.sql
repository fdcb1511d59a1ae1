-- law: Nobody holds one post twice at once.
-- reason: A tenure runs through re-appointments and cabinets; a second row for the same days counts one holder twice.
-- severity: error
-- message: {record_id} ({later_dates}) overlaps with {other} ({other_dates}), the same person in the same post
-- mend: join the two into one tenure, or correct the dates; only a suspension lies inside another tenure
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, b.tenure_id AS record_id, 'start_edtf' AS field,
    CASE
        WHEN a.exact AND b.exact AND a.start_last < b.end_first AND b.start_last < a.end_first
            AND a.start_last < a.end_first AND b.start_last < b.end_first THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    a.tenure_id AS other,
    concat(coalesce(b.start_edtf, '?'), ' to ', coalesce(b.end_edtf, '?')) AS later_dates,
    concat(coalesce(a.start_edtf, '?'), ' to ', coalesce(a.end_edtf, '?')) AS other_dates
FROM holdings a
JOIN holdings b ON b.official_id = a.official_id AND b.post_id = a.post_id
WHERE (a.start_first < b.start_first OR (a.start_first = b.start_first AND a.tenure_id < b.tenure_id))
    AND (a.kind <> 'suspended' AND b.kind <> 'suspended' OR a.kind = 'suspended' AND b.kind = 'suspended')
    AND a.reach_start < b.reach_end AND b.reach_start < a.reach_end
    AND a.reach_start < a.reach_end AND b.reach_start < b.reach_end
