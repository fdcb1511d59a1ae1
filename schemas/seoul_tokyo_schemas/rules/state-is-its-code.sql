-- law: A state is the actor whose id is its country code, and no other actor has such an id.
-- reason: Executive acts are the state's, under one id for each state.
-- severity: error
-- message: {record_id} is of kind {kind} and country {country}
-- mend: use the ISO capitals as the id of the state, and a slug for every other body
SELECT
    'actors' AS record_table, actor_id AS record_id, 'kind' AS field, 'certain' AS certainty, kind, country
FROM actors
WHERE (kind = 'state' AND coalesce(country, '') <> actor_id) OR (kind <> 'state' AND country = actor_id)
