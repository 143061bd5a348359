-- Cassette index, version 6: what is scheduled (PS3.4 K) and what was performed of it (PS3.4 F). docs/index-schema.md explains
-- each table.

-- A Scheduled Procedure Step: what it is usually found by, in the form in which it is matched, and its whole worklist item.
CREATE TABLE scheduled_step (
    id INTEGER PRIMARY KEY,
    study_instance_uid TEXT NOT NULL,
    step_id TEXT NOT NULL,                  -- Scheduled Procedure Step ID
    requested_procedure_id TEXT NOT NULL,
    accession_number TEXT NOT NULL,
    patient_id TEXT NOT NULL,
    patient_name_fold TEXT NOT NULL,        -- schema/person_name.h
    modality TEXT NOT NULL,
    start_date TEXT NOT NULL,
    start_time TEXT NOT NULL,
    status TEXT NOT NULL,                   -- Scheduled Procedure Step Status
    performed_step TEXT,                    -- performed_step.sop_instance_uid that gave it that status
    dataset TEXT NOT NULL                   -- DICOM JSON Model, PS3.18 F
) STRICT;
CREATE UNIQUE INDEX scheduled_step_by_identity ON scheduled_step(study_instance_uid, step_id);
CREATE INDEX scheduled_step_by_start ON scheduled_step(start_date, start_time);
CREATE INDEX scheduled_step_by_step_id ON scheduled_step(step_id);
CREATE INDEX scheduled_step_by_requested_procedure_id ON scheduled_step(requested_procedure_id);
CREATE INDEX scheduled_step_by_accession_number ON scheduled_step(accession_number);
CREATE INDEX scheduled_step_by_patient_id ON scheduled_step(patient_id);
CREATE INDEX scheduled_step_by_performed_step ON scheduled_step(performed_step);

-- The stations that a step is scheduled for: it has one or several.
CREATE TABLE scheduled_station (
    ae_title TEXT NOT NULL,
    step INTEGER NOT NULL REFERENCES scheduled_step(id) ON DELETE CASCADE,
    PRIMARY KEY (ae_title, step)
) STRICT, WITHOUT ROWID;
CREATE INDEX scheduled_station_by_step ON scheduled_station(step);

-- A Modality Performed Procedure Step.
CREATE TABLE performed_step (
    sop_instance_uid TEXT PRIMARY KEY,
    status TEXT NOT NULL,                   -- Performed Procedure Step Status
    created_at INTEGER NOT NULL,            -- nanoseconds since 1970
    changed_at INTEGER NOT NULL,
    source TEXT NOT NULL,                   -- who created it: an AE title
    dataset TEXT NOT NULL                   -- DICOM JSON Model, PS3.18 F
) STRICT, WITHOUT ROWID;
