-- law: A post is held only while it exists.
-- reason: A renamed post with another rank or function is a new post that succeeds the old; a tenure outside a post's life belongs to the other.
-- severity: error
-- message: {record_id} {deed} {tenure_edtf}, but the post {post_id} {life} {post_edtf}
-- mend: move the tenure to the preceding or succeeding post, or correct the dates
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, t.tenure_id AS record_id, 'start_edtf' AS field,
    CASE WHEN t.start_exact AND d.exact AND t.start_last < d.first_day THEN 'certain' ELSE 'possible' END AS certainty,
    'starts' AS deed, coalesce(t.start_edtf, 'before an event') AS tenure_edtf, t.post_id,
    'exists from' AS life, p.established AS post_edtf
FROM holdings t
JOIN posts p ON p.post_id = t.post_id
JOIN said_days d ON d.said = p.established
WHERE t.kind <> 'designate' AND t.reach_start < d.last_day AND coalesce(t.start_edtf, '') <> p.established
UNION ALL
SELECT
    'tenures', t.tenure_id, 'end_edtf',
    CASE
        WHEN d.exact AND t.end_first > d.last_day AND (t.exact OR (t.end_exact AND t.end_edtf IS NOT NULL)) THEN 'certain'
        ELSE 'possible'
    END,
    'ends', coalesce(t.end_edtf, 'after an event'), t.post_id, 'no longer exists from', p.abolished
FROM holdings t
JOIN posts p ON p.post_id = t.post_id
JOIN said_days d ON d.said = p.abolished
WHERE t.reach_end > d.first_day AND coalesce(t.end_edtf, '') <> p.abolished
