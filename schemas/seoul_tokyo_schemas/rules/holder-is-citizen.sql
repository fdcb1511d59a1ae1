-- law: A state's post is held by its citizen.
-- reason: A post of the other country is usually a slip; the rare foreigner in office is told by the record's note.
-- severity: warning
-- message: {record_id} is a post of {country}, held by somebody of {citizenship}
-- mend: correct the post or the official's country
SELECT
    'tenures' AS record_table, t.tenure_id AS record_id, 'post_id' AS field, 'certain' AS certainty,
    p.country, o.country AS citizenship
FROM tenures t
JOIN posts p ON p.post_id = t.post_id
JOIN officials o ON o.official_id = t.official_id
WHERE p.country <> o.country
