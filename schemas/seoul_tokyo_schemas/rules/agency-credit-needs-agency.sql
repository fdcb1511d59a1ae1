-- law: A document that credits an agency, or carries another newsroom's text, names that newsroom.
-- reason: Ten papers that print one agency's report are one origin, which only the agency's name shows.
-- severity: error
-- message: {record_id} credits {credited} and names no agency
-- mend: give agency, or the article from which it derives
SELECT 'articles' AS record_table, article_id AS record_id, 'agency' AS field, 'certain' AS certainty, credited
FROM (
    SELECT
        *,
        CASE
            WHEN lower(byline) LIKE '%reuters%' THEN 'reuters'
            WHEN lower(byline) LIKE '%associated press%' THEN 'associated press'
            WHEN lower(byline) LIKE '%afp%' OR lower(byline) LIKE '%agence france%' THEN 'afp'
            WHEN lower(byline) LIKE '%bloomberg%' THEN 'bloomberg'
            WHEN lower(byline) LIKE '%yonhap%' OR byline LIKE '%연합뉴스%' THEN 'yonhap'
            WHEN lower(byline) LIKE '%newsis%' OR byline LIKE '%뉴시스%' THEN 'newsis'
            WHEN lower(byline) LIKE '%kyodo%' OR byline LIKE '%共同通信%' THEN 'kyodo'
            WHEN lower(byline) LIKE '%jiji%' OR byline LIKE '%時事通信%' THEN 'jiji'
            WHEN derivation = 'syndicated' AND derived_from IS NULL THEN 'another newsroom'
        END AS credited
    FROM articles
    WHERE agency IS NULL
) AS uncredited
WHERE credited IS NOT NULL
    AND NOT (lower(publisher) LIKE concat('%', credited, '%') AND derivation = 'original')
