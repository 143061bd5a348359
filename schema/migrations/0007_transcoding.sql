-- Cassette index, version 7: the background transcoding of stored objects. docs/index-schema.md explains each table.

-- A version that was made of another one without loss. As long as it is there, the data set it was made of is known.
CREATE TABLE transcoding (
    version_key INTEGER NOT NULL,           -- version.id of what came out
    original_dataset BLOB NOT NULL,         -- SHA-256 of the data set it was made of, 32 bytes
    original_key INTEGER,                   -- version.id of that one; NULL when it is gone, or current again
    transcoded_at INTEGER NOT NULL,         -- nanoseconds since 1970
    freeing INTEGER NOT NULL DEFAULT 0,     -- 1: the blob of the original is being freed
    PRIMARY KEY (version_key, original_dataset)
) STRICT, WITHOUT ROWID;
CREATE INDEX transcoding_by_original ON transcoding(original_key) WHERE original_key IS NOT NULL;
CREATE INDEX transcoding_by_time ON transcoding(transcoded_at) WHERE original_key IS NOT NULL;

-- A version that was tried: what is refused, or was interrupted too often, is not tried again.
CREATE TABLE transcoding_attempt (
    version_key INTEGER PRIMARY KEY,        -- version.id
    transfer_syntax_uid TEXT NOT NULL,      -- into which
    attempts INTEGER NOT NULL,
    refusal TEXT                            -- why not; NULL while it is being tried
) STRICT;

CREATE TRIGGER transcoding_of_version AFTER DELETE ON version BEGIN
    DELETE FROM transcoding WHERE version_key = OLD.id;
    UPDATE transcoding SET original_key = NULL, freeing = 0 WHERE original_key = OLD.id;
    DELETE FROM transcoding_attempt WHERE version_key = OLD.id;
END;
