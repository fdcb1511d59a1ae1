-- law: Nobody takes up a post or acts after having died in office.
-- reason: A later act belongs to a namesake, or the reason of the end is wrong.
-- severity: error
-- message: {official_id} died in office by {end_edtf}, but {deed}
-- mend: correct the official, the date or the reason of the end
-- reads: tenures, posts, participants, events
SELECT
    'tenures' AS record_table, t.tenure_id AS record_id, 'start_edtf' AS field,
    CASE WHEN d.exact AND t.exact THEN 'certain' ELSE 'possible' END AS certainty,
    d.official_id, d.end_edtf, concat('takes up ', t.post_id, ' in ', t.start_edtf) AS deed
FROM holdings d
JOIN holdings t ON t.official_id = d.official_id
WHERE d.end_reason = 'death' AND t.start_earliest > d.end_latest
UNION ALL
SELECT
    'participants', concat(p.event_id, '/', p.participant, '/', p.role), 'official_id',
    CASE WHEN d.exact AND e.exact THEN 'certain' ELSE 'possible' END,
    d.official_id, d.end_edtf, concat('acts in ', p.event_id)
FROM holdings d
JOIN participants p ON p.official_id = d.official_id
JOIN event_days e ON e.event_id = p.event_id
WHERE d.end_reason = 'death' AND e.start_first > d.end_latest AND p.role NOT IN ('recipient', 'affected')
