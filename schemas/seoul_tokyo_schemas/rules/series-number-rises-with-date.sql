-- law: A later number of a series does not start before an earlier one.
-- reason: Rounds are counted as they are held; each side's own count is a series of its own.
-- severity: error
-- message: {record_id} is number {series_number} and starts on {date_edtf}, before number {previous_number} of {previous_date}
-- mend: correct a number or a date, or use one series for each side's count
SELECT
    'events' AS record_table, numbered.event_id AS record_id, 'series_number' AS field, numbered.certainty,
    numbered.series_number, numbered.date_edtf, previous.series_number AS previous_number,
    previous.date_edtf AS previous_date
FROM (
    SELECT
        event_id, series_number, date_edtf,
        CASE WHEN exact AND start_last < certain_start THEN 'certain' ELSE 'possible' END AS certainty,
        CASE WHEN exact AND start_last < certain_start THEN certain_event ELSE possible_event END AS previous_event
    FROM (
        SELECT
            event_id, series_number, date_edtf, start_first, start_last, exact,
            max(start_last) OVER earlier AS possible_start,
            max_by(event_id, concat(CAST(start_last AS STRING), event_id)) OVER earlier AS possible_event,
            max(CASE WHEN exact THEN start_first END) OVER earlier AS certain_start,
            max_by(event_id, CASE WHEN exact THEN concat(CAST(start_first AS STRING), event_id) END) OVER earlier
                AS certain_event
        FROM event_days
        WHERE series IS NOT NULL AND series_number IS NOT NULL AND status NOT IN ('cancelled', 'postponed')
        WINDOW earlier AS (
            PARTITION BY series ORDER BY CAST(series_number AS INT)
            RANGE BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
        )
    ) AS held
    WHERE start_first < possible_start
) AS numbered
JOIN events AS previous ON previous.event_id = numbered.previous_event
