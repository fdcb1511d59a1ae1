-- law: A dispute begins open: its first phase is neither settled, partly settled, dropped nor dormant.
-- reason: What was never open cannot be closed.
-- severity: error
-- message: {record_id} is the first phase and {status}
-- mend: add the phase before it, or correct its status
SELECT
    'dispute_phases' AS record_table, phase_id AS record_id, 'status' AS field, 'certain' AS certainty, status
FROM dispute_phases
WHERE number = 1 AND status IN ('settled', 'partly-settled', 'dropped', 'dormant')
