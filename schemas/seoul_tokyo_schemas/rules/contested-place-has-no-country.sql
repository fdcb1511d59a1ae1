-- law: A contested place has no country, and a territorial dispute is about a contested place.
-- reason: A country code would say whose the place is; who administers it and who claims it is all that can be said.
-- severity: error
-- message: {place_id} {deed}
-- mend: leave country out, and give administered_by and claimed_by
SELECT
    'places' AS record_table, place_id AS record_id, 'country' AS field, 'certain' AS certainty,
    place_id, concat('is contested, but lies in ', country) AS deed
FROM places
WHERE country IS NOT NULL AND (administered_by IS NOT NULL OR claimed_by IS NOT NULL)
UNION ALL
SELECT
    'disputes', d.dispute_id, 'place_id', 'certain', d.place_id,
    concat('is in dispute in ', d.dispute_id, ', but its record does not say who administers and who claims it')
FROM disputes d
JOIN places p ON p.place_id = d.place_id
WHERE d.family = 'territorial-sovereignty' AND p.administered_by IS NULL AND p.claimed_by IS NULL
