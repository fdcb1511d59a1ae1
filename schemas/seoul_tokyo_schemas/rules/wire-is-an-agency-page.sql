-- law: An agency's own page is a wire, and a copy of it elsewhere is news that names the agency.
-- reason: Whoever counts wires counts pages of agencies; who wrote a copy stands in its agency.
-- severity: warning
-- message: {record_id} of {publisher} is of the kind {kind}
-- mend: set kind to wire on the agency's own page and to news on a copy
SELECT 'articles' AS record_table, article_id AS record_id, 'kind' AS field, 'certain' AS certainty, publisher, kind
FROM articles
WHERE kind = CASE
    WHEN publisher IN (SELECT publisher FROM articles WHERE kind = 'wire' AND (agency IS NULL OR agency = publisher))
        THEN 'news'
    ELSE 'wire'
END
