-- law: A trade or travel measure, a step on shared information and a step on an agreement say whether they were decided, took effect or both.
-- reason: Decision, publication and entry into force are three dates; without a stage nobody knows which one is stored.
-- severity: warning
-- message: {record_id}, a {type}, has no stage
-- mend: add stage: decided, in-force or both
SELECT 'events' AS record_table, event_id AS record_id, 'stage' AS field, 'certain' AS certainty, type
FROM events
WHERE (
    type LIKE 'agreement-%'
    OR type IN ('trade-restriction', 'trade-restriction-eased', 'travel-measure', 'information-sharing')
) AND stage IS NULL AND status IN ('occurred', 'ongoing')
