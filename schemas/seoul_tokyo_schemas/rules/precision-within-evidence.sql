-- law: A stored date is no finer than the finest date that one of its sources proves.
-- reason: A day that no source gives is an invented day.
-- severity: error
-- message: {field} of {record_id} is finer than every source for it
-- mend: store the date that the sources prove, or add the source that gives it in says
SELECT
    record_table, record_id, field, 'certain' AS certainty,
    CASE WHEN finest IS NULL THEN 'no source says it' ELSE concat('the finest source says ', finest) END AS hint
FROM (
    SELECT
        record_table, record_id, CASE WHEN field = 'last_day_edtf' THEN 'end_edtf' ELSE field END AS field,
        max(CASE WHEN stance <> 'contradicts' THEN value END) AS finest,
        sum(CASE WHEN stance <> 'contradicts' THEN 1 ELSE 0 END) AS allowing,
        sum(CASE WHEN stance = 'supports' AND value IS NOT NULL THEN 1 ELSE 0 END) AS proving
    FROM evidence
    WHERE field IN ('date_edtf', 'start_edtf', 'end_edtf', 'last_day_edtf', 'established', 'abolished')
    GROUP BY record_table, record_id, CASE WHEN field = 'last_day_edtf' THEN 'end_edtf' ELSE field END
) AS sourced
WHERE allowing > 0 AND proving = 0
