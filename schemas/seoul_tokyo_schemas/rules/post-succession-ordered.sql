-- law: A post begins no earlier than the post that it succeeds ends.
-- reason: A new post takes the place of an old one; two that stand side by side succeed nobody.
-- severity: error
-- message: {record_id} exists from {established}, but {succeeds}, which it succeeds, until {abolished}
-- mend: correct a date, or remove succeeds
-- reads: posts
SELECT
    'posts' AS record_table, p.post_id AS record_id, 'succeeds' AS field,
    CASE WHEN e.exact AND a.exact AND e.last_day < a.first_day THEN 'certain' ELSE 'possible' END AS certainty,
    p.established, p.succeeds, q.abolished
FROM posts p
JOIN posts q ON q.post_id = p.succeeds
JOIN said_days e ON e.said = p.established
JOIN said_days a ON a.said = q.abolished
WHERE e.first_day < a.last_day AND p.established <> q.abolished
