-- law: A place rests on more than the dateline of a report.
-- reason: The dateline says where the reporter wrote, not where the act was done.
-- severity: warning
-- message: the place of {record_id} rests on a dateline alone
-- mend: find a source that says where it was done, or leave the place out
SELECT 'events' AS record_table, record_id, 'place_id' AS field, 'certain' AS certainty
FROM evidence
WHERE record_table = 'events' AND field = 'place_id' AND stance <> 'contradicts'
GROUP BY record_id
HAVING sum(CASE WHEN part = 'dateline' THEN 0 ELSE 1 END) = 0
