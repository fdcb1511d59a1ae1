-- The views in which an unknown bound is open, so that rules compare days without a word about nulls.
-- `exact` is false where a qualifier (~ ? %) makes any comparison at most possible.

CREATE VIEW event_days AS
SELECT
    *,
    coalesce(date_start, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(date_start_latest, TIMESTAMP '9999-12-31') AS start_last,
    coalesce(date_end_earliest, TIMESTAMP '0001-01-01') AS end_first,
    coalesce(date_end, TIMESTAMP '9999-12-31') AS end_last,
    NOT (date_edtf LIKE '%~%' OR date_edtf LIKE '%?%' OR date_edtf LIKE '%\%%' ESCAPE '\') AS exact
FROM events
WHERE date_precision IS NOT NULL;

CREATE VIEW article_days AS
SELECT
    *,
    coalesce(published_start, TIMESTAMP '0001-01-01') AS first_day,
    coalesce(published_end, TIMESTAMP '9999-12-31') AS last_day,
    NOT (published_edtf LIKE '%~%' OR published_edtf LIKE '%?%' OR published_edtf LIKE '%\%%' ESCAPE '\') AS exact
FROM articles
WHERE published_edtf IS NOT NULL AND published_precision IS NOT NULL;

-- A tenure that is still held (`..`) ends after everything; an unknown end may lie anywhere after the start.
CREATE VIEW tenure_days AS
SELECT
    *,
    coalesce(start_earliest, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(start_latest, first_attested, TIMESTAMP '9999-12-31') AS start_last,
    CASE
        WHEN end_edtf = '..' THEN TIMESTAMP '9999-12-31'
        ELSE coalesce(end_earliest, last_attested, start_earliest, TIMESTAMP '0001-01-01')
    END AS end_first,
    coalesce(end_latest, TIMESTAMP '9999-12-31') AS end_last,
    NOT (
        coalesce(start_edtf, '') LIKE '%~%' OR coalesce(start_edtf, '') LIKE '%?%'
        OR coalesce(start_edtf, '') LIKE '%\%%' ESCAPE '\'
        OR coalesce(end_edtf, '') LIKE '%~%' OR coalesce(end_edtf, '') LIKE '%?%'
        OR coalesce(end_edtf, '') LIKE '%\%%' ESCAPE '\'
    ) AS exact
FROM tenures;

CREATE VIEW phase_days AS
SELECT
    *,
    coalesce(start_earliest, TIMESTAMP '0001-01-01') AS start_first,
    coalesce(start_latest, TIMESTAMP '9999-12-31') AS start_last,
    NOT (start_edtf LIKE '%~%' OR start_edtf LIKE '%?%' OR start_edtf LIKE '%\%%' ESCAPE '\') AS exact
FROM dispute_phases
WHERE start_edtf IS NOT NULL AND start_earliest IS NOT NULL;
