-- law: The positions of the two governments are stated at similar length, neither more than twice the other.
-- reason: Equal depth is part of neutrality, and length is the part of it that can be counted.
-- severity: warning
-- message: {record_id} gives {korea} characters to South Korea's position and {japan} to Japan's
-- mend: say more on the shorter side, from its own documents, or less on the longer
SELECT
    'disputes' AS record_table, dispute_id AS record_id, 'dispute_id' AS field, 'certain' AS certainty, korea, japan
FROM (
    SELECT
        dispute_id,
        sum(CASE WHEN actor_id = 'KOR' THEN length(position) ELSE 0 END) AS korea,
        sum(CASE WHEN actor_id = 'JPN' THEN length(position) ELSE 0 END) AS japan
    FROM dispute_positions
    GROUP BY dispute_id
) AS lengths
WHERE korea > 0 AND japan > 0 AND (korea > 2 * japan OR japan > 2 * korea)
