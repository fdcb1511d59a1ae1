-- law: A plan that was cancelled or put off is the target of the act that did so.
-- reason: What was not held happened as a cancellation, which is the event.
-- severity: warning
-- message: {record_id} is {status}, and no event cancels or postpones it
-- mend: record the act, with the link cancels or postpones
SELECT 'events' AS record_table, events.event_id AS record_id, 'status' AS field, 'certain' AS certainty, events.status
FROM events
LEFT JOIN event_links
    ON event_links.other_event_id = events.event_id AND event_links.relation IN ('cancels', 'postpones')
WHERE events.status IN ('cancelled', 'postponed') AND event_links.event_id IS NULL
