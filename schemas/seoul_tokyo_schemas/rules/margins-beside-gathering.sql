-- law: A meeting on the margins of a gathering is held within a day of it.
-- reason: Beside a gathering means while its guests are there, or as they come and go.
-- severity: error
-- message: {record_id} of {date_edtf} is on the margins of {gathering} of {gathering_date}
-- mend: correct a date, or remove margins_of
SELECT
    'events' AS record_table, meeting.event_id AS record_id, 'margins_of' AS field,
    CASE
        WHEN meeting.exact AND gathering.exact AND (
            meeting.start_last < gathering.start_first - INTERVAL 1 DAY OR meeting.end_first > gathering.end_last + INTERVAL 1 DAY
        ) THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    meeting.date_edtf, gathering.event_id AS gathering, gathering.date_edtf AS gathering_date
FROM event_days AS meeting
JOIN event_days AS gathering ON gathering.event_id = meeting.margins_of
WHERE meeting.date_start IS NOT NULL AND meeting.date_end IS NOT NULL
    AND gathering.date_start IS NOT NULL AND gathering.date_end IS NOT NULL
    AND (
        meeting.start_first < gathering.start_last - INTERVAL 1 DAY OR meeting.end_last > gathering.end_first + INTERVAL 1 DAY
    )
