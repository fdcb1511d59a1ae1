-- law: A body that takes part in an event exists on its day.
-- reason: From 1945 to 1952 occupation authorities acted where states did not yet, or not freely.
-- severity: error
-- message: {participant} takes part in {event} of {date_edtf}, but existed from {established} to {abolished}
-- mend: name the body that acted then, or correct the dates
SELECT
    'participants' AS record_table, concat(participants.event_id, '/', participants.participant, '/', participants.role) AS record_id,
    'actor_id' AS field,
    CASE
        WHEN events.exact AND (events.start_last < actors.established_first OR events.end_first >= actors.abolished_last)
            THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    participants.actor_id AS participant, events.event_id AS event, events.date_edtf,
    coalesce(actors.established, 'long ago') AS established, coalesce(actors.abolished, 'now') AS abolished
FROM participants
JOIN (
    SELECT * FROM actor_days WHERE established_first IS NOT NULL OR abolished_first IS NOT NULL
) AS actors ON actors.actor_id = participants.actor_id
JOIN event_days AS events ON events.event_id = participants.event_id
WHERE (events.start_first < actors.established_last AND events.date_start IS NOT NULL)
    OR (events.end_last >= actors.abolished_first AND events.date_end IS NOT NULL)
