-- law: A number stands once in its series.
-- reason: Two rows with one number are one round recorded twice, or a wrong number.
-- severity: error
-- message: {record_id} is number {series_number} of {series}, as is {other}
-- mend: merge the two, or correct the number
SELECT
    'events' AS record_table, event_id AS record_id, 'series_number' AS field, 'certain' AS certainty,
    series, series_number, first_id AS other
FROM (
    SELECT event_id, series, series_number, min(event_id) OVER (PARTITION BY series, series_number) AS first_id
    FROM events
    WHERE series IS NOT NULL AND series_number IS NOT NULL AND status NOT IN ('cancelled', 'postponed')
) AS numbered
WHERE event_id > first_id
