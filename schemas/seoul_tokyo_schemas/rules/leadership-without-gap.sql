-- law: The presidency of South Korea and the office of prime minister of Japan are never without a holder between two recorded holders.
-- reason: Both states were led on every day since 1948-08-15 and 1945-08-17, if only by an acting leader. Only the posts of this list claim to be complete, and only from their first to their last recorded holder, so that a first release may begin and end where it likes; a gap is told only between bounds known to the day, because a coarse bound may close it.
-- severity: error
-- message: {post_id} has no holder from {end_edtf} to {start_edtf}
-- mend: add the holder or acting holder in between, or correct the bounds of the two holders
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, b.tenure_id AS record_id, 'start_edtf' AS field, 'certain' AS certainty,
    b.post_id, a.end_edtf, b.start_edtf, concat('before it stands ', a.tenure_id) AS hint
FROM (
    VALUES ('kor-president', TIMESTAMP '1948-08-15'), ('jpn-prime-minister', TIMESTAMP '1945-08-17')
) AS listed (post_id, first_day)
JOIN holdings a ON a.post_id = listed.post_id
JOIN holdings b ON b.post_id = listed.post_id
LEFT JOIN holdings c
    ON c.post_id = a.post_id AND c.tenure_id <> a.tenure_id AND c.tenure_id <> b.tenure_id
    AND c.kind NOT IN ('designate', 'suspended')
    AND c.start_first < b.start_earliest AND c.end_last > a.end_latest
WHERE a.kind NOT IN ('designate', 'suspended') AND b.kind NOT IN ('designate', 'suspended')
    AND a.end_is_a_day AND b.start_is_a_day
    AND a.end_latest < b.start_earliest
    AND a.end_latest >= listed.first_day
    AND c.tenure_id IS NULL
