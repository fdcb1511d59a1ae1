-- law: What a document reports as done had begun by the day after its publication.
-- reason: A report cannot precede the deed; the day of slack covers time zones. A page updated later proves nothing here.
-- severity: error
-- message: {article} of {published} reports {record} of {date_edtf} as done
-- mend: correct a date, or set the modality to scheduled
SELECT
    'evidence' AS record_table,
    concat('events/', claims.record_id, '/', claims.field, '/', claims.article_id, '/', claims.part) AS record_id,
    'modality' AS field,
    CASE
        WHEN events.start_first > articles.last_day + INTERVAL 1 DAY AND events.exact AND articles.exact THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    claims.article_id AS article, articles.published_edtf AS published, claims.record_id AS record, events.date_edtf
FROM (
    SELECT record_id, article_id, part, min(field) AS field
    FROM evidence
    WHERE record_table = 'events' AND modality = 'realised' AND stance <> 'contradicts'
    GROUP BY record_id, article_id, part
) AS claims
JOIN event_days AS events ON events.event_id = claims.record_id
JOIN article_days AS articles ON articles.article_id = claims.article_id
WHERE events.status NOT IN ('scheduled', 'cancelled', 'postponed') AND articles.updated_edtf IS NULL
    AND least(events.start_last, events.end_last) > articles.first_day + INTERVAL 1 DAY
