-- law: Where one government challenges, the other is the target.
-- reason: Two challengers, or two targets, contend about nothing; where each side seeks a change both are party.
-- severity: error
-- message: in {record_id} each government is {side}
-- mend: correct a side, or write party for both
SELECT
    'disputes' AS record_table, dispute_id AS record_id, 'dispute_id' AS field, 'certain' AS certainty, min(side) AS side
FROM dispute_positions
GROUP BY dispute_id
HAVING count(DISTINCT actor_id) > 1 AND min(side) = max(side) AND min(side) <> 'party'
