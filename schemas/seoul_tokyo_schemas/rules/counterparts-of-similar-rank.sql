-- law: The heads of the sides of a meeting stand at most one tier apart.
-- reason: Leaders meet ministers and ministers meet vice-ministers, but a leader who confers with a director-general is usually a wrong post or a missing person. Tiers: leader, minister, senior official, working level; envoys, legislators and officers have none.
-- severity: warning
-- message: {record_id} brings together a {higher} and a {lower}
-- mend: check the post, the tenure and the persons of both sides
SELECT
    'events' AS record_table, event_id AS record_id, 'level' AS field, 'certain' AS certainty,
    CASE min(tier) WHEN 1 THEN 'leader' ELSE 'minister' END AS higher,
    CASE max(tier) WHEN 3 THEN 'senior official' ELSE 'person of the working level' END AS lower
FROM (
    SELECT p.event_id, p.actor_id, min(
        CASE
            WHEN s.rank IN ('head-of-state', 'head-of-government') THEN 1
            WHEN s.rank IN (
                'minister', 'prime-minister-of-korea', 'national-security-adviser', 'chief-cabinet-secretary'
            ) THEN 2
            WHEN s.rank IN (
                'vice-minister', 'deputy-minister', 'deputy-national-security-adviser', 'ambassador', 'spokesperson'
            ) THEN 3
            WHEN s.rank IN (
                'director-general', 'director', 'deputy-chief-of-mission', 'defence-attache', 'consul-general'
            ) THEN 4
        END
    ) AS tier
    FROM participants p
    JOIN events e ON e.event_id = p.event_id
    JOIN actors a ON a.actor_id = p.actor_id
    JOIN tenures t ON t.tenure_id = p.tenure_id
    JOIN posts s ON s.post_id = t.post_id
    WHERE a.kind = 'state'
        AND p.role IN ('host', 'visitor', 'actor')
        AND e.type IN (
            'summit', 'ministerial-meeting', 'senior-official-consultation', 'working-level-talks', 'negotiation-session'
        )
    GROUP BY p.event_id, p.actor_id
) AS sides
WHERE tier IS NOT NULL
GROUP BY event_id
HAVING max(tier) - min(tier) > 1
