-- law: Only states have a Correlates of War code, and it is that of their country.
-- reason: The two lists differ where it hurts: KOR is Korea of 1887-1905 there, and South Korea is ROK, 732.
-- severity: error
-- message: {record_id} ({country}) has the Correlates of War code {cow_code}
-- mend: write the code of the state system list, such as ROK for South Korea
SELECT
    'actors' AS record_table, a.actor_id AS record_id, 'cow_code' AS field, 'certain' AS certainty, a.country, a.cow_code
FROM actors a
LEFT JOIN (
    VALUES
    ('KOR', 'ROK', '732'), ('JPN', 'JPN', '740'), ('PRK', 'PRK', '731'), ('CHN', 'CHN', '710'), ('TWN', 'TAW', '713'),
    ('USA', 'USA', '2'), ('RUS', 'RUS', '365'), ('GBR', 'UKG', '200'), ('FRA', 'FRN', '220'), ('DEU', 'GMY', '255'),
    ('AUS', 'AUL', '900'), ('PHL', 'PHI', '840'), ('SGP', 'SIN', '830'), ('VNM', 'DRV', '816'), ('CAN', 'CAN', '20')
) AS listed (country, letters, digits) ON listed.country = a.country
WHERE a.cow_code IS NOT NULL
    AND (
        a.kind <> 'state'
        OR (a.cow_code <> listed.letters AND a.cow_code <> listed.digits)
        OR (listed.country IS NULL AND a.cow_code IN ('ROK', 'JPN', 'PRK', '732', '740', '731'))
    )
