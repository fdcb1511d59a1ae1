-- law: A document is published no earlier than the day before the one from which it derives.
-- reason: A copy follows its original; a day of slack covers time zones and pages dated ahead.
-- severity: error
-- message: {record_id} of {published} derives from {parent} of {parent_published}
-- mend: correct a date, or the article from which it derives
SELECT
    'articles' AS record_table, copy.article_id AS record_id, 'derived_from' AS field,
    CASE
        WHEN copy.last_day < parent.first_day - INTERVAL 1 DAY AND copy.exact AND parent.exact THEN 'certain'
        ELSE 'possible'
    END AS certainty,
    copy.published_edtf AS published, parent.article_id AS parent, parent.published_edtf AS parent_published
FROM article_days AS copy
JOIN article_days AS parent ON parent.article_id = copy.derived_from
WHERE copy.first_day < parent.last_day - INTERVAL 1 DAY
