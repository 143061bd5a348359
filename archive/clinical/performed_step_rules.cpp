#include "archive/clinical/performed_step_rules.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/json_value.h"
#include "archive/query/metadata_text.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace cassette {

namespace {

namespace json = boost::json;
using enum StepFault::Kind;

constexpr Tag step_status{0x0040, 0x0252};
constexpr Tag start_date{0x0040, 0x0244};
constexpr Tag start_time{0x0040, 0x0245};
constexpr Tag end_date{0x0040, 0x0250};
constexpr Tag end_time{0x0040, 0x0251};
constexpr Tag scheduled_step_attributes_sequence{0x0040, 0x0270};
constexpr Tag performed_series_sequence{0x0040, 0x0340};

// Type 1 has a value, type 2 may be empty (PS3.5 7.4).
struct Required {
    Tag tag;
    int type;
};
constexpr std::array<Required, 22> of_creation{{
    {{0x0008, 0x0060}, 1},  // Modality
    {{0x0008, 0x1032}, 2},  // Procedure Code Sequence
    {{0x0008, 0x1120}, 2},  // Referenced Patient Sequence
    {{0x0010, 0x0010}, 2},  // Patient's Name
    {{0x0010, 0x0020}, 2},  // Patient ID
    {{0x0010, 0x0030}, 2},  // Patient's Birth Date
    {{0x0010, 0x0040}, 2},  // Patient's Sex
    {{0x0020, 0x0010}, 2},  // Study ID
    {{0x0040, 0x0241}, 1},  // Performed Station AE Title
    {{0x0040, 0x0242}, 2},  // Performed Station Name
    {{0x0040, 0x0243}, 2},  // Performed Location
    {start_date, 1},
    {start_time, 1},
    {end_date, 2},
    {end_time, 2},
    {step_status, 1},
    {{0x0040, 0x0253}, 1},  // Performed Procedure Step ID
    {{0x0040, 0x0254}, 2},  // Performed Procedure Step Description
    {{0x0040, 0x0255}, 2},  // Performed Procedure Type Description
    {{0x0040, 0x0260}, 2},  // Performed Protocol Code Sequence
    {scheduled_step_attributes_sequence, 1},
    {performed_series_sequence, 2},
}};
constexpr std::array<Required, 8> of_scheduled_step{{
    {{0x0008, 0x0050}, 2},  // Accession Number
    {{0x0008, 0x1110}, 2},  // Referenced Study Sequence
    {{0x0020, 0x000D}, 1},  // Study Instance UID
    {{0x0032, 0x1060}, 2},  // Requested Procedure Description
    {{0x0040, 0x0007}, 2},  // Scheduled Procedure Step Description
    {{0x0040, 0x0008}, 2},  // Scheduled Protocol Code Sequence
    {{0x0040, 0x0009}, 2},  // Scheduled Procedure Step ID
    {{0x0040, 0x1001}, 2},  // Requested Procedure ID
}};
constexpr std::array<Required, 8> of_series{{
    {{0x0008, 0x0054}, 2},  // Retrieve AE Title
    {{0x0008, 0x103E}, 2},  // Series Description
    {{0x0008, 0x1050}, 2},  // Performing Physician's Name
    {{0x0008, 0x1070}, 2},  // Operators' Name
    {{0x0008, 0x1140}, 2},  // Referenced Image Sequence
    {{0x0018, 0x1030}, 1},  // Protocol Name
    {{0x0020, 0x000E}, 1},  // Series Instance UID
    {{0x0040, 0x0220}, 2},  // Referenced Non-Image Composite SOP Instance Sequence
}};
constexpr std::array<Required, 3> of_final_state{{
    {end_date, 1},
    {end_time, 1},
    {performed_series_sequence, 1},
}};

// PS3.4 Table F.7.2-1, "Not allowed" in N-SET.
constexpr std::array<Tag, 25> not_settable{{
    {0x0008, 0x0060}, {0x0008, 0x1120}, {0x0010, 0x0010}, {0x0010, 0x0020}, {0x0010, 0x0021},
    {0x0010, 0x0024}, {0x0010, 0x0030}, {0x0010, 0x0040}, {0x0010, 0x1002}, {0x0020, 0x0010},
    {0x0038, 0x0010}, {0x0038, 0x0014}, {0x0038, 0x0060}, {0x0038, 0x0062}, {0x0038, 0x0064},
    {0x0040, 0x0241}, {0x0040, 0x0242}, {0x0040, 0x0243}, {0x0040, 0x0244}, {0x0040, 0x0245},
    {0x0040, 0x0253}, {0x0040, 0x0270}, {0x0008, 0x0016}, {0x0008, 0x0018}, {0x0020, 0x000D},
}};

json::object const* element_of(json::object const& dataset, Tag tag) {
    auto const* const element = dataset.if_contains(to_hex(tag));
    return element == nullptr ? nullptr : element->if_object();
}

bool has_value(json::object const& element) {
    auto const* const values = element.if_contains("Value");
    auto const* const list = values == nullptr ? nullptr : values->if_array();
    return list != nullptr && !list->empty();
}

// What is wrong with the attributes of one data set or item, by their own tags.
struct Lacking {
    std::vector<Tag> attributes;
    std::vector<Tag> values;
};
Lacking lacking(json::object const& dataset, std::span<Required const> required) {
    Lacking found;
    for (auto const& [tag, type] : required) {
        auto const* const element = element_of(dataset, tag);
        if (element == nullptr)
            found.attributes.push_back(tag);
        else if (type == 1 && !has_value(*element))
            found.values.push_back(tag);
    }
    return found;
}

std::optional<StepFault> fault_of(Lacking lacking) {
    if (!lacking.attributes.empty()) return StepFault{missing_attribute, std::move(lacking.attributes)};
    if (!lacking.values.empty()) return StepFault{missing_value, std::move(lacking.values)};
    return std::nullopt;
}

// The items of a sequence, told by the sequence.
std::optional<StepFault> fault_of_items(json::object const& dataset, Tag sequence, std::span<Required const> required) {
    auto const* const element = element_of(dataset, sequence);
    auto const* const values = element == nullptr ? nullptr : element->if_contains("Value");
    if (values == nullptr || !values->is_array()) return std::nullopt;
    for (auto const& value : values->get_array()) {
        auto const* const item = value.if_object();
        auto fault = item == nullptr ? std::nullopt : fault_of(lacking(*item, required));
        if (fault) return StepFault{fault->kind, {sequence}};
    }
    return std::nullopt;
}

std::string text_of(json::object const& dataset, Tag tag) {
    return std::string{without_spaces(MetadataItem{&dataset}.text_of(tag))};
}

std::optional<StepFault> fault_of_moments(json::object const& dataset) {
    StepFault fault{invalid_value, {}};
    for (auto const tag : {start_date, end_date})
        if (auto const text = text_of(dataset, tag); !text.empty() && normalised_date(text).empty())
            fault.attributes.push_back(tag);
    for (auto const tag : {start_time, end_time})
        if (auto const text = text_of(dataset, tag); !text.empty() && normalised_time(text).empty())
            fault.attributes.push_back(tag);
    return fault.attributes.empty() ? std::nullopt : std::optional{std::move(fault)};
}

}  // namespace

