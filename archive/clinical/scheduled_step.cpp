#include "archive/clinical/scheduled_step.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/instance_uids.h"
#include "archive/part10/json_value.h"
#include "archive/query/metadata_text.h"
#include "schema/person_name.h"
#include "schema/uid.h"

#include <boost/json/array.hpp>
#include <boost/json/serialize.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <string>
#include <utility>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr Tag patient_name{0x0010, 0x0010};
constexpr Tag patient_id{0x0010, 0x0020};
constexpr Tag issuer_of_patient_id{0x0010, 0x0021};
constexpr Tag accession_number{0x0008, 0x0050};
constexpr Tag requested_procedure_id{0x0040, 0x1001};
constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag step_sequence{0x0040, 0x0100};
constexpr Tag modality{0x0008, 0x0060};
constexpr Tag station_ae_title{0x0040, 0x0001};
constexpr Tag start_date{0x0040, 0x0002};
constexpr Tag start_time{0x0040, 0x0003};
constexpr Tag step_id{0x0040, 0x0009};
constexpr Tag step_status{0x0040, 0x0020};

std::string text_of(MetadataItem const& item, Tag tag) { return std::string{without_spaces(item.text_of(tag))}; }

// PS3.4 Table K.6-1, return key type 1, without what can be made.
struct Required {
    Tag tag;
    enum class Place { item, step } place;
};
constexpr std::array<Required, 8> required{{
    {patient_name, Required::Place::item},
    {patient_id, Required::Place::item},
    {requested_procedure_id, Required::Place::item},
    {station_ae_title, Required::Place::step},
    {start_date, Required::Place::step},
    {start_time, Required::Place::step},
    {modality, Required::Place::step},
    {step_id, Required::Place::step},
}};

Failure no_value(Tag tag) { return fail(ErrorCode::nonconformant, "no usable value at " + to_hex(tag)); }

std::vector<std::string> each_value(std::string_view text) {
    std::vector<std::string> values;
    while (true) {
        auto const backslash = text.find('\\');
        auto const value = without_spaces(text.substr(0, backslash));
        if (!value.empty()) values.emplace_back(value);
        if (backslash == std::string_view::npos) return values;
        text.remove_prefix(backslash + 1);
    }
}

Result<void> check(MetadataItem const& item, MetadataItem const& step) {
    for (auto const& [tag, place] : required)
        if (text_of(place == Required::Place::item ? item : step, tag).empty()) return no_value(tag);
    if (normalised_date(text_of(step, start_date)).empty()) return no_value(start_date);
    if (normalised_time(text_of(step, start_time)).empty()) return no_value(start_time);
    auto const status = text_of(step, step_status);
    bool const known =
        status.empty() || std::ranges::find(scheduled_step_statuses, status) != scheduled_step_statuses.end();
    return known ? Result<void>{} : no_value(step_status);
}

// One Requested Procedure is one study, however many steps it has.
std::string study_of(MetadataItem const& item) {
    auto const given = text_of(item, study_instance_uid);
    if (!given.empty()) return given;
    std::string seed;
    for (auto const tag : {patient_id, issuer_of_patient_id, accession_number, requested_procedure_id})
        seed += text_of(item, tag) + '\n';
    return uid_derived_from("worklist", seed);
}

// The item with one of its steps alone.
std::string dataset_of(json::object const& whole, json::value const& step, std::string const& study) {
    json::object dataset = whole;
    dataset[to_hex(study_instance_uid)] = json::object{{"vr", "UI"}, {"Value", json::array{study}}};
    dataset[to_hex(step_sequence)] = json::object{{"vr", "SQ"}, {"Value", json::array{step}}};
    return json::serialize(dataset);
}

ScheduledStep step_of(MetadataItem const& item, MetadataItem const& step) {
    return {.key = {study_of(item), text_of(step, step_id)},
            .requested_procedure_id = text_of(item, requested_procedure_id),
            .accession_number = text_of(item, accession_number),
            .patient_id = text_of(item, patient_id),
            .patient_name = fold_person_name(item.text_of(patient_name)),
            .modality = text_of(step, modality),
            .start_date = normalised_date(text_of(step, start_date)),
            .start_time = normalised_time(text_of(step, start_time)),
            .station_ae_titles = each_value(step.text_of(station_ae_title)),
            .status = text_of(step, step_status),
            .dataset = {}};
}

json::array const* steps_in(json::object const& worklist_item) {
    auto const* const sequence = worklist_item.if_contains(to_hex(step_sequence));
    auto const* const element = sequence == nullptr ? nullptr : sequence->if_object();
    auto const* const values = element == nullptr ? nullptr : element->if_contains("Value");
    return values == nullptr ? nullptr : values->if_array();
}

}  // namespace

Result<std::vector<ScheduledStep>> scheduled_steps(json::object const& worklist_item) {
    auto const* const values = steps_in(worklist_item);
    if (values == nullptr || values->empty()) return no_value(step_sequence);
    MetadataItem const item{&worklist_item};
    std::vector<ScheduledStep> steps;
    for (auto const& value : *values) {
        MetadataItem const inner{value.if_object()};
        if (auto checked = check(item, inner); !checked) return fail(checked.error());
        auto step = step_of(item, inner);
        if (!is_usable_uid(step.key.study_instance_uid)) return no_value(study_instance_uid);
        step.dataset = dataset_of(worklist_item, value, step.key.study_instance_uid);
        steps.push_back(std::move(step));
    }
    return steps;
}

}  // namespace cassette
