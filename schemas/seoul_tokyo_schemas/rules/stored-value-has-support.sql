-- law: A value for which there are sources has one that does not contradict it.
-- reason: What is stored was accepted from somewhere; a coarser source allows it, a contradicting one does not.
-- severity: error
-- message: every source for {field} of {record_id} contradicts it
-- mend: store what a source proves, or add the source that was accepted
SELECT
    record_table, record_id, field, 'certain' AS certainty,
    concat('a source says ', coalesce(min(value), 'otherwise')) AS hint
FROM (
    SELECT
        record_table, record_id, value, stance,
        CASE WHEN field = 'last_day_edtf' THEN 'end_edtf' ELSE field END AS field
    FROM evidence
) AS sourced
GROUP BY record_table, record_id, field
HAVING sum(CASE WHEN stance <> 'contradicts' THEN 1 ELSE 0 END) = 0
