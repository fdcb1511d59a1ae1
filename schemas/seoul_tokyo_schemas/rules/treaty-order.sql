-- law: An agreement is initialled, signed, ratified, in force, given notice of and ended in this order.
-- reason: Each step rests on the one before it. Suspensions come and go, and amendments follow the first of each step.
-- severity: error
-- message: {record_id} of {date_edtf}, a {type}, comes before {previous} of {previous_date}
-- mend: correct a date or the type; an agreement that replaces another is a matter of its own
WITH steps AS (
    SELECT
        *,
        CASE type
            WHEN 'agreement-initialled' THEN 1 WHEN 'agreement-signed' THEN 2 WHEN 'agreement-ratified' THEN 3
            WHEN 'agreement-in-force' THEN 4 WHEN 'agreement-termination-notice' THEN 5 WHEN 'agreement-ended' THEN 6
        END AS step
    FROM event_days
    WHERE matter IS NOT NULL AND date_start IS NOT NULL AND status NOT IN ('scheduled', 'cancelled', 'postponed', 'denied')
), firsts AS (
    SELECT *, row_number() OVER (PARTITION BY matter, step ORDER BY start_first, start_last, event_id) AS rank_in_step
    FROM steps
    WHERE step IS NOT NULL
), ordered AS (
    SELECT
        event_id, type, date_edtf, start_first, start_last, exact,
        lag(event_id) OVER (PARTITION BY matter ORDER BY step) AS previous,
        lag(date_edtf) OVER (PARTITION BY matter ORDER BY step) AS previous_date,
        lag(start_first) OVER (PARTITION BY matter ORDER BY step) AS previous_first,
        lag(start_last) OVER (PARTITION BY matter ORDER BY step) AS previous_last,
        lag(exact) OVER (PARTITION BY matter ORDER BY step) AS previous_exact
    FROM firsts
    WHERE rank_in_step = 1
)
SELECT
    'events' AS record_table, event_id AS record_id, 'date_edtf' AS field,
    CASE WHEN start_last < previous_first AND exact AND previous_exact THEN 'certain' ELSE 'possible' END AS certainty,
    type, date_edtf, previous, previous_date
FROM ordered
WHERE start_first < previous_last
