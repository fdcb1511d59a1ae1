-- law: A suspension lies inside a tenure of the same person in the same post.
-- reason: Who is suspended still holds the post; only its powers rest.
-- severity: error
-- message: {record_id} ({dates}) is a suspension in {post_id} outside the person's tenures there
-- mend: correct the dates, or add the tenure that was suspended
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, s.tenure_id AS record_id, 'kind' AS field,
    CASE WHEN s.can = 0 AND s.exact = 1 THEN 'certain' ELSE 'possible' END AS certainty, s.post_id,
    concat(coalesce(s.start_edtf, '?'), ' to ', coalesce(s.end_edtf, '?')) AS dates
FROM (
    SELECT
        s.tenure_id, s.post_id, s.start_edtf, s.end_edtf,
        max(CASE WHEN h.start_first <= s.start_last AND h.end_last >= s.end_first THEN 1 ELSE 0 END) AS can,
        max(CASE
            WHEN (h.start_earliest IS NULL OR s.start_earliest IS NULL OR h.start_last <= s.start_first
                    OR h.start_edtf = s.start_edtf)
                AND (h.end_latest IS NULL OR s.end_latest IS NULL OR h.end_first >= s.end_last OR h.end_edtf = s.end_edtf)
                AND h.start_first <= s.start_last AND h.end_last >= s.end_first THEN 1
            ELSE 0
        END) AS sure,
        min(CASE WHEN s.exact AND coalesce(h.exact, TRUE) THEN 1 ELSE 0 END) AS exact
    FROM holdings s
    LEFT JOIN holdings h
        ON h.official_id = s.official_id AND h.post_id = s.post_id AND h.kind IN ('substantive', 'concurrent', 'acting')
    WHERE s.kind = 'suspended'
    GROUP BY s.tenure_id, s.post_id, s.start_edtf, s.end_edtf
) AS s
WHERE s.sure = 0
