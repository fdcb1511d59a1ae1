-- law: Two officials of one country do not share a name, unless their native names or Wikidata items tell them apart.
-- reason: The same person under two ids splits every count; two persons with one romanised name are told apart by native script.
-- severity: warning
-- message: {record_id} and {other} share the name {name}
-- mend: merge them if they are one person; otherwise give both their native names or Wikidata items
SELECT
    'officials' AS record_table, p.official_id AS record_id, 'name' AS field, 'certain' AS certainty,
    o.official_id AS other, min(m.name) AS name
FROM (
    SELECT record_id, name, language, lower(replace(replace(name, '-', ''), ' ', '')) AS folded
    FROM names WHERE record_table = 'officials'
) n
JOIN (
    SELECT record_id, name, language, lower(replace(replace(name, '-', ''), ' ', '')) AS folded
    FROM names WHERE record_table = 'officials'
) m ON m.folded = n.folded
JOIN officials o ON o.official_id = n.record_id
JOIN officials p ON p.official_id = m.record_id
WHERE o.official_id < p.official_id
    AND o.country = p.country
    AND (o.wikidata IS NULL OR p.wikidata IS NULL OR o.wikidata = p.wikidata)
    AND (o.native_name IS NULL OR p.native_name IS NULL OR o.native_name = p.native_name)
GROUP BY p.official_id, o.official_id
