-- law: Reported speech names who said it.
-- reason: A claim is worth what its speaker is worth.
-- severity: warning
-- message: {article} reports speech on {record} without its speaker
-- mend: add attributed_to = "…"
SELECT
    'evidence' AS record_table, concat(record_table, '/', record_id, '/', field, '/', article_id, '/', part) AS record_id,
    'attributed_to' AS field, 'certain' AS certainty, article_id AS article, record_id AS record
FROM (
    SELECT record_table, record_id, article_id, part, min(field) AS field
    FROM evidence
    WHERE modality = 'reported-speech' AND attributed_to IS NULL
    GROUP BY record_table, record_id, article_id, part
) AS unattributed
