-- law: Nobody holds two posts at once that the law of the state keeps apart.
-- reason: South Korea's president is no prime minister, minister, ambassador, judge or legislator; Japan's prime minister is no ambassador, judge or chief cabinet secretary; a judge is no minister or legislator. Other unions are real: a prime minister of Japan was foreign minister too, and ministers sit in both legislatures.
-- severity: error
-- message: {record_id} ({rank}) overlaps with {other} ({other_rank})
-- mend: correct the dates, or the kind: who stands in for another is acting
-- reads: tenures, posts
SELECT
    'tenures' AS record_table, b.tenure_id AS record_id, 'post_id' AS field,
    CASE
        WHEN a.exact AND b.exact AND a.start_last < b.end_first AND b.start_last < a.end_first
            AND a.start_last < a.end_first AND b.start_last < b.end_first THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    b.post_rank AS rank, a.tenure_id AS other, a.post_rank AS other_rank
FROM (
    VALUES
    ('KOR', 'head-of-state', 'prime-minister-of-korea'),
    ('KOR', 'head-of-state', 'minister'),
    ('KOR', 'head-of-state', 'ambassador'),
    ('KOR', 'head-of-state', 'judge'),
    ('KOR', 'head-of-state', 'legislator'),
    ('JPN', 'head-of-government', 'ambassador'),
    ('JPN', 'head-of-government', 'judge'),
    ('JPN', 'head-of-government', 'chief-cabinet-secretary'),
    ('KOR', 'judge', 'minister'),
    ('JPN', 'judge', 'minister'),
    ('KOR', 'judge', 'legislator'),
    ('JPN', 'judge', 'legislator')
) AS apart (country, rank_a, rank_b)
JOIN holdings a ON a.post_country = apart.country AND a.post_rank = apart.rank_a
JOIN holdings b ON b.official_id = a.official_id AND b.post_country = apart.country AND b.post_rank = apart.rank_b
WHERE a.kind IN ('substantive', 'concurrent') AND b.kind IN ('substantive', 'concurrent')
    AND a.reach_start < b.reach_end AND b.reach_start < a.reach_end
    AND a.reach_start < a.reach_end AND b.reach_start < b.reach_end
