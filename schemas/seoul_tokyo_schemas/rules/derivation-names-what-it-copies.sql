-- law: A document that is not original names what it derives from, its story or its agency.
-- reason: Without it the copy would count as an origin of its own.
-- severity: warning
-- message: {record_id} is called {derivation} and names nothing from which it derives
-- mend: give derived_from, story or agency, or set the derivation to unknown
SELECT 'articles' AS record_table, article_id AS record_id, 'derived_from' AS field, 'certain' AS certainty, derivation
FROM articles
WHERE derivation NOT IN ('original', 'unknown', 'syndicated')
    AND derived_from IS NULL AND story IS NULL AND agency IS NULL
