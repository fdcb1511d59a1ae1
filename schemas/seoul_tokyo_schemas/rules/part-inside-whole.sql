-- law: What is part of another event lies within its days.
-- reason: A meeting held on a visit is held while the visit lasts.
-- severity: error
-- message: {part} of {date_edtf} is part of {whole} of {whole_date}
-- mend: correct a date, or use follows or implements
SELECT
    'event_links' AS record_table, concat(part.event_id, '/part-of/', whole.event_id) AS record_id,
    'other_event_id' AS field,
    CASE
        WHEN (part.start_last < whole.start_first OR part.end_first > whole.end_last) AND part.exact AND whole.exact
            THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    part.event_id AS part, part.date_edtf, whole.event_id AS whole, whole.date_edtf AS whole_date
FROM event_links
JOIN event_days AS part ON part.event_id = event_links.event_id
JOIN event_days AS whole ON whole.event_id = event_links.other_event_id
WHERE event_links.relation = 'part-of'
    AND ((coalesce(part.date_start, part.date_end_earliest) < whole.start_last AND whole.date_start IS NOT NULL)
        OR (coalesce(part.date_end, part.date_start_latest) > whole.end_first AND whole.date_end IS NOT NULL))
