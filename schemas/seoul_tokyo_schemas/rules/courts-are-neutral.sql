-- law: A ruling or order of a court has a neutral tone and the level of a court.
-- reason: A court decides between parties; what it decides shows in the effect on a dispute.
-- severity: error
-- message: {record_id}, a {type}, has the tone {tone} and the level {level}
-- mend: set the tone to neutral and the level to judiciary
SELECT 'events' AS record_table, event_id AS record_id, 'tone' AS field, 'certain' AS certainty, type, tone, level
FROM events
WHERE type IN ('court-ruling', 'asset-seizure', 'international-ruling') AND (tone <> 'neutral' OR level <> 'judiciary')
