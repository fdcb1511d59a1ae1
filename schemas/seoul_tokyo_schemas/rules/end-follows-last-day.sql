-- law: Where a tenure has both an end and a last day, the end is the day after the last day.
-- reason: A record gives one of the two, whichever the source says; two that disagree leave open when the post was left.
-- severity: error
-- message: {record_id} was last held on {last_day_edtf}, but ends {end_edtf}
-- mend: keep the one that the source says
SELECT
    'tenures' AS record_table, tenure_id AS record_id, 'end_edtf' AS field, 'certain' AS certainty,
    last_day_edtf, end_edtf
FROM tenures
WHERE (last_day_edtf LIKE '____-__-__' AND end_edtf LIKE '____-__-__'
        AND try_cast(end_edtf AS TIMESTAMP) <> try_cast(last_day_edtf AS TIMESTAMP) + INTERVAL 1 DAY)
    OR (last_day_edtf IS NOT NULL AND last_day_edtf NOT LIKE '____-__-__' AND end_edtf <> last_day_edtf)
