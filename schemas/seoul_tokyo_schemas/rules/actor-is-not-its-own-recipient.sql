-- law: Nobody is the recipient of an own act.
-- reason: An act is addressed to another; a body on both ends shows a slip in the roles.
-- severity: error
-- message: {named} is both {role} and {other_role} in {event}
-- mend: correct one of the two roles
SELECT
    'participants' AS record_table, concat(receiving.event_id, '/', receiving.participant, '/', receiving.role) AS record_id,
    'role' AS field, 'certain' AS certainty,
    receiving.participant AS named, acting.role, receiving.role AS other_role, receiving.event_id AS event
FROM participants AS receiving
JOIN (
    SELECT event_id, actor_id, min(role) AS role
    FROM participants
    WHERE role NOT IN ('recipient', 'affected', 'summoned', 'respondent', 'court', 'appointee', 'mediator')
    GROUP BY event_id, actor_id
) AS acting ON acting.event_id = receiving.event_id AND acting.actor_id = receiving.actor_id
WHERE receiving.role IN ('recipient', 'summoned', 'respondent')
