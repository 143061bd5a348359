-- Cassette index, version 2: the words of person names, for matching by words and by component groups.
-- docs/index-schema.md explains each table. Never edited once released: add a migration.

CREATE TABLE patient_name_word (
    attribute INTEGER NOT NULL,             -- group * 65536 + element
    word TEXT NOT NULL,                     -- schema/name_words.h
    row INTEGER NOT NULL,                   -- patient.id
    name TEXT NOT NULL,                     -- the whole folded value
    PRIMARY KEY (attribute, word, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX patient_name_word_by_row ON patient_name_word(row);

CREATE TABLE study_name_word (
    attribute INTEGER NOT NULL,
    word TEXT NOT NULL,
    row INTEGER NOT NULL,                   -- study.id
    name TEXT NOT NULL,
    study_date TEXT,                        -- of the study: so the newest are found without reading the rows
    study_time TEXT,
    PRIMARY KEY (attribute, word, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX study_name_word_by_row ON study_name_word(row);

CREATE TABLE series_name_word (
    attribute INTEGER NOT NULL,
    word TEXT NOT NULL,
    row INTEGER NOT NULL,                   -- series.id
    name TEXT NOT NULL,
    PRIMARY KEY (attribute, word, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX series_name_word_by_row ON series_name_word(row);

-- Rows that were there before their words. Emptied when the database is opened.
CREATE TABLE name_word_backfill (
    level INTEGER PRIMARY KEY,              -- schema/level.h: 0 patient, 1 study, 2 series
    done INTEGER NOT NULL                   -- the rows up to this id have their words
) STRICT;
INSERT INTO name_word_backfill SELECT 0, 0 WHERE EXISTS (SELECT 1 FROM patient);
INSERT INTO name_word_backfill SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM study);
INSERT INTO name_word_backfill SELECT 2, 0 WHERE EXISTS (SELECT 1 FROM series);

CREATE TRIGGER patient_name_words AFTER DELETE ON patient BEGIN
    DELETE FROM patient_name_word WHERE row = old.id;
END;
CREATE TRIGGER study_name_words AFTER DELETE ON study BEGIN
    DELETE FROM study_name_word WHERE row = old.id;
END;
CREATE TRIGGER series_name_words AFTER DELETE ON series BEGIN
    DELETE FROM series_name_word WHERE row = old.id;
END;
CREATE TRIGGER study_name_word_dates AFTER UPDATE OF study_date, study_time ON study BEGIN
    UPDATE study_name_word SET study_date = new.study_date, study_time = new.study_time WHERE row = new.id;
END;

-- Searches by name go along the words now.
DROP INDEX study_by_referring_physician;
