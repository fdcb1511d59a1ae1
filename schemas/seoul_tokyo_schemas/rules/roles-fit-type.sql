-- law: An event has the roles that its type needs, and none that it excludes.
-- reason: Who summons whom, who signs and which court rules is what the type says; a landing at a contested place has no host.
-- severity: error
-- message: {event}, a {type}, has {how}
-- mend: correct the roles or the type
SELECT
    'events' AS record_table, events.event_id AS record_id, 'type' AS field, 'certain' AS certainty,
    events.event_id AS event, events.type, concat('too few in the role ', needed.role) AS how
FROM events
JOIN (VALUES
    ('visit', 'visitor', 1), ('visit', 'host', 1), ('envoy-summoned', 'summoner', 1), ('envoy-summoned', 'summoned', 1),
    ('agreement-initialled', 'signatory', 2), ('agreement-signed', 'signatory', 2),
    ('court-filing', 'claimant', 1), ('court-ruling', 'court', 1), ('asset-seizure', 'court', 1),
    ('international-ruling', 'court', 1), ('statement', 'speaker', 1), ('remorse-or-apology', 'speaker', 1),
    ('diplomatic-protest', 'speaker', 1), ('diplomatic-protest', 'recipient', 1), ('proposal', 'speaker', 1),
    ('proposal-rejected', 'speaker', 1), ('appointment', 'appointee', 1)
) AS needed (type, role, bodies) ON needed.type = events.type
LEFT JOIN (
    SELECT event_id, role, count(DISTINCT actor_id) AS bodies FROM participants GROUP BY event_id, role
) AS present ON present.event_id = events.event_id AND present.role = needed.role
WHERE coalesce(present.bodies, 0) < needed.bodies
UNION ALL
SELECT
    'participants', concat(participants.event_id, '/', participants.participant, '/', participants.role), 'role', 'certain',
    events.event_id, events.type, concat('the role ', participants.role)
FROM participants
JOIN events ON events.event_id = participants.event_id
WHERE (participants.role = 'host' AND events.type = 'territorial-act')
    OR (
        participants.role IN ('court', 'claimant', 'respondent') AND events.type NOT IN (
            'court-filing', 'court-ruling', 'asset-seizure', 'international-case-step', 'international-ruling'
        )
    )
UNION ALL
SELECT 'events', events.event_id, 'type', 'certain', events.event_id, events.type, 'nobody who acts'
FROM events
LEFT JOIN (
    SELECT DISTINCT event_id FROM participants WHERE role NOT IN ('recipient', 'affected', 'summoned', 'respondent')
) AS acting ON acting.event_id = events.event_id
WHERE acting.event_id IS NULL AND events.type NOT IN (
    'visit', 'envoy-summoned', 'agreement-initialled', 'agreement-signed', 'court-filing', 'court-ruling', 'asset-seizure',
    'international-ruling', 'statement', 'remorse-or-apology', 'diplomatic-protest', 'proposal', 'proposal-rejected',
    'appointment', 'summit', 'ministerial-meeting', 'senior-official-consultation', 'working-level-talks',
    'negotiation-session', 'legislators-meeting', 'call'
)
