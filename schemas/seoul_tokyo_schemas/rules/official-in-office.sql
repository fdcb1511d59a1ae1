-- law: An official who acts in office holds a post on a day of the event.
-- reason: Whoever joins events with posts must find the post in which a person acted; on the day of a handover both holders count.
-- severity: error
-- message: {official_id} held no post on {date_edtf}
-- mend: add the tenure, correct the official or the capacity, or give the coarse date its day
-- reads: participants, events, tenures, posts, actors
SELECT
    'participants' AS record_table, concat(s.event_id, '/', s.participant, '/', s.role) AS record_id,
    'official_id' AS field,
    CASE WHEN s.can = 0 AND s.exact = 1 THEN 'certain' ELSE 'possible' END AS certainty,
    s.official_id, s.date_edtf, concat('posts held: ', coalesce(o.posts_held, 'none')) AS hint
FROM service s
LEFT JOIN officials o ON o.official_id = s.official_id
LEFT JOIN evidence v
    ON v.record_table = 'tenures' AND v.field = 'held_on' AND v.value = s.date_edtf
    AND v.record_id LIKE concat(s.official_id, '/%')
WHERE s.sure = 0 AND NOT s.is_legislator AND (s.can = 0 OR v.record_id IS NULL)
