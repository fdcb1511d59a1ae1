-- law: A dispute is settled by an event that settles it, a final ruling, a reversal or a return.
-- reason: Only both governments together, a court, or the one who undoes the grievance can settle; a wish or a silence does not.
-- severity: error
-- message: {record_id} is settled by {trigger_event_id}, which settles, rules, reverses and returns nothing
-- mend: give the event of that day the effect settles where both governments said so, name the ruling or the reversal, or correct the status
SELECT
    'dispute_phases' AS record_table, p.phase_id AS record_id, 'trigger_event_id' AS field, 'certain' AS certainty,
    p.trigger_event_id
FROM dispute_phases p
JOIN events e ON e.event_id = p.trigger_event_id
LEFT JOIN event_disputes x
    ON x.event_id = p.trigger_event_id AND x.dispute_id = p.dispute_id AND x.effect = 'settles'
LEFT JOIN event_links l ON l.event_id = p.trigger_event_id AND l.relation = 'reverses'
WHERE p.status = 'settled'
    AND x.event_id IS NULL
    AND l.event_id IS NULL
    AND e.type NOT IN (
        'court-ruling', 'international-ruling', 'property-or-remains-returned', 'release', 'trade-restriction-eased',
        'agreement-in-force', 'agreement-notice-withdrawn', 'ambassador-returned'
    )
