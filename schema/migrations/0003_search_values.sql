-- Cassette index, version 3: searching by attributes within sequences, private ones and those that the configuration names.
-- docs/index-schema.md explains each table.

CREATE TABLE search_attribute (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    path TEXT NOT NULL,                     -- the tags of the sequences and its own, separated by full stops
    private_creator TEXT NOT NULL,
    vr TEXT NOT NULL,
    level INTEGER NOT NULL,                 -- schema/level.h: 0 patient, 1 study, 2 series, 3 instance
    unfilled_from INTEGER NOT NULL,         -- current versions up to this version.id may lack values; 0: none do
    unfilled_at_first INTEGER NOT NULL,     -- what that was when the attribute was declared
    removed INTEGER NOT NULL DEFAULT 0      -- 1: its values are being deleted, then it goes itself
) STRICT;

CREATE TABLE search_value (
    attribute INTEGER NOT NULL,             -- search_attribute.id
    row INTEGER NOT NULL,                   -- the id of the row at the attribute's level
    item INTEGER NOT NULL,                  -- in which items of the sequences: schema/search_attribute.h
    value TEXT NOT NULL,                    -- normalised as it is matched; empty: an item has no value
    PRIMARY KEY (attribute, row, item, value)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_value_by_value ON search_value(attribute, value, row);

CREATE TRIGGER patient_search_values AFTER DELETE ON patient BEGIN
    DELETE FROM search_value
        WHERE attribute IN (SELECT id FROM search_attribute WHERE level = 0) AND row = old.id;
END;
CREATE TRIGGER study_search_values AFTER DELETE ON study BEGIN
    DELETE FROM search_value
        WHERE attribute IN (SELECT id FROM search_attribute WHERE level = 1) AND row = old.id;
END;
CREATE TRIGGER series_search_values AFTER DELETE ON series BEGIN
    DELETE FROM search_value
        WHERE attribute IN (SELECT id FROM search_attribute WHERE level = 2) AND row = old.id;
END;
CREATE TRIGGER instance_search_values AFTER DELETE ON instance BEGIN
    DELETE FROM search_value
        WHERE attribute IN (SELECT id FROM search_attribute WHERE level = 3) AND row = old.id;
END;
