-- law: No event is still scheduled for a day that was past when the newest source was read.
-- reason: A plan whose day is past took place or did not, and some source can tell which.
-- severity: error
-- message: {record_id} is scheduled for {date_edtf}, which was past on {latest}
-- mend: find out what became of it: occurred, postponed, cancelled or unconfirmed
SELECT
    'events' AS record_table, event_id AS record_id, 'status' AS field,
    CASE WHEN end_last < latest AND exact THEN 'certain' ELSE 'possible' END AS certainty, date_edtf, latest
FROM (
    SELECT event_id, date_edtf, end_first, end_last, exact, (SELECT max(retrieved) FROM articles) AS latest
    FROM event_days
    WHERE status = 'scheduled' AND date_end IS NOT NULL
) AS planned
WHERE end_first < latest
