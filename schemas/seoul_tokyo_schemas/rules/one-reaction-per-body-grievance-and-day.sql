-- law: One body reacts to one grievance once a day.
-- reason: Its statement, protest and summoning over one act on one day are one event, at its strongest form.
-- severity: warning
-- message: {body} reacts to {grievance} in {record_id} and on the same day in {other}
-- mend: keep the strongest form alone, or link them with distinct-from
WITH reactions AS (
    SELECT DISTINCT
        events.event_id, events.date_start, events.level, links.other_event_id AS grievance,
        participants.actor_id AS body, coalesce(posts.organisation, '') AS organisation
    FROM events
    JOIN event_links AS links ON links.event_id = events.event_id AND links.relation = 'responds-to'
    JOIN participants ON participants.event_id = events.event_id
        AND participants.role IN ('actor', 'speaker', 'summoner')
    LEFT JOIN tenures ON tenures.tenure_id = participants.tenure_id
    LEFT JOIN posts ON posts.post_id = tenures.post_id
    WHERE events.date_precision = 'day'
        AND events.type IN ('statement', 'diplomatic-protest', 'envoy-summoned', 'ambassador-recalled', 'proposal-rejected')
)
SELECT
    'events' AS record_table, reaction.event_id AS record_id, 'date_edtf' AS field, 'certain' AS certainty,
    reaction.body, reaction.grievance, other.event_id AS other
FROM reactions AS reaction
JOIN reactions AS other ON other.grievance = reaction.grievance AND other.date_start = reaction.date_start
    AND other.body = reaction.body AND other.organisation = reaction.organisation AND other.level = reaction.level
LEFT JOIN event_links AS forth ON forth.event_id = reaction.event_id AND forth.other_event_id = other.event_id
LEFT JOIN event_links AS back ON back.event_id = other.event_id AND back.other_event_id = reaction.event_id
WHERE other.event_id < reaction.event_id AND forth.event_id IS NULL AND back.event_id IS NULL
