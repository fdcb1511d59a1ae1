-- law: A document is published no later than the day on which it was read.
-- reason: A page cannot be read before it stands; a later day is the crawl's or a slip of the pen.
-- severity: error
-- message: {record_id} was published {published}, but read on {retrieved}
-- mend: correct the day of publication, or the day of reading
SELECT
    'articles' AS record_table, article_id AS record_id, 'published_edtf' AS field,
    CASE WHEN first_day > retrieved AND exact THEN 'certain' ELSE 'possible' END AS certainty,
    published_edtf AS published, retrieved
FROM article_days
WHERE last_day > retrieved
