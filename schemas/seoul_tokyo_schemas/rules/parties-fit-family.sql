-- law: In a territorial dispute the country that claims the place is the challenger and the one that administers it the target.
-- reason: ICOW defines challenger and target of a territorial claim so, by who holds the territory and not by who is right.
-- severity: error
-- message: in {dispute_id} {actor_id} is {side}, but {place_id} is administered by {administered_by} and claimed by {claimed_by}
-- mend: correct the side, or who administers and who claims the place
SELECT
    'dispute_positions' AS record_table,
    concat(p.dispute_id, '/', p.actor_id, '/', CAST(p.number AS STRING)) AS record_id,
    'side' AS field, 'certain' AS certainty,
    p.dispute_id, p.actor_id, p.side, d.place_id, s.administered_by, s.claimed_by
FROM dispute_positions p
JOIN disputes d ON d.dispute_id = p.dispute_id
JOIN places s ON s.place_id = d.place_id
WHERE d.family = 'territorial-sovereignty'
    AND ((p.actor_id = s.claimed_by AND p.side <> 'challenger') OR (p.actor_id = s.administered_by AND p.side <> 'target'))
