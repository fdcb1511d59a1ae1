-- law: What follows, implements, reverses or supersedes another event does not start before it.
-- reason: A link that leads to a later event is turned round.
-- severity: error
-- message: {record_id} of {date_edtf} {relation} {other} of {other_date}
-- mend: turn the link round, or correct a date
SELECT
    'events' AS record_table, sequel.event_id AS record_id, 'date_edtf' AS field,
    CASE WHEN sequel.start_last < other.start_first AND sequel.exact AND other.exact THEN 'certain' ELSE 'possible' END AS certainty,
    sequel.date_edtf, event_links.relation, other.event_id AS other, other.date_edtf AS other_date
FROM event_links
JOIN event_days AS sequel ON sequel.event_id = event_links.event_id
JOIN event_days AS other ON other.event_id = event_links.other_event_id
WHERE event_links.relation IN ('follows', 'implements', 'reverses', 'supersedes')
    AND sequel.date_start IS NOT NULL AND other.date_start IS NOT NULL
    AND sequel.date_start_latest IS NOT NULL AND sequel.start_first < other.start_last
