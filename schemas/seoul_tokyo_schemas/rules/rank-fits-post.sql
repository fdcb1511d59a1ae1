-- law: A prime minister under a president is South Korea's, a chief cabinet secretary is Japan's, and both, like every leader's post, have a single seat.
-- reason: These ranks exist in one state only, and who led a state on a day must have one answer.
-- severity: error
-- message: {record_id} of {country} has the rank {rank} and {seats}
-- mend: correct the rank, the country or single_seat
SELECT
    'posts' AS record_table, post_id AS record_id, 'rank' AS field, 'certain' AS certainty,
    country, rank, CASE WHEN single_seat THEN 'a single seat' ELSE 'several seats' END AS seats
FROM posts
WHERE (rank = 'prime-minister-of-korea' AND coalesce(country, '') <> 'KOR')
    OR (rank = 'chief-cabinet-secretary' AND coalesce(country, '') <> 'JPN')
    OR (
        rank IN ('head-of-state', 'head-of-government', 'prime-minister-of-korea', 'chief-cabinet-secretary')
        AND NOT single_seat
    )
