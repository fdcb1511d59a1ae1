-- law: A date is resolved only against a document whose own day is known.
-- reason: "On Thursday" fixes a day only where the page's own date is one.
-- severity: error
-- message: {article} resolves a date of {record}, but its own date is no day
-- mend: correct the day of publication, or set directness to inferred
SELECT
    'evidence' AS record_table,
    concat(claims.record_table, '/', claims.record_id, '/', claims.field, '/', claims.article_id, '/', claims.part) AS record_id,
    'directness' AS field, 'certain' AS certainty, claims.article_id AS article, claims.record_id AS record
FROM evidence AS claims
JOIN articles ON articles.article_id = claims.article_id
WHERE claims.directness = 'resolved' AND claims.value IS NOT NULL
    AND claims.field IN ('date_edtf', 'start_edtf', 'end_edtf', 'last_day_edtf', 'held_on')
    AND coalesce(articles.published_precision, '') <> 'day' AND articles.updated_edtf IS NULL
