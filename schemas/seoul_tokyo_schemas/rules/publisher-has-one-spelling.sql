-- law: A publisher or agency is written in one way.
-- reason: An origin is a newsroom; one that is written in two ways would count as two.
-- severity: warning
-- message: {field} {spelling} is also written {other}
-- mend: write both in the same way
WITH written AS (
    SELECT publisher AS spelling FROM articles
    UNION
    SELECT agency FROM articles WHERE agency IS NOT NULL
),

plain AS (
    SELECT spelling, translate(regexp_replace(lower(spelling), '^the ', ''), ' .,!''-', '') AS bare FROM written
)

SELECT
    'articles' AS record_table, a.article_id AS record_id,
    CASE WHEN a.publisher = one.spelling THEN 'publisher' ELSE 'agency' END AS field,
    'certain' AS certainty, one.spelling, other.spelling AS other
FROM plain AS one
INNER JOIN plain AS other ON one.bare = other.bare AND one.spelling <> other.spelling
INNER JOIN articles AS a ON a.publisher = one.spelling OR a.agency = one.spelling
