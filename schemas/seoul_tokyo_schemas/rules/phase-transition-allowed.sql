-- law: A dispute is latent only at first and not dormant right after, and no phase has the status of the one before.
-- reason: Latent means that no official act was addressed to the other side yet, dormant that none is any more; a phase is a stretch under one status.
-- severity: error
-- message: {record_id} is {status} after {other}, which is {other_status}
-- mend: join two phases of one status, or correct a status
SELECT
    'dispute_phases' AS record_table, b.phase_id AS record_id, 'status' AS field, 'certain' AS certainty,
    b.status, a.phase_id AS other, a.status AS other_status
FROM dispute_phases a
JOIN dispute_phases b ON b.dispute_id = a.dispute_id AND b.number = a.number + 1
WHERE b.status = 'latent' OR a.status = b.status OR (a.status = 'latent' AND b.status = 'dormant')
