-- law: The posts held by an official are those of the official's tenures, each once.
-- reason: The list is computed from the tenures.
-- severity: error
-- message: {record_id} has the posts {posts_held}, which are not those of the tenures
-- mend: build the tables from the records
SELECT
    'officials' AS record_table, o.official_id AS record_id, 'posts_held' AS field, 'certain' AS certainty, o.posts_held
FROM officials o
LEFT JOIN (
    SELECT
        h.official_id,
        sum(length(h.post_id) + 1) AS letters,
        min(CASE WHEN concat(' ', p.posts_held, ' ') LIKE concat('% ', h.post_id, ' %') THEN 1 ELSE 0 END) AS all_named
    FROM (SELECT DISTINCT official_id, post_id FROM tenures) h
    JOIN officials p ON p.official_id = h.official_id
    GROUP BY h.official_id
) held ON held.official_id = o.official_id
WHERE coalesce(length(o.posts_held) + 1, 0) <> coalesce(held.letters, 0) OR held.all_named = 0
