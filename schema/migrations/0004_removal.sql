-- Cassette index, version 4: what was deleted can be restored until it is purged, and everything that happened to SOP
-- Instances can be read in order. docs/index-schema.md explains each table.

-- A version belongs to an instance that is there or to one that was deleted, so the key has no constraint any more.
CREATE TABLE version_without_constraint (
    id INTEGER PRIMARY KEY,
    instance_key INTEGER NOT NULL,          -- instance.id or removed_instance.id
    blob BLOB NOT NULL,                     -- SHA-256, 32 bytes
    size INTEGER NOT NULL,                  -- bytes of the blob
    transfer_syntax_uid TEXT NOT NULL,
    stored_at INTEGER NOT NULL,             -- nanoseconds since 1970
    source TEXT NOT NULL                    -- how it came: an AE title, an address, "import"
) STRICT;
INSERT INTO version_without_constraint
    SELECT id, instance_key, blob, size, transfer_syntax_uid, stored_at, source FROM version;
DROP TABLE version;
ALTER TABLE version_without_constraint RENAME TO version;
CREATE UNIQUE INDEX version_by_instance ON version(instance_key, blob);
-- Whether anything still refers to a blob.
CREATE INDEX version_by_blob ON version(blob);

-- A deleted SOP Instance: hidden from every search and retrieval, restorable until it is purged.
CREATE TABLE removed_instance (
    id INTEGER PRIMARY KEY,                 -- the instance.id it had and will have again; never given to another one
    study_instance_uid TEXT NOT NULL,
    series_instance_uid TEXT NOT NULL,
    sop_instance_uid TEXT NOT NULL,
    sop_class_uid TEXT NOT NULL,
    version_key INTEGER NOT NULL REFERENCES version(id),  -- the version that was current
    removed_at INTEGER NOT NULL,            -- nanoseconds since 1970
    removed_by TEXT NOT NULL,               -- the principal's name
    reason TEXT NOT NULL,
    purging INTEGER NOT NULL DEFAULT 0      -- 1: its blobs are being freed, it cannot be restored any more
) STRICT;
CREATE UNIQUE INDEX removed_instance_by_uid ON removed_instance(sop_instance_uid);
CREATE INDEX removed_instance_by_study ON removed_instance(study_instance_uid, series_instance_uid);
CREATE INDEX removed_instance_by_time ON removed_instance(removed_at);

-- What happened, in the order in which it was committed. A version names its instance while it exists; what happened to
-- an instance that may be purged since then stands here in full.
CREATE TABLE change (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,                  -- storage/change.h
    at INTEGER NOT NULL,                    -- nanoseconds since 1970
    version_key INTEGER,                    -- of kinds stored and superseded
    study_instance_uid TEXT,                -- these three of the other kinds
    series_instance_uid TEXT,
    sop_instance_uid TEXT
) STRICT;
CREATE INDEX change_by_version ON change(version_key);
INSERT INTO change(kind, at, version_key) SELECT 0, stored_at, id FROM version ORDER BY id;
