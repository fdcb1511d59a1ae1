-- law: What happened, and the day on which it did, rests on more than a preview.
-- reason: Plans are changed; "will hold" and "was due to" never prove that something took place.
-- severity: error
-- message: {record_id} rests on previews alone
-- mend: add a source that reports it as done, or set the status to scheduled or unconfirmed
SELECT
    'events' AS record_table, events.event_id AS record_id,
    CASE WHEN sourced.reports = 0 THEN 'status' ELSE 'date_edtf' END AS field, 'certain' AS certainty
FROM events
JOIN (
    SELECT
        record_id,
        sum(CASE WHEN modality = 'scheduled' THEN 0 ELSE 1 END) AS reports,
        sum(CASE WHEN modality = 'scheduled' AND field = 'date_edtf' AND stance = 'supports' THEN 1 ELSE 0 END) AS planned,
        sum(CASE WHEN modality <> 'scheduled' AND field = 'date_edtf' AND stance = 'supports' THEN 1 ELSE 0 END) AS dated
    FROM evidence
    WHERE record_table = 'events' AND stance <> 'contradicts'
    GROUP BY record_id
) AS sourced ON sourced.record_id = events.event_id
WHERE events.status IN ('occurred', 'ongoing') AND (reports = 0 OR (planned > 0 AND dated = 0))
UNION ALL
SELECT 'tenures', tenures.tenure_id, 'kind', 'certain'
FROM tenures
JOIN (
    SELECT record_id, sum(CASE WHEN modality = 'scheduled' THEN 0 ELSE 1 END) AS reports
    FROM evidence
    WHERE record_table = 'tenures' AND stance <> 'contradicts'
    GROUP BY record_id
) AS sourced ON sourced.record_id = tenures.tenure_id
WHERE tenures.kind <> 'designate' AND reports = 0
