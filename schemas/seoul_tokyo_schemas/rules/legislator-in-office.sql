-- law: A member of a legislature or party who acts in office holds a seat or post on a day of the event.
-- reason: The same law as for officials, told as a warning: the seats of legislators are rarely recorded.
-- severity: warning
-- message: {official_id} held no recorded seat on {date_edtf}
-- mend: add the tenure of the seat where a source states it, or correct the capacity
-- reads: participants, events, tenures, posts, actors, officials
SELECT
    'participants' AS record_table, concat(s.event_id, '/', s.participant, '/', s.role) AS record_id,
    'official_id' AS field,
    CASE WHEN s.can = 0 AND s.exact = 1 THEN 'certain' ELSE 'possible' END AS certainty,
    s.official_id, s.date_edtf, concat('posts held: ', coalesce(o.posts_held, 'none')) AS hint
FROM service s
LEFT JOIN officials o ON o.official_id = s.official_id
WHERE s.sure = 0 AND s.is_legislator
