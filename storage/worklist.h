#pragma once

#include "storage/index.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

namespace cassette {

// What identifies a Scheduled Procedure Step.
struct ScheduledStepKey {
    std::string study_instance_uid;
    std::string step_id;  // Scheduled Procedure Step ID
    bool operator==(ScheduledStepKey const&) const = default;
};

// A Scheduled Procedure Step, PS3.4 K.6.1.2: what it is found by, in the form in which it is matched (names folded, dates and
// times normalised; empty for none), and the worklist item as a whole, which is opaque here.
struct ScheduledStep {
    ScheduledStepKey key;
    std::string requested_procedure_id = {};
    std::string accession_number = {};
    std::string patient_id = {};
    std::string patient_name = {};
    std::string modality = {};
    std::string start_date = {};
    std::string start_time = {};
    std::vector<std::string> station_ae_titles = {};
    std::string status = {};  // Scheduled Procedure Step Status
    std::string dataset = {};
};

// What the search for steps is narrowed by.
enum class StepColumn {
    study_instance_uid,
    step_id,
    requested_procedure_id,
    accession_number,
    patient_id,
    patient_name,
    modality,
    start_date,
    start_time,
    station_ae_title,  // any of the step's
    status,
};
struct StepCondition {
    StepColumn column;
    Operand operand;
};

enum class Scheduled { added, updated };

// A Modality Performed Procedure Step, PS3.4 F.7.
struct PerformedStep {
    std::string sop_instance_uid;
    std::string status;                 // Performed Procedure Step Status
    std::int64_t changed_at = 0;        // nanoseconds since 1970
    std::string source = {};            // who created it
    std::string dataset = {};           // opaque here
    std::string scheduled_status = {};  // what the steps that it performs become; not kept
};

// Which Scheduled Procedure Step a performed one is of: the step with this key, or, where its study is another one's, with this
// step ID, requested procedure and accession number. Without a step ID: the only step of the study.
struct PerformedOf {
    ScheduledStepKey key;
    std::string requested_procedure_id;
    std::string accession_number;
};

// What is scheduled and what was performed. As the Index it belongs to: thread-safe, durable on return.
class Worklist {
public:
    virtual ~Worklist() = default;

    // Adds the steps, or takes them for what is known under their keys, all in one transaction. A step without a status keeps
    // the one it has; one whose status a performed step gave keeps that in any case.
    virtual Result<std::vector<Scheduled>> schedule(std::span<ScheduledStep const> steps) = 0;
    // How many there were of the key; of all steps of the study without a step ID.
    virtual Result<std::uint64_t> unschedule(ScheduledStepKey const& key) = 0;
    // Steps for which all conditions hold, by start date and time. No snapshot is held while the sink works.
    using StepSink = std::function<Result<void>(ScheduledStep const&)>;
    virtual Result<void> find(std::span<StepCondition const> conditions, StepSink const& sink) const = 0;

    // Records a performed step and moves the scheduled ones along, in one transaction; gives how many there are.
    // ErrorCode::conflict when its UID is known.
    virtual Result<std::uint64_t> begin_performing(PerformedStep const& step, std::span<PerformedOf const> of) = 0;
    // Replaces a performed step by what `change` makes of it, and moves the scheduled steps along that have their status from
    // it, in one transaction. `change` may be called more than once; its error is returned, and nothing has changed then.
    // ErrorCode::not_found.
    using Change = std::function<Result<PerformedStep>(PerformedStep const& current)>;
    virtual Result<void> change_performed(std::string const& sop_instance_uid, Change const& change) = 0;
    // ErrorCode::not_found.
    virtual Result<PerformedStep> performed(std::string const& sop_instance_uid) const = 0;
};

}  // namespace cassette
