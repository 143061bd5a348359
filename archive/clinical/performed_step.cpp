#include "archive/clinical/performed_step.h"

#include "archive/clinical/clinical_dataset.h"
#include "archive/part10/instance_uids.h"
#include "archive/part10/json_value.h"
#include "schema/moment.h"
#include "schema/uid.h"
#include "storage/worklist.h"

#include <boost/json/parse.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <cstdint>
#include <random>
#include <utility>
#include <vector>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag step_status{0x0040, 0x0252};
constexpr Tag scheduled_step_attributes_sequence{0x0040, 0x0270};

std::string text_of(MetadataItem const& item, Tag tag) { return std::string{without_spaces(item.text_of(tag))}; }

std::vector<PerformedOf> performed_of(json::object const& created) {
    std::vector<PerformedOf> of;
    for (auto const& item : MetadataItem{&created}.items_of(scheduled_step_attributes_sequence))
        of.push_back({{text_of(item, {0x0020, 0x000D}), text_of(item, {0x0040, 0x0009})},
                      text_of(item, {0x0040, 0x1001}),
                      text_of(item, {0x0008, 0x0050})});
    return of;
}

// Attributes take the place of those that are there, sequences whole (PS3.4 F.7.2.2.2). Text is UTF-8 on both sides, so Specific
// Character Set stays what it is (PS3.4 F.7.2.2.3).
void merge(json::object& current, json::object const& change) {
    auto const character_set = to_hex(specific_character_set);
    for (auto const& [tag, element] : change)
        if (tag != character_set) current.insert_or_assign(tag, element);
}

using Faulty = Result<std::optional<StepFault>>;

Result<PerformedStep> changed(PerformedStep const& current, json::object const& change,
                              std::optional<StepFault>& fault) {
    auto const refuse = [&](StepFault why) {
        fault = std::move(why);
        return fail(ErrorCode::nonconformant, "a change that the performed step does not allow");
    };
    if (current.status != in_progress) return refuse({StepFault::Kind::may_not_be_updated});
    json::error_code failure;
    auto value = json::parse(current.dataset, failure);
    auto* const dataset = failure ? nullptr : value.if_object();
    if (dataset == nullptr) return fail(ErrorCode::internal, "the index is damaged: a performed step is no data set");
    if (auto why = fault_of_change(*dataset, change)) return refuse(*std::move(why));
    merge(*dataset, change);
    PerformedStep next = current;
    next.status = text_of(MetadataItem{dataset}, step_status);
    bool const is_final = next.status != in_progress;
    if (auto why = is_final ? fault_of_final_state(*dataset) : std::nullopt) return refuse(*std::move(why));
    next.scheduled_status = is_final ? next.status : "STARTED";
    next.changed_at = nanoseconds_now();
    next.dataset = json::serialize(value);
    return next;
}

}  // namespace

Faulty create_performed_step(Index& index, Principal const& principal, StepRequest const& request) {
    using enum StepFault::Kind;
    if (!is_usable_uid(request.sop_instance_uid)) return std::optional{StepFault{invalid_instance}};
    auto const dataset = read_clinical_dataset(request.dataset, request.encoding);
    if (!dataset) return fail(dataset.error());
    if (auto fault = fault_of_creation(*dataset)) return fault;
    PerformedStep const step{.sop_instance_uid = request.sop_instance_uid,
                             .status = std::string{in_progress},
                             .changed_at = nanoseconds_now(),
                             .source = principal.name,
                             .dataset = json::serialize(*dataset),
                             .scheduled_status = "STARTED"};
    auto const begun = index.worklist().begin_performing(step, performed_of(*dataset));
    if (begun) return std::optional<StepFault>{};
    if (begun.error().code == ErrorCode::conflict) return std::optional{StepFault{duplicate_instance}};
    return fail(begun.error());
}

Faulty set_performed_step(Index& index, Principal const&, StepRequest const& request) {
    auto const change = read_clinical_dataset(request.dataset, request.encoding);
    if (!change) return fail(change.error());
    std::optional<StepFault> fault;
    auto const apply = [&](PerformedStep const& current) { return changed(current, *change, fault); };
    auto const done = index.worklist().change_performed(request.sop_instance_uid, apply);
    if (done || fault) return fault;
    if (done.error().code == ErrorCode::not_found) return std::optional{StepFault{StepFault::Kind::no_such_instance}};
    return fail(done.error());
}

Result<MetadataText> performed_step(Index const& index, Principal const&, std::string const& sop_instance_uid) {
    auto const step = index.worklist().performed(sop_instance_uid);
    if (!step) return fail(step.error());
    return MetadataText{step->dataset};
}

std::string new_performed_step_uid() {
    std::random_device chance;
    std::string seed = std::to_string(nanoseconds_now());
    for (int i = 0; i < 4; ++i) seed += ' ' + std::to_string(chance());
    return uid_derived_from("performed step", seed);
}

}  // namespace cassette
