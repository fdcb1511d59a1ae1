-- law: A publisher or agency is written in one way.
-- reason: An origin is a newsroom; one that is written in two ways would count as two.
-- severity: warning
-- message: {field} {spelling} is mostly written {other}
-- mend: write it as elsewhere, or all in the same way
WITH written AS (
    SELECT publisher AS spelling FROM articles
    UNION ALL
    SELECT agency FROM articles WHERE agency IS NOT NULL
),

spellings AS (
    SELECT
        spelling, translate(regexp_replace(lower(spelling), '^the ', ''), ' .,!''-', '') AS bare, count(*) AS times
    FROM written
    GROUP BY spelling
),

ranked AS (
    SELECT spelling, bare, row_number() OVER (PARTITION BY bare ORDER BY times DESC, spelling) AS place FROM spellings
)

SELECT
    'articles' AS record_table, a.article_id AS record_id,
    CASE WHEN a.publisher = rare.spelling THEN 'publisher' ELSE 'agency' END AS field,
    'certain' AS certainty, rare.spelling, usual.spelling AS other
FROM ranked AS rare
INNER JOIN ranked AS usual ON rare.bare = usual.bare AND rare.place > 1 AND usual.place = 1
INNER JOIN articles AS a ON a.publisher = rare.spelling OR a.agency = rare.spelling
