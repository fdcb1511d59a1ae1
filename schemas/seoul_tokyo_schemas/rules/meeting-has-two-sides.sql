-- law: A meeting or call has participants of at least two sides.
-- reason: One side alone does not meet.
-- severity: error
-- message: {record_id}, a {type}, has participants of {sides} side(s)
-- mend: name the other side, or correct the type
SELECT
    'events' AS record_table, events.event_id AS record_id, 'type' AS field, 'certain' AS certainty,
    events.type, coalesce(counted.sides, 0) AS sides
FROM events
LEFT JOIN (
    SELECT participants.event_id, count(DISTINCT coalesce(actors.country, participants.actor_id)) AS sides
    FROM participants
    LEFT JOIN actors ON actors.actor_id = participants.actor_id
    WHERE participants.role <> 'mediator'
    GROUP BY participants.event_id
) AS counted ON counted.event_id = events.event_id
WHERE events.type IN (
    'summit', 'ministerial-meeting', 'senior-official-consultation', 'working-level-talks', 'negotiation-session',
    'legislators-meeting', 'call'
) AND coalesce(counted.sides, 0) < 2
