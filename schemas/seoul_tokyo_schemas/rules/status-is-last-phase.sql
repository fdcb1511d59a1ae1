-- law: The status of a dispute is the status of its last phase.
-- reason: The status is computed, never typed.
-- severity: error
-- message: {record_id} is {status}, but its last phase is {last_status}
-- mend: build the tables from the records
SELECT
    'disputes' AS record_table, d.dispute_id AS record_id, 'status' AS field, 'certain' AS certainty,
    d.status, p.status AS last_status
FROM disputes d
JOIN dispute_phases p ON p.dispute_id = d.dispute_id
LEFT JOIN dispute_phases later ON later.dispute_id = p.dispute_id AND later.number > p.number
WHERE later.phase_id IS NULL AND p.status <> d.status
