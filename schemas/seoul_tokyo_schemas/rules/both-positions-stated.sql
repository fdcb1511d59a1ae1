-- law: A dispute states the positions of both governments.
-- reason: One side's words alone would make the dataset its advocate.
-- severity: error
-- message: {record_id} states no position of {actor}
-- mend: add the position in our words from that government's own documents
SELECT
    'disputes' AS record_table, d.dispute_id AS record_id, 'dispute_id' AS field, 'certain' AS certainty,
    'KOR' AS actor
FROM disputes d
LEFT JOIN dispute_positions p ON p.dispute_id = d.dispute_id AND p.actor_id = 'KOR'
WHERE p.dispute_id IS NULL
UNION ALL
SELECT 'disputes', d.dispute_id, 'dispute_id', 'certain', 'JPN'
FROM disputes d
LEFT JOIN dispute_positions p ON p.dispute_id = d.dispute_id AND p.actor_id = 'JPN'
WHERE p.dispute_id IS NULL
