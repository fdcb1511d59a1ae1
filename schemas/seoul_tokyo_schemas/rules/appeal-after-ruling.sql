-- law: An appeal is lodged against a ruling, and after it.
-- reason: A higher instance decides on what a lower one has ruled.
-- severity: error
-- message: {record_id} of {date_edtf} appeals {other}, a {other_type} of {other_date}
-- mend: link the ruling that was appealed, or correct a date
SELECT
    'events' AS record_table, appeal.event_id AS record_id, 'date_edtf' AS field,
    CASE
        WHEN other.type NOT IN ('court-ruling', 'asset-seizure', 'international-ruling') THEN 'certain'
        WHEN appeal.start_last < other.start_first AND appeal.exact AND other.exact THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    appeal.date_edtf, other.event_id AS other, other.type AS other_type, other.date_edtf AS other_date
FROM event_links
JOIN event_days AS appeal ON appeal.event_id = event_links.event_id
JOIN event_days AS other ON other.event_id = event_links.other_event_id
WHERE event_links.relation = 'appeals'
    AND (
        other.type NOT IN ('court-ruling', 'asset-seizure', 'international-ruling')
        OR (appeal.start_first < other.start_last AND appeal.date_start IS NOT NULL AND other.date_start IS NOT NULL)
    )
