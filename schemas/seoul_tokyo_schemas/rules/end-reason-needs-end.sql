-- law: A tenure that is still held has no reason for its end.
-- reason: A reason without an end says that the post was left and held at once; an end that is merely unknown may have a reason.
-- severity: error
-- message: {record_id} is still held, but ended by {end_reason}
-- mend: give the end, leave it out where it is unknown, or remove the reason
SELECT
    'tenures' AS record_table, tenure_id AS record_id, 'end_reason' AS field, 'certain' AS certainty, end_reason
FROM tenures
WHERE end_edtf = '..' AND last_day_edtf IS NULL AND end_reason IS NOT NULL
