-- Cassette index, version 5: what is to be told to other AEs, kept until they have it. docs/index-schema.md explains each table.

CREATE TABLE outbox (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind INTEGER NOT NULL,                  -- storage/outbox.h
    destination TEXT NOT NULL,              -- AE title
    subject TEXT NOT NULL,                  -- UID of what it is about; once for each kind and destination
    payload BLOB NOT NULL,                  -- archive/outgoing
    queued_at INTEGER NOT NULL,             -- nanoseconds since 1970, as all points in time
    not_before INTEGER NOT NULL,
    attempts INTEGER NOT NULL,              -- that failed
    last_error TEXT NOT NULL,               -- of the last attempt, without patient data; empty before the first
    claim INTEGER NOT NULL,                 -- changes whenever somebody takes the task or it begins anew
    claimed_by TEXT NOT NULL,               -- the node that works on it
    claimed_until INTEGER NOT NULL          -- then it may be taken again, whatever became of that node
) STRICT;
CREATE UNIQUE INDEX outbox_by_subject ON outbox(destination, kind, subject);
CREATE INDEX outbox_by_time ON outbox(destination, kind, not_before, id);
CREATE INDEX outbox_by_age ON outbox(queued_at);

-- How far the change feed has been turned into tasks. No row: nowhere yet, and what is there already is nobody's.
CREATE TABLE arrivals_cursor (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    change_key INTEGER NOT NULL             -- change.id of the last entry that was looked at
) STRICT;
