-- Cassette index, version 1. docs/index-schema.md explains each table. Never edited once released: add a migration.

CREATE TABLE patient (
    id INTEGER PRIMARY KEY,
    identity TEXT NOT NULL,                 -- Patient ID, 0x1F, Issuer of Patient ID: absent values are empty
    patient_name TEXT,
    patient_name_fold TEXT,
    patient_id TEXT,
    issuer_of_patient_id TEXT,
    patient_birth_date TEXT,
    patient_birth_time TEXT,
    patient_sex TEXT,
    other_patient_ids TEXT,
    other_patient_names TEXT,
    other_patient_names_fold TEXT,
    ethnic_group TEXT,
    patient_comments TEXT,
    study_count INTEGER NOT NULL DEFAULT 0,
    series_count INTEGER NOT NULL DEFAULT 0,
    instance_count INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE study (
    id INTEGER PRIMARY KEY,
    patient_key INTEGER NOT NULL REFERENCES patient(id),
    study_instance_uid TEXT NOT NULL,
    -- The patient as this study names them: most searches then touch one table.
    patient_name TEXT,
    patient_name_fold TEXT,
    patient_id TEXT,
    issuer_of_patient_id TEXT,
    patient_birth_date TEXT,
    patient_birth_time TEXT,
    patient_sex TEXT,
    other_patient_ids TEXT,
    other_patient_names TEXT,
    other_patient_names_fold TEXT,
    ethnic_group TEXT,
    patient_comments TEXT,
    study_date TEXT,
    study_time TEXT,
    accession_number TEXT,
    referring_physician_name TEXT,
    referring_physician_name_fold TEXT,
    timezone_offset_from_utc TEXT,
    study_description TEXT,
    physicians_of_record TEXT,
    physicians_of_record_fold TEXT,
    name_of_physicians_reading_study TEXT,
    name_of_physicians_reading_study_fold TEXT,
    admitting_diagnoses_description TEXT,
    patient_age TEXT,
    patient_size TEXT,
    patient_weight TEXT,
    occupation TEXT,
    additional_patient_history TEXT,
    study_id TEXT,
    modalities_in_study TEXT,               -- sorted, separated by backslash
    sop_classes_in_study TEXT,              -- sorted, separated by backslash
    series_count INTEGER NOT NULL DEFAULT 0,
    instance_count INTEGER NOT NULL DEFAULT 0,
    created_at INTEGER NOT NULL,            -- nanoseconds since 1970
    updated_at INTEGER NOT NULL
) STRICT;

CREATE TABLE series (
    id INTEGER PRIMARY KEY,
    study_key INTEGER NOT NULL REFERENCES study(id),
    series_instance_uid TEXT NOT NULL,
    series_date TEXT,
    series_time TEXT,
    modality TEXT,
    manufacturer TEXT,
    institution_name TEXT,
    station_name TEXT,
    series_description TEXT,
    institutional_department_name TEXT,
    performing_physician_name TEXT,
    performing_physician_name_fold TEXT,
    operators_name TEXT,
    operators_name_fold TEXT,
    manufacturer_model_name TEXT,
    body_part_examined TEXT,
    protocol_name TEXT,
    patient_position TEXT,
    series_number INTEGER,
    frame_of_reference_uid TEXT,
    laterality TEXT,
    performed_procedure_step_start_date TEXT,
    performed_procedure_step_start_time TEXT,
    performed_procedure_step_id TEXT,
    scheduled_procedure_step_id TEXT,
    requested_procedure_id TEXT,
    instance_count INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL
) STRICT;

-- The current version of each SOP Instance.
CREATE TABLE instance (
    id INTEGER PRIMARY KEY,
    series_key INTEGER NOT NULL REFERENCES series(id),
    sop_instance_uid TEXT NOT NULL,
    sop_class_uid TEXT NOT NULL,
    image_type TEXT,
    acquisition_date TEXT,
    content_date TEXT,
    acquisition_date_time TEXT,
    acquisition_time TEXT,
    content_time TEXT,
    acquisition_number INTEGER,
    instance_number INTEGER,
    image_laterality TEXT,
    image_comments TEXT,
    samples_per_pixel INTEGER,
    photometric_interpretation TEXT,
    number_of_frames INTEGER,
    rows INTEGER,
    columns INTEGER,
    bits_allocated INTEGER,
    document_title TEXT,
    content_label TEXT,
    completion_flag TEXT,
    verification_flag TEXT,
    version_key INTEGER NOT NULL            -- version.id; the two tables name each other, so one side has no constraint
) STRICT;

-- Every blob ever acknowledged for a SOP Instance; the one that instance.version_key names is current.
CREATE TABLE version (
    id INTEGER PRIMARY KEY,
    instance_key INTEGER NOT NULL REFERENCES instance(id),
    blob BLOB NOT NULL,                     -- SHA-256, 32 bytes
    size INTEGER NOT NULL,                  -- bytes of the blob
    transfer_syntax_uid TEXT NOT NULL,
    stored_at INTEGER NOT NULL,             -- nanoseconds since 1970
    source TEXT NOT NULL                    -- how it came: an AE title, an address, "import"
) STRICT;

-- What is derived from a version's blob and read when it is retrieved.
CREATE TABLE derived (
    version_key INTEGER PRIMARY KEY REFERENCES version(id),
    layout BLOB NOT NULL,                   -- archive/part10/instance_layout.h
    metadata BLOB NOT NULL,                 -- DICOM JSON Model of the instance, raw deflate (RFC 1951), sync-flushed
    metadata_crc32 INTEGER NOT NULL,        -- of the JSON
    metadata_length INTEGER NOT NULL        -- bytes of the JSON
) STRICT;

-- How much there is, kept so that nobody counts rows. One row.
CREATE TABLE total (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    patients INTEGER NOT NULL,
    studies INTEGER NOT NULL,
    series INTEGER NOT NULL,
    instances INTEGER NOT NULL,
    versions INTEGER NOT NULL,
    bytes INTEGER NOT NULL                  -- of all versions
) STRICT;
INSERT INTO total VALUES (1, 0, 0, 0, 0, 0, 0);

CREATE UNIQUE INDEX patient_by_identity ON patient(identity);
CREATE INDEX patient_by_name ON patient(patient_name_fold);
CREATE INDEX patient_by_birth_date ON patient(patient_birth_date);
CREATE INDEX patient_by_id ON patient(patient_id);

CREATE UNIQUE INDEX study_by_uid ON study(study_instance_uid);
CREATE INDEX study_by_patient ON study(patient_key);
-- The order of a work list, with what people narrow it by: a search without a better index goes along this one.
CREATE INDEX study_by_date ON study(
    study_date, study_time, id, modalities_in_study, patient_sex, patient_name_fold, study_description);
CREATE INDEX study_by_patient_id ON study(patient_id);
CREATE INDEX study_by_accession_number ON study(accession_number);
-- These may list many studies: with the date beside it, the newest are found without reading them all.
CREATE INDEX study_by_study_id ON study(study_id, study_date, study_time);
CREATE INDEX study_by_patient_name ON study(patient_name_fold, study_date, study_time);
CREATE INDEX study_by_birth_date ON study(patient_birth_date, study_date, study_time);
CREATE INDEX study_by_referring_physician ON study(referring_physician_name_fold, study_date, study_time);
CREATE INDEX study_by_description ON study(study_description, study_date, study_time);

CREATE UNIQUE INDEX series_in_study ON series(study_key, series_instance_uid);
CREATE INDEX series_by_study ON series(study_key, series_number);
CREATE INDEX series_by_uid ON series(series_instance_uid);
CREATE INDEX series_by_modality ON series(modality, study_key);
CREATE INDEX series_by_step ON series(performed_procedure_step_id);
CREATE INDEX series_by_request ON series(requested_procedure_id);

CREATE UNIQUE INDEX instance_by_uid ON instance(sop_instance_uid);
CREATE INDEX instance_by_series ON instance(series_key, instance_number);
CREATE INDEX instance_by_class ON instance(sop_class_uid);
CREATE UNIQUE INDEX version_by_instance ON version(instance_key, blob);

-- Substring search: trigrams of what people search by fragments. rowid is study.id, patient.id.
CREATE VIRTUAL TABLE study_text USING fts5(
    patient_name_fold, patient_id, accession_number, study_description, referring_physician_name_fold,
    content='study', content_rowid='id', detail=column, tokenize='trigram case_sensitive 1'
);
CREATE VIRTUAL TABLE patient_text USING fts5(
    patient_name_fold, patient_id,
    content='patient', content_rowid='id', detail=column, tokenize='trigram case_sensitive 1'
);
