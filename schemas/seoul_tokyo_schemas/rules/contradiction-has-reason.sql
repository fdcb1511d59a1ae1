-- law: A source that contradicts what is stored has a reason why it was not followed.
-- reason: Both accounts stand side by side; without the reason nobody can judge the choice.
-- severity: error
-- message: {article} says {value} for {named} of {record}, without a reason
-- mend: add reason = "…", or store what the source says
SELECT
    'evidence' AS record_table, concat(record_table, '/', record_id, '/', field, '/', article_id, '/', part) AS record_id,
    'reason' AS field, 'certain' AS certainty,
    article_id AS article, coalesce(value, 'otherwise') AS value, field AS named, record_id AS record
FROM evidence
WHERE stance = 'contradicts' AND reason IS NULL
