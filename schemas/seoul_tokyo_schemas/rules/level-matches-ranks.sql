-- law: The level is that of the lower side's head, or of the acting side's; of who is called in, where nobody is named who calls.
-- reason: Level and rank say the same thing twice where the heads are named.
-- severity: warning
-- message: {record_id} has the level {level}, but its heads' ranks give {expected}
-- mend: correct the level, or the official's post
WITH callers AS (
    SELECT DISTINCT event_id
    FROM participants
    WHERE role = 'summoner' AND official_id IS NOT NULL
), heads AS (
    SELECT
        participants.event_id, participants.actor_id,
        min(CASE
            WHEN posts.rank IN ('head-of-state', 'head-of-government') THEN 1
            WHEN posts.rank IN (
                'prime-minister-of-korea', 'minister', 'national-security-adviser', 'chief-cabinet-secretary'
            ) THEN 2
            WHEN posts.rank IN (
                'deputy-national-security-adviser', 'vice-minister', 'deputy-minister', 'ambassador', 'special-envoy',
                'spokesperson'
            ) THEN 3
            WHEN posts.rank IN (
                'director-general', 'director', 'deputy-chief-of-mission', 'defence-attache', 'consul-general'
            ) THEN 4
        END) AS head,
        sum(CASE WHEN posts.rank IS NULL THEN 1 ELSE 0 END) AS unranked
    FROM participants
    JOIN events ON events.event_id = participants.event_id
    LEFT JOIN tenures ON tenures.tenure_id = participants.tenure_id
    LEFT JOIN posts ON posts.post_id = tenures.post_id
    LEFT JOIN callers ON callers.event_id = participants.event_id
    WHERE (
        participants.role IN ('actor', 'host', 'visitor', 'signatory', 'speaker')
        AND NOT (participants.role = 'host' AND events.type = 'visit')
    )
        OR participants.role = CASE WHEN callers.event_id IS NULL THEN 'summoned' ELSE 'summoner' END
    GROUP BY participants.event_id, participants.actor_id
), lowest AS (
    SELECT
        event_id,
        CASE max(head) WHEN 1 THEN 'leader' WHEN 2 THEN 'minister' WHEN 3 THEN 'senior-official' ELSE 'working-level' END AS expected
    FROM heads
    GROUP BY event_id
    HAVING count(*) = count(head) AND sum(unranked) = 0
)
SELECT 'events' AS record_table, events.event_id AS record_id, 'level' AS field, 'certain' AS certainty, events.level, lowest.expected
FROM events
JOIN lowest ON lowest.event_id = events.event_id
WHERE events.level <> lowest.expected
