-- law: What a document announces had not ended by the day before its publication.
-- reason: A plan for a day that is past is background. Plans that were cancelled or put off are exempt: their day passed unused.
-- severity: error
-- message: {article} of {published} announces {record} of {date_edtf}, which was over
-- mend: correct a date, or set the modality to realised or background
SELECT
    'evidence' AS record_table,
    concat('events/', claims.record_id, '/', claims.field, '/', claims.article_id, '/', claims.part) AS record_id,
    'modality' AS field,
    CASE
        WHEN events.end_last < articles.first_day - INTERVAL 1 DAY AND events.exact AND articles.exact THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    claims.article_id AS article, articles.published_edtf AS published, claims.record_id AS record, events.date_edtf
FROM (
    SELECT record_id, article_id, part, min(field) AS field
    FROM evidence
    WHERE record_table = 'events' AND modality = 'scheduled' AND stance <> 'contradicts'
    GROUP BY record_id, article_id, part
) AS claims
JOIN event_days AS events ON events.event_id = claims.record_id
JOIN article_days AS articles ON articles.article_id = claims.article_id
WHERE events.status NOT IN ('cancelled', 'postponed') AND events.date_end IS NOT NULL
    AND greatest(events.start_first, events.end_first) < articles.last_day - INTERVAL 1 DAY
