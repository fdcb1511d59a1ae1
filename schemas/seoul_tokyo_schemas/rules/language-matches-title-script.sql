-- law: A title is in a script of the document's language.
-- reason: A title in another script shows a wrong language, or a headline that was translated rather than copied.
-- severity: warning
-- message: {record_id} is in {language}, but its title is not written so
-- mend: correct the language, or copy the headline as printed; our own words stand in angle brackets
SELECT 'articles' AS record_table, article_id AS record_id, 'language' AS field, 'certain' AS certainty, language
FROM (
    SELECT
        article_id, language,
        regexp_extract(title, '[가-힣]', 0) <> '' AS hangul,
        regexp_extract(title, '[ぁ-ヿ]', 0) <> '' AS kana,
        regexp_extract(title, '[一-鿿]', 0) <> '' AS han,
        regexp_extract(title, '[А-я]', 0) <> '' AS cyrillic,
        regexp_extract(title, '[A-Za-z]', 0) <> '' AS latin
    FROM articles
    WHERE title NOT LIKE '<%'
) AS scripts
WHERE CASE language
    WHEN 'ko' THEN NOT (hangul OR (han AND NOT kana))
    WHEN 'ja' THEN NOT (kana OR (han AND NOT hangul))
    WHEN 'zh' THEN NOT (han AND NOT kana AND NOT hangul)
    WHEN 'ru' THEN NOT cyrillic
    ELSE NOT latin AND (hangul OR kana OR han OR cyrillic)
END
