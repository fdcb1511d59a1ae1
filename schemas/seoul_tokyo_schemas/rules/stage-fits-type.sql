-- law: A stage stands only on measures and agreements, and agrees with the type.
-- reason: A decision and its effect are two facts of one measure; a meeting or a protest has no such stages.
-- severity: error
-- message: {record_id}, a {type}, has the stage {stage}
-- mend: remove the stage, or correct the type
SELECT 'events' AS record_table, event_id AS record_id, 'stage' AS field, 'certain' AS certainty, type, stage
FROM events
WHERE stage IS NOT NULL AND (
    NOT (type LIKE 'agreement-%' OR type IN (
        'trade-restriction', 'trade-restriction-eased', 'travel-measure', 'environmental-act', 'law-or-resolution',
        'information-sharing', 'economic-cooperation', 'aid-or-relief', 'payment-or-fund',
        'property-or-remains-returned', 'institution-founded-or-dissolved'
    ))
    OR (type IN ('agreement-in-force', 'agreement-ended') AND stage = 'decided')
    OR (type IN ('agreement-announced', 'agreement-initialled') AND stage = 'in-force')
)
