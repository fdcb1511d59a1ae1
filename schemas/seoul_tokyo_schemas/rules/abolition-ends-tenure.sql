-- law: A tenure that ends because its post was abolished belongs to a post that was abolished then.
-- reason: The reason and the life of the post tell one story.
-- severity: error
-- message: {record_id} ended {end_edtf} with {post_id}, which {life}
-- mend: give the post its abolition, or correct the reason or the end
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, t.tenure_id AS record_id, 'end_reason' AS field,
    CASE
        WHEN p.abolished IS NULL THEN 'certain'
        WHEN t.exact AND d.exact AND t.end_last < d.first_day THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    coalesce(t.end_edtf, 'on an unknown day') AS end_edtf, t.post_id,
    concat('was ', coalesce(concat('abolished ', p.abolished), 'never abolished')) AS life
FROM holdings t
JOIN posts p ON p.post_id = t.post_id
LEFT JOIN said_days d ON d.said = p.abolished
WHERE t.end_reason = 'post-abolished'
    AND (p.abolished IS NULL OR (t.end_latest IS NOT NULL AND t.end_first < d.last_day AND t.end_edtf <> p.abolished))