std::optional<StepFault> fault_of_creation(json::object const& created) {
    if (auto fault = fault_of(lacking(created, of_creation))) return fault;
    if (auto fault = fault_of_items(created, scheduled_step_attributes_sequence, of_scheduled_step)) return fault;
    if (auto fault = fault_of_items(created, performed_series_sequence, of_series)) return fault;
    if (text_of(created, step_status) != in_progress) return StepFault{invalid_value, {step_status}};
    return fault_of_moments(created);
}

std::optional<StepFault> fault_of_change(json::object const& current, json::object const& change) {
    StepFault refused{no_such_attribute, {}};
    for (auto const tag : not_settable) {
        auto const* const wanted = change.if_contains(to_hex(tag));
        auto const* const there = current.if_contains(to_hex(tag));
        if (wanted != nullptr && (there == nullptr || *there != *wanted)) refused.attributes.push_back(tag);
    }
    if (!refused.attributes.empty()) return refused;
    if (element_of(change, step_status) != nullptr) {
        auto const status = text_of(change, step_status);
        bool const known = status == in_progress || status == completed || status == discontinued;
        if (!known) return StepFault{status.empty() ? missing_value : invalid_value, {step_status}};
    }
    if (auto fault = fault_of_items(change, performed_series_sequence, of_series)) return fault;
    return fault_of_moments(change);
}

std::optional<StepFault> fault_of_final_state(json::object const& changed) {
    if (auto fault = fault_of(lacking(changed, of_final_state))) return fault;
    return fault_of_items(changed, performed_series_sequence, of_series);
}

}  // namespace cassette
