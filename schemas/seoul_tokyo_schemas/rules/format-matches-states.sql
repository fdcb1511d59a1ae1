-- law: The format counts the states that act.
-- reason: Format and participants say the same thing twice; where they differ one of them is wrong.
-- severity: error
-- message: {record_id} is {format}, but {acting} side(s) act
-- mend: name every state that acts, or correct the format
SELECT
    'events' AS record_table, events.event_id AS record_id, 'format' AS field, 'certain' AS certainty,
    events.format, counted.sides AS acting
FROM events
JOIN (
    SELECT
        participants.event_id,
        count(DISTINCT coalesce(actors.country, participants.actor_id)) AS sides,
        count(DISTINCT CASE WHEN participants.role <> 'host' THEN coalesce(actors.country, participants.actor_id) END) AS guests,
        sum(CASE WHEN actors.kind = 'international-organisation' THEN 1 ELSE 0 END) AS organisations
    FROM participants
    JOIN actors ON actors.actor_id = participants.actor_id
    WHERE participants.role NOT IN ('recipient', 'affected', 'summoned', 'mediator', 'claimant', 'respondent')
    GROUP BY participants.event_id
) AS counted ON counted.event_id = events.event_id
WHERE events.type NOT IN ('court-filing', 'international-case-step')
    AND events.format <> CASE
        WHEN organisations > 0 OR sides >= 4 THEN 'multilateral' WHEN sides = 3 THEN 'trilateral'
        WHEN sides = 2 THEN 'bilateral' ELSE 'unilateral'
    END
    AND NOT (
        events.type IN ('visit', 'appointment', 'election-or-succession', 'commemoration', 'cultural-exchange')
        AND events.format = 'unilateral' AND guests = 1
    )
