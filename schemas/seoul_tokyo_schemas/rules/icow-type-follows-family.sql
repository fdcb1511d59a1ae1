-- law: A dispute has the ICOW issue type of its family, and none where the family has none.
-- reason: Whoever compares with ICOW relies on one mapping.
-- severity: error
-- message: {record_id} is of the family {family}, whose issue type is {expected}, not {icow_issue_type}
-- mend: write the family's issue type, or leave it out
SELECT
    'disputes' AS record_table, d.dispute_id AS record_id, 'icow_issue_type' AS field, 'certain' AS certainty,
    d.family, c.icow AS expected, d.icow_issue_type
FROM disputes d
JOIN codes c ON c.vocabulary = 'dispute_family' AND c.code = d.family
WHERE coalesce(c.icow, '') <> coalesce(CAST(d.icow_issue_type AS STRING), '')
