-- law: What is cancelled or put off is a plan that did not take place then.
-- reason: An act that calls off what was held contradicts itself.
-- severity: error
-- message: {event} {relation} {other}, whose status is {status}
-- mend: correct the status of the plan, or the link
SELECT
    'event_links' AS record_table, concat(links.event_id, '/', links.relation, '/', links.other_event_id) AS record_id,
    'relation' AS field, 'certain' AS certainty, links.event_id AS event, links.relation, links.other_event_id AS other,
    plan.status
FROM event_links AS links
JOIN events AS plan ON plan.event_id = links.other_event_id
WHERE links.relation IN ('cancels', 'postpones') AND plan.status NOT IN ('cancelled', 'postponed')
