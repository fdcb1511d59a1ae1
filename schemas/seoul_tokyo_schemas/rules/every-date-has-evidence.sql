-- law: Every date that is stored has a source that speaks of it.
-- reason: One invented date costs more than a hundred missing ones.
-- severity: error
-- message: {record_id} has no source for {field}, {stored}
-- mend: add says = { … } with what the source proves alone, or leave the date out
SELECT
    dated.record_table, dated.record_id, dated.field, 'certain' AS certainty, dated.stored
FROM (
    SELECT 'events' AS record_table, event_id AS record_id, 'date_edtf' AS field, date_edtf AS stored FROM events
    UNION ALL
    SELECT 'disputes', dispute_id, 'date_edtf', date_edtf FROM disputes
    UNION ALL
    SELECT 'tenures', tenure_id, 'start_edtf', start_edtf FROM tenures WHERE start_edtf IS NOT NULL
    UNION ALL
    SELECT 'tenures', tenure_id, 'end_edtf', end_edtf FROM tenures WHERE end_edtf <> '..'
) AS dated
JOIN (
    SELECT DISTINCT record_table, record_id FROM evidence
) AS sourced ON sourced.record_table = dated.record_table AND sourced.record_id = dated.record_id
LEFT JOIN (
    SELECT record_table, record_id, CASE WHEN field = 'last_day_edtf' THEN 'end_edtf' ELSE field END AS field
    FROM evidence
    UNION
    SELECT 'disputes', dispute_phases.dispute_id, 'date_edtf'
    FROM evidence
    JOIN dispute_phases ON dispute_phases.phase_id = evidence.record_id
    WHERE evidence.record_table = 'dispute_phases' AND evidence.field = 'start_edtf' AND dispute_phases.number = 1
) AS spoken ON spoken.record_table = dated.record_table AND spoken.record_id = dated.record_id
    AND spoken.field = dated.field
WHERE spoken.record_id IS NULL
UNION ALL
SELECT 'dispute_phases', dispute_phases.phase_id, 'start_edtf', 'certain', dispute_phases.start_edtf
FROM dispute_phases
LEFT JOIN (
    SELECT DISTINCT record_id FROM evidence WHERE record_table = 'dispute_phases' AND field = 'start_edtf'
) AS spoken ON spoken.record_id = dispute_phases.phase_id
WHERE spoken.record_id IS NULL
