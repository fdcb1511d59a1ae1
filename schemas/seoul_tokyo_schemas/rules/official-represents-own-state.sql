-- law: An official who acts for a state is its citizen.
-- reason: A wrong actor turns one side's act into the other's. States only: a Korean may act for the United Nations.
-- severity: error
-- message: {official_id} is of {country}, but acts for {actor_id}
-- mend: correct the actor, the official or the official's country
SELECT
    'participants' AS record_table, concat(p.event_id, '/', p.participant, '/', p.role) AS record_id,
    'actor_id' AS field, 'certain' AS certainty, p.official_id, o.country, p.actor_id
FROM participants p
JOIN officials o ON o.official_id = p.official_id
JOIN actors a ON a.actor_id = p.actor_id
WHERE a.kind = 'state' AND p.capacity <> 'private' AND a.country <> o.country
