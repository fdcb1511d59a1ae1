-- law: An event that opens, reopens or settles a dispute stands at the start of such a phase, and no event moves a dispute that is over.
-- reason: Effects and phases are two readings of one history. Only what no reading of the dates allows is told.
-- severity: warning
-- message: {event_id} {effect} {dispute_id}, but {phases}
-- mend: correct the effect, or add or correct the phase
-- reads: events, event_disputes, dispute_phases
SELECT
    'event_disputes' AS record_table, concat(event_id, '/', dispute_id) AS record_id, 'effect' AS field,
    CASE WHEN exact = 1 THEN 'certain' ELSE 'possible' END AS certainty,
    event_id, effect, dispute_id,
    CASE
        WHEN effect = 'opens' THEN 'its first phase starts on another day'
        WHEN effect = 'reopens' THEN 'no phase starts then after a settled or dropped one'
        WHEN effect = 'settles' THEN 'no settled phase starts then'
        ELSE 'it was settled or dropped then'
    END AS phases
FROM (
    SELECT
        x.event_id, x.dispute_id, x.effect,
        max(CASE WHEN p.number = 1 AND p.start_first <= e.end_last AND p.start_last >= e.start_first THEN 1 ELSE 0 END)
            AS at_first,
        max(CASE
            WHEN o.status IN ('settled', 'dropped') AND p.start_first <= e.end_last AND p.start_last >= e.start_first
                THEN 1
            ELSE 0
        END) AS after_end,
        max(CASE
            WHEN p.status = 'settled' AND p.start_first <= e.end_last AND p.start_last >= e.start_first THEN 1
            ELSE 0
        END) AS at_settled,
        max(CASE
            WHEN p.status IN ('settled', 'dropped') AND p.start_last < e.start_first
                AND (n.phase_id IS NULL OR n.start_first > e.end_last) THEN 1
            ELSE 0
        END) AS is_over,
        min(CASE WHEN e.exact AND p.exact THEN 1 ELSE 0 END) AS exact
    FROM event_disputes x
    JOIN event_days e ON e.event_id = x.event_id
    JOIN phase_days p ON p.dispute_id = x.dispute_id
    LEFT JOIN phase_days o ON o.dispute_id = p.dispute_id AND o.number = p.number - 1
    LEFT JOIN phase_days n ON n.dispute_id = p.dispute_id AND n.number = p.number + 1
    WHERE x.effect NOT IN ('about', 'antecedent')
    GROUP BY x.event_id, x.dispute_id, x.effect
) AS seen
WHERE (effect = 'opens' AND at_first = 0)
    OR (effect = 'reopens' AND after_end = 0)
    OR (effect = 'settles' AND at_settled = 0)
    OR (effect IN ('escalates', 'de-escalates', 'negotiates', 'settles-part') AND is_over = 1)
