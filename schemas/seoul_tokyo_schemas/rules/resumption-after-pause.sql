-- law: What resumes comes after what it resumes, which took place.
-- reason: The last round held will do where nobody decided on a pause; a plan that fell through was no round.
-- severity: error
-- message: {record_id} of {date_edtf} resumes {other} of {other_date} ({other_status})
-- mend: link the last round held, or the decision to suspend
SELECT
    'events' AS record_table, again.event_id AS record_id, 'date_edtf' AS field,
    CASE
        WHEN other.status IN ('scheduled', 'cancelled', 'postponed', 'denied') THEN 'certain'
        WHEN again.start_last < other.start_first AND again.exact AND other.exact THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    again.date_edtf, other.event_id AS other, other.date_edtf AS other_date, other.status AS other_status
FROM event_links
JOIN event_days AS again ON again.event_id = event_links.event_id
JOIN event_days AS other ON other.event_id = event_links.other_event_id
WHERE event_links.relation = 'resumes'
    AND (
        other.status IN ('scheduled', 'cancelled', 'postponed', 'denied')
        OR (again.start_first < other.start_last AND again.date_start IS NOT NULL AND other.date_start IS NOT NULL)
    )
