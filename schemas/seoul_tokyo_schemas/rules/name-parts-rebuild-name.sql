-- law: Family name and given name make up the name, family name first for Koreans, Japanese and Chinese; without one, the given name does.
-- reason: Readers sort by family name and print the given name; the parts must be the ones of the name that is shown.
-- severity: error
-- message: {name} is not {family_name} and {given_name}
-- mend: write the name as family name, space, given name (for others also given name first), all in the preferred spelling
SELECT
    'officials' AS record_table, official_id AS record_id, 'name' AS field, 'certain' AS certainty,
    name, family_name, given_name
FROM officials
WHERE name <> CASE WHEN family_name IS NULL THEN given_name ELSE concat(family_name, ' ', given_name) END
    AND (family_name IS NULL OR country IN ('KOR', 'JPN', 'PRK', 'CHN', 'TWN') OR name <> concat(given_name, ' ', family_name))
