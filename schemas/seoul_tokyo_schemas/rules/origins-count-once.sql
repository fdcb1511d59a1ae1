-- law: Articles that carry one report have one origin.
-- reason: A report that is reprinted ten times is still one report.
-- severity: error
-- message: {record_id} carries {story} with the origin {origin}, the others with {other}
-- mend: correct the story, the agency or the article from which it derives
SELECT
    'articles' AS record_table, article_id AS record_id, 'story' AS field, 'certain' AS certainty,
    story, origin, first_origin AS other
FROM (
    SELECT
        article_id, story, origin,
        first_value(origin) OVER (
            PARTITION BY story ORDER BY CASE WHEN derivation = 'original' THEN 0 ELSE 1 END, article_id
        ) AS first_origin
    FROM articles
    WHERE story IS NOT NULL
) AS told
WHERE origin <> first_origin
