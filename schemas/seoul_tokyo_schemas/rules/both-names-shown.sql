-- law: A contested name stands in an id, a code or a title only beside the other, in alphabetical order.
-- reason: The project takes no side: Dokdo/Takeshima, East Sea/Sea of Japan, Peace Line/Rhee Line. Headlines and the names of persons, bodies and posts are quoted as they are.
-- severity: error
-- message: {record_id} bears one side's name alone: {words}
-- mend: write Dokdo/Takeshima, East Sea/Sea of Japan or Peace Line/Rhee Line, in an id with hyphens
-- reads: events, disputes, places, codes
SELECT record_table, record_id, field, 'certain' AS certainty, words
FROM (
    SELECT 'events' AS record_table, event_id AS record_id, 'title' AS field, title AS words FROM events
    UNION ALL SELECT 'disputes', dispute_id, 'title', title FROM disputes
    UNION ALL SELECT 'places', place_id, 'name', name FROM places
) AS titles
WHERE ((words LIKE '%Dokdo%' OR words LIKE '%Takeshima%') AND words NOT LIKE '%Dokdo/Takeshima%')
    OR ((words LIKE '%East Sea%' OR words LIKE '%Sea of Japan%') AND words NOT LIKE '%East Sea/Sea of Japan%')
    OR ((words LIKE '%Peace Line%' OR words LIKE '%Rhee Line%') AND words NOT LIKE '%Peace Line/Rhee Line%')
UNION ALL
SELECT record_table, record_id, field, 'certain', record_id
FROM (
    SELECT 'events' AS record_table, event_id AS record_id, 'event_id' AS field, concat('-', event_id, '-') AS words
    FROM events
    UNION ALL SELECT 'disputes', dispute_id, 'dispute_id', concat('-', dispute_id, '-') FROM disputes
    UNION ALL SELECT 'places', place_id, 'place_id', concat('-', place_id, '-') FROM places
    UNION ALL
    SELECT 'codes', concat(vocabulary, '/', code), 'code', concat('-', code, '-')
    FROM codes WHERE vocabulary IN ('series', 'matter')
) AS ids
WHERE ((words LIKE '%-dokdo-%' OR words LIKE '%-takeshima-%') AND words NOT LIKE '%-dokdo-takeshima-%')
    OR ((words LIKE '%-east-sea-%' OR words LIKE '%-sea-of-japan-%') AND words NOT LIKE '%-east-sea-sea-of-japan-%')
    OR ((words LIKE '%-peace-line-%' OR words LIKE '%-rhee-line-%') AND words NOT LIKE '%-peace-line-rhee-line-%')
