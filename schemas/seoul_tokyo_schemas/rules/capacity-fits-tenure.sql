-- law: A designate takes up a post later, and a former holder gave one up before.
-- reason: The capacity says on the strength of which post a person acts, and the tenures must show that post.
-- severity: error
-- message: {official_id} is {capacity} on {date_edtf}, which no recorded tenure fits
-- mend: correct the capacity, or add the tenure that was still to come or already over
-- reads: participants, events, tenures, posts
SELECT
    'participants' AS record_table, concat(event_id, '/', participant, '/', role) AS record_id, 'capacity' AS field,
    CASE WHEN can = 0 AND exact = 1 THEN 'certain' ELSE 'possible' END AS certainty,
    official_id, capacity, date_edtf
FROM (
    SELECT
        p.event_id, p.participant, p.role, p.official_id, p.capacity, e.date_edtf,
        max(CASE
            WHEN p.capacity = 'former' THEN CASE WHEN t.end_first <= e.end_last THEN 1 ELSE 0 END
            WHEN t.kind = 'designate' THEN CASE
                WHEN t.start_first <= e.end_last AND t.end_last >= e.start_first THEN 1 ELSE 0 END
            WHEN t.start_last >= e.start_first THEN 1
            ELSE 0
        END) AS can,
        max(CASE
            WHEN p.capacity = 'former' THEN CASE
                WHEN coalesce(t.end_latest, t.end_first) <= e.start_first THEN 1 ELSE 0 END
            WHEN t.kind = 'designate' THEN CASE
                WHEN (t.start_earliest IS NULL OR t.start_last <= e.end_first)
                    AND (t.end_latest IS NULL OR t.end_first >= e.start_last)
                    AND t.start_first <= e.end_last AND t.end_last >= e.start_first THEN 1 ELSE 0 END
            WHEN coalesce(t.start_earliest, t.start_last) >= e.end_last THEN 1
            ELSE 0
        END) AS sure,
        min(CASE WHEN e.exact AND t.exact THEN 1 ELSE 0 END) AS exact
    FROM participants p
    JOIN event_days e ON e.event_id = p.event_id
    JOIN holdings t ON t.official_id = p.official_id
    WHERE p.capacity IN ('designate', 'former') AND (p.capacity = 'designate' OR t.kind <> 'designate')
    GROUP BY p.event_id, p.participant, p.role, p.official_id, p.capacity, e.date_edtf
) AS fits
WHERE sure = 0
