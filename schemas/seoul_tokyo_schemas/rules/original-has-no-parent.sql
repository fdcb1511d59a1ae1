-- law: A document that is original derives from no other.
-- reason: What derives from another document shares its origin and adds no independent support.
-- severity: error
-- message: {record_id} is called original and derives from {parent}
-- mend: name the derivation (syndicated, rewrite, update …), or remove derived_from
SELECT
    'articles' AS record_table, article_id AS record_id, 'derived_from' AS field, 'certain' AS certainty,
    derived_from AS parent
FROM articles
WHERE derivation = 'original' AND derived_from IS NOT NULL
