-- law: Everyone has a family name but who holds a monarch's throne: the emperors of Japan.
-- reason: Readers sort by family name; one that is missing by oversight would go unnoticed, because the column may be empty.
-- severity: error
-- message: {name} has no family name and held no throne
-- mend: add the family name, or the tenure as head of state of Japan
SELECT
    'officials' AS record_table, o.official_id AS record_id, 'family_name' AS field, 'certain' AS certainty, o.name
FROM officials AS o
WHERE o.family_name IS NULL
    AND NOT EXISTS (
        SELECT 1
        FROM tenures AS t
        INNER JOIN posts AS p ON t.post_id = p.post_id
        WHERE t.official_id = o.official_id AND p.rank = 'head-of-state' AND p.country = 'JPN'
    )
