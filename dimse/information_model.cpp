#include "dimse/information_model.h"

#include "dimse/element_value.h"

#include <algorithm>
#include <array>

namespace cassette::dimse {

namespace {

constexpr Tag query_retrieve_level_tag{0x0008, 0x0052};

using enum InformationModel;
using enum QueryRetrieveOperation;
constexpr std::array<QueryRetrieveSOPClass, 12> sop_classes{{
    {"1.2.840.10008.5.1.4.1.2.1.1", "Patient Root Query/Retrieve - FIND", patient_root, find},
    {"1.2.840.10008.5.1.4.1.2.1.2", "Patient Root Query/Retrieve - MOVE", patient_root, move},
    {"1.2.840.10008.5.1.4.1.2.1.3", "Patient Root Query/Retrieve - GET", patient_root, get},
    {"1.2.840.10008.5.1.4.1.2.2.1", "Study Root Query/Retrieve - FIND", study_root, find},
    {"1.2.840.10008.5.1.4.1.2.2.2", "Study Root Query/Retrieve - MOVE", study_root, move},
    {"1.2.840.10008.5.1.4.1.2.2.3", "Study Root Query/Retrieve - GET", study_root, get},
    {"1.2.840.10008.5.1.4.1.2.3.1", "Patient/Study Only Query/Retrieve - FIND", patient_study_only, find},
    {"1.2.840.10008.5.1.4.1.2.3.2", "Patient/Study Only Query/Retrieve - MOVE", patient_study_only, move},
    {"1.2.840.10008.5.1.4.1.2.3.3", "Patient/Study Only Query/Retrieve - GET", patient_study_only, get},
    {"1.2.840.10008.5.1.4.1.2.4.2", "Composite Instance Root Retrieve - MOVE", composite_instance_root, move},
    {"1.2.840.10008.5.1.4.1.2.4.3", "Composite Instance Root Retrieve - GET", composite_instance_root, get},
    {"1.2.840.10008.5.1.4.1.2.5.3", "Composite Instance Retrieve Without Bulk Data - GET", without_bulk_data, get},
}};

struct Levels {
    InformationModel model;
    Level top, bottom;
};
constexpr std::array<Levels, 5> levels{{
    {patient_root, Level::patient, Level::instance},
    {study_root, Level::study, Level::instance},
    {patient_study_only, Level::patient, Level::study},
    {composite_instance_root, Level::instance, Level::instance},
    {without_bulk_data, Level::instance, Level::instance},
}};

Levels levels_of(InformationModel model) { return *std::ranges::find(levels, model, &Levels::model); }

}  // namespace

std::span<QueryRetrieveSOPClass const> query_retrieve_sop_classes() { return sop_classes; }

std::optional<QueryRetrieveSOPClass> find_query_retrieve_sop_class(std::string_view uid) {
    auto const found = std::ranges::find(sop_classes, uid, &QueryRetrieveSOPClass::uid);
    return found == sop_classes.end() ? std::nullopt : std::optional{*found};
}

DataElement const* element_with(DataElements const& elements, Tag tag) {
    auto const found = std::ranges::find(elements, tag, &DataElement::tag);
    return found == elements.end() ? nullptr : &*found;
}

std::optional<Level> level_of(DataElements const& identifier, InformationModel model) {
    auto const* element = element_with(identifier, query_retrieve_level_tag);
    if (element == nullptr) return std::nullopt;
    auto const text = text_of("CS", element->value, CharacterSet{""});
    auto const [of, top, bottom] = levels_of(model);
    for (auto const level : {Level::patient, Level::study, Level::series, Level::instance})
        if (text == query_retrieve_level(level) && level >= top && level <= bottom) return level;
    return std::nullopt;
}

Tag unique_key_of(Level level) {
    switch (level) {
        case Level::patient: return {0x0010, 0x0020};
        case Level::study: return {0x0020, 0x000D};
        case Level::series: return {0x0020, 0x000E};
        case Level::instance: return {0x0008, 0x0018};
    }
    return {};
}

bool is_single_value(DataElement const& element) {
    auto const value = without_padding(element.value);
    return !value.empty() && value.find_first_of("\\*?") == std::string_view::npos;
}

std::optional<Tag> missing_unique_key(DataElements const& identifier, InformationModel model, Level level) {
    for (auto const above : {Level::patient, Level::study, Level::series}) {
        if (above < levels_of(model).top || above >= level) continue;
        auto const* element = element_with(identifier, unique_key_of(above));
        if (element == nullptr || !is_single_value(*element)) return unique_key_of(above);
    }
    return std::nullopt;
}

}  // namespace cassette::dimse
