-- law: A yearly series that is called complete has an event in every year.
-- reason: Who counts yearly acts takes a missing year for a year without one.
-- severity: warning
-- message: {series} is called complete from {complete_from}, but lacks {missing}
-- mend: record the missing year, or narrow complete_from and complete_to
WITH years AS (
    SELECT DISTINCT events.series, EXTRACT(YEAR FROM events.date_start) AS year
    FROM events
    JOIN codes ON codes.vocabulary = 'series' AND codes.code = events.series
    LEFT JOIN (SELECT DISTINCT series FROM events WHERE series_number IS NOT NULL) AS numbered
        ON numbered.series = events.series
    WHERE codes.complete_from IS NOT NULL AND events.date_start IS NOT NULL AND numbered.series IS NULL
), spans AS (
    SELECT
        codes.code AS series, codes.complete_from, codes.complete_to,
        TRY_CAST(substring(codes.complete_from, 1, 4) AS INT) AS first_year,
        TRY_CAST(substring(codes.complete_to, 1, 4) AS INT) AS last_year
    FROM codes
    WHERE codes.vocabulary = 'series' AND codes.complete_from IS NOT NULL
), steps AS (
    SELECT
        spans.series, spans.complete_from, spans.first_year, spans.last_year, years.year,
        lag(years.year) OVER (PARTITION BY spans.series ORDER BY years.year) AS previous_year,
        lead(years.year) OVER (PARTITION BY spans.series ORDER BY years.year) AS next_year
    FROM spans
    JOIN years ON years.series = spans.series
    WHERE years.year >= spans.first_year AND (spans.last_year IS NULL OR years.year <= spans.last_year)
)
SELECT
    'codes' AS record_table, concat('series/', series) AS record_id, 'complete_from' AS field, 'certain' AS certainty,
    series, complete_from,
    CASE WHEN previous_year IS NULL THEN concat(first_year, ' to ', year - 1) ELSE concat(previous_year + 1, ' to ', year - 1) END AS missing
FROM steps
WHERE year > coalesce(previous_year + 1, first_year)
UNION ALL
SELECT 'codes', concat('series/', series), 'complete_to', 'certain', series, complete_from, concat(year + 1, ' to ', last_year)
FROM steps
WHERE next_year IS NULL AND year < last_year
