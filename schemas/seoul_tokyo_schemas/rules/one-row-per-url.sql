-- law: One address stands once, whatever its scheme and whether it leads to the www, mobile or AMP page.
-- reason: The same page under two addresses would count as two articles.
-- severity: error
-- message: {record_id} has the address of {other}
-- mend: merge the two; a page that changed in place is a new row with derivation update or correction
SELECT
    'articles' AS record_table, article_id AS record_id, 'url' AS field, 'certain' AS certainty, first_id AS other
FROM (
    SELECT article_id, min(article_id) OVER (PARTITION BY host, page) AS first_id
    FROM (
        SELECT
            article_id,
            regexp_replace(lower(regexp_extract(url, '^[a-zA-Z]+://([^/?#]+)', 1)), '^((www|m|mobile|amp)[.])+', '') AS host,
            regexp_replace(
                regexp_replace(regexp_replace(url, '^[a-zA-Z]+://[^/?#]+', ''), '#.*$', ''),
                '(/amp)?/*([?](amp(=[^&]*)?|outputType=amp))?$', ''
            ) AS page
        FROM articles
        WHERE NOT (derivation IN ('update', 'correction') AND derived_from IS NOT NULL)
    ) AS folded
) AS same
WHERE article_id > first_id
