-- law: An official who acts in office holds a post on a day of the event.
-- reason: Whoever joins events with posts must find the post in which a person acted; on the day of a handover both holders count.
-- severity: error
-- message: {official_id} held no post on {date_edtf}
-- mend: add the tenure, correct the official or the capacity, or give the coarse date its day, or a source that says held_on
-- reads: participants, events, tenures, posts, actors, evidence, officials
SELECT
    'participants' AS record_table, concat(s.event_id, '/', s.participant, '/', s.role) AS record_id,
    'official_id' AS field,
    CASE WHEN s.can = 0 AND s.exact = 1 THEN 'certain' ELSE 'possible' END AS certainty,
    s.official_id, s.date_edtf, concat('posts held: ', coalesce(o.posts_held, 'none')) AS hint
FROM service s
LEFT JOIN officials o ON o.official_id = s.official_id
LEFT JOIN (
    SELECT DISTINCT t.official_id, v.value
    FROM evidence v
    JOIN tenures t ON t.tenure_id = v.record_id
    WHERE v.record_table = 'tenures' AND v.field = 'held_on' AND v.stance = 'supports'
) h ON h.official_id = s.official_id AND h.value = s.date_edtf
WHERE s.sure = 0 AND NOT s.is_legislator AND (s.can = 0 OR h.official_id IS NULL)
