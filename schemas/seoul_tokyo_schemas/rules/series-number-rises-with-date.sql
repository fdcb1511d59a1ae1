-- law: A later number of a series does not start before an earlier one.
-- reason: Rounds are counted as they are held; each side's own count is a series of its own.
-- severity: error
-- message: {record_id} is number {series_number} and starts on {date_edtf}, before number {previous_number} of {previous_date}
-- mend: correct a number or a date, or use one series for each side's count
SELECT
    'events' AS record_table, event_id AS record_id, 'series_number' AS field,
    CASE WHEN start_last < previous_first AND exact AND previous_exact THEN 'certain' ELSE 'possible' END AS certainty,
    series_number, date_edtf, previous_number, previous_date
FROM (
    SELECT
        event_id, series_number, date_edtf, start_first, start_last, exact,
        lag(series_number) OVER (PARTITION BY series ORDER BY series_number, event_id) AS previous_number,
        lag(date_edtf) OVER (PARTITION BY series ORDER BY series_number, event_id) AS previous_date,
        lag(start_first) OVER (PARTITION BY series ORDER BY series_number, event_id) AS previous_first,
        lag(start_last) OVER (PARTITION BY series ORDER BY series_number, event_id) AS previous_last,
        lag(exact) OVER (PARTITION BY series ORDER BY series_number, event_id) AS previous_exact
    FROM event_days
    WHERE series IS NOT NULL AND series_number IS NOT NULL AND status NOT IN ('cancelled', 'postponed')
) AS numbered
WHERE previous_number < series_number AND start_first < previous_last
