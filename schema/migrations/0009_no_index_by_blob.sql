-- Cassette index, version 9: nothing asks for a blob without its SOP Instance, which its own bytes name (decision 18).
-- docs/index-schema.md explains each table. Never edited once released: add a migration.

DROP INDEX version_by_blob;
