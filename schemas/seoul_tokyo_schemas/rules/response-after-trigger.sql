-- law: A response does not start before what it responds to.
-- reason: A reaction follows its cause; one day of slack where the response was given outside both countries, behind their calendar.
-- severity: error
-- message: {record_id} of {date_edtf} responds to {other} of {other_date}
-- mend: correct a date, or the event to which it responds
SELECT
    'events' AS record_table, reply.event_id AS record_id, 'date_edtf' AS field,
    CASE WHEN reply.latest < other.start_first AND reply.exact AND other.exact THEN 'certain' ELSE 'possible' END AS certainty,
    reply.date_edtf, other.event_id AS other, other.date_edtf AS other_date
FROM event_links
JOIN (
    SELECT
        event_days.event_id, event_days.date_edtf, event_days.exact,
        CASE
            WHEN places.country NOT IN ('KOR', 'JPN') THEN coalesce(date_start, date_end_earliest) + INTERVAL 1 DAY
            ELSE coalesce(date_start, date_end_earliest)
        END AS earliest,
        CASE WHEN places.country NOT IN ('KOR', 'JPN') THEN start_last + INTERVAL 1 DAY ELSE start_last END AS latest
    FROM event_days
    LEFT JOIN places ON places.place_id = event_days.place_id
) AS reply ON reply.event_id = event_links.event_id
JOIN event_days AS other ON other.event_id = event_links.other_event_id
WHERE event_links.relation = 'responds-to' AND other.status NOT IN ('scheduled', 'cancelled', 'postponed')
    AND reply.earliest < other.start_last AND other.date_start IS NOT NULL
