-- law: A place has both an administering and a claiming country, and these differ, or neither.
-- reason: A claim without an administrator, or against oneself, describes no dispute.
-- severity: error
-- message: {record_id} is administered by {administered_by} and claimed by {claimed_by}
-- mend: give both countries, or neither
SELECT
    'places' AS record_table, place_id AS record_id, 'claimed_by' AS field, 'certain' AS certainty,
    administered_by, claimed_by
FROM places
WHERE (administered_by IS NULL AND claimed_by IS NOT NULL)
    OR (administered_by IS NOT NULL AND claimed_by IS NULL)
    OR administered_by = claimed_by
