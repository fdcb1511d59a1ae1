-- law: A record has at most one preferred and one native name per language and script.
-- reason: Which spelling to print must have one answer; every other spelling is a variant.
-- severity: error
-- message: {record} has {names} names of kind {kind} in {language}; one of them is {name}
-- mend: keep the spelling that the person or ministry uses, and make the others variants
SELECT
    'names' AS record_table,
    concat(n.record_table, '/', n.record_id, '/', n.name, '/', n.language, '/', n.kind) AS record_id,
    'kind' AS field, 'certain' AS certainty,
    n.record_id AS record, many.names, n.kind, n.language, n.name
FROM names n
JOIN (
    SELECT record_table, record_id, language, kind, count(*) AS names, min(name) AS first_name
    FROM names
    WHERE kind IN ('preferred', 'native')
    GROUP BY record_table, record_id, language, kind
    HAVING count(*) > 1
) many
    ON many.record_table = n.record_table AND many.record_id = n.record_id
    AND many.language = n.language AND many.kind = n.kind
LEFT JOIN (
    SELECT 'officials' AS record_table, official_id AS record_id, name FROM officials
    UNION ALL SELECT 'officials', official_id, native_name FROM officials
    UNION ALL SELECT 'posts', post_id, title FROM posts
    UNION ALL SELECT 'posts', post_id, native_title FROM posts
    UNION ALL SELECT 'actors', actor_id, name FROM actors
    UNION ALL SELECT 'places', place_id, name FROM places
) shown
    ON shown.record_table = n.record_table AND shown.record_id = n.record_id AND shown.name = n.name
WHERE shown.record_id IS NULL
