-- Cassette index, version 8: words of names newest first, and their parts, for searching by fragments.
-- docs/index-schema.md explains each table. Never edited once released: add a migration.

-- The words of a study lie together; the index has those of a kind with the newest studies last.
DROP TRIGGER study_name_words;
DROP TRIGGER study_name_word_dates;
CREATE TABLE study_name_word_new (
    row INTEGER NOT NULL,                   -- study.id
    attribute INTEGER NOT NULL,             -- group * 65536 + element
    word TEXT NOT NULL,                     -- schema/name_words.h
    name TEXT NOT NULL,                     -- the whole folded value
    study_date TEXT,                        -- of the study: so the newest are found without reading the rows
    study_time TEXT,
    PRIMARY KEY (row, attribute, word)
) STRICT, WITHOUT ROWID;
INSERT INTO study_name_word_new
    SELECT row, attribute, word, name, study_date, study_time FROM study_name_word ORDER BY row, attribute, word;
DROP TABLE study_name_word;
ALTER TABLE study_name_word_new RENAME TO study_name_word;
CREATE INDEX study_name_word_by_date ON study_name_word(attribute, word, study_date, study_time, row, name);
CREATE TRIGGER study_name_words AFTER DELETE ON study BEGIN
    DELETE FROM study_name_word WHERE row = old.id;
END;
CREATE TRIGGER study_name_word_dates AFTER UPDATE OF study_date, study_time ON study BEGIN
    UPDATE study_name_word SET study_date = new.study_date, study_time = new.study_time WHERE row = new.id;
END;

-- Every end of every word of patients' and studies' names, cut to 16 characters: a fragment begins one of them.
CREATE TABLE name_part (
    attribute INTEGER NOT NULL,
    part TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (attribute, part, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX name_part_by_word ON name_part(attribute, word);
WITH RECURSIVE ends(attribute, word, rest) AS (
    SELECT attribute, word, word FROM (SELECT attribute, word FROM study_name_word UNION SELECT attribute, word FROM patient_name_word)
    UNION ALL SELECT attribute, word, substr(rest, 2) FROM ends WHERE length(rest) > 1)
INSERT OR IGNORE INTO name_part SELECT attribute, substr(rest, 1, 16), word FROM ends;

-- A word that nobody has any more goes.
CREATE TRIGGER study_name_parts AFTER DELETE ON study_name_word
WHEN NOT EXISTS (SELECT 1 FROM study_name_word WHERE attribute = old.attribute AND word = old.word)
    AND NOT EXISTS (SELECT 1 FROM patient_name_word WHERE attribute = old.attribute AND word = old.word)
BEGIN
    DELETE FROM name_part WHERE attribute = old.attribute AND word = old.word;
END;
CREATE TRIGGER patient_name_parts AFTER DELETE ON patient_name_word
WHEN NOT EXISTS (SELECT 1 FROM study_name_word WHERE attribute = old.attribute AND word = old.word)
    AND NOT EXISTS (SELECT 1 FROM patient_name_word WHERE attribute = old.attribute AND word = old.word)
BEGIN
    DELETE FROM name_part WHERE attribute = old.attribute AND word = old.word;
END;
