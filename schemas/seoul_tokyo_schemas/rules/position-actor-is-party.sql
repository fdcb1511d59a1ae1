-- law: A position in a dispute is the government's of South Korea or of Japan.
-- reason: A dispute is between the two governments; what courts, firms and others say stands in events.
-- severity: error
-- message: {dispute_id} states a position of {actor_id}
-- mend: record the words as an event, or credit the position to the state
SELECT
    'dispute_positions' AS record_table,
    concat(dispute_id, '/', actor_id, '/', CAST(number AS STRING)) AS record_id,
    'actor_id' AS field, 'certain' AS certainty, dispute_id, actor_id
FROM dispute_positions
WHERE actor_id NOT IN ('KOR', 'JPN')
