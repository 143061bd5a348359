#include "dimse/retrieve_identifier.h"

#include "dimse/element_value.h"
#include "dimse/move_status.h"

#include <bit>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr Tag query_retrieve_level_tag{0x0008, 0x0052};
constexpr Tag simple_frame_list{0x0008, 0x1161};
constexpr Tag calculated_frame_list{0x0008, 0x1162};
constexpr Tag time_range{0x0008, 0x1163};
constexpr Tag specific_character_set{0x0008, 0x0005};

Refusal mismatch(std::string detail, Tag offending_element) {
    return {move_status(ErrorCode::nonconformant), std::move(detail), offending_element};
}

std::vector<std::uint32_t> numbers_in(DataElements const& identifier, Tag tag) {
    std::vector<std::uint32_t> numbers;
    auto const* element = element_with(identifier, tag);
    if (element == nullptr) return numbers;
    std::string_view const value = element->value;
    for (std::size_t at = 0; at + 4 <= value.size(); at += 4)
        numbers.push_back(static_cast<std::uint32_t>(read_little(value.substr(at, 4))));
    return numbers;
}

std::vector<double> reals_in(DataElements const& identifier, Tag tag) {
    std::vector<double> reals;
    auto const* element = element_with(identifier, tag);
    if (element == nullptr) return reals;
    std::string_view const value = element->value;
    for (std::size_t at = 0; at + 8 <= value.size(); at += 8)
        reals.push_back(std::bit_cast<double>(read_little(value.substr(at, 8))));
    return reals;
}

std::string text_in(DataElements const& identifier, Tag tag, std::string_view vr) {
    auto const* element = element_with(identifier, tag);
    auto const* declared = element_with(identifier, specific_character_set);
    CharacterSet const character_set{declared == nullptr ? "" : declared->value};
    return element == nullptr ? std::string{} : text_of(vr, element->value, character_set);
}

bool asks_for_frames(DataElements const& identifier, InformationModel model) {
    return model == InformationModel::composite_instance_root &&
        text_in(identifier, query_retrieve_level_tag, "CS") == "FRAME";
}

// PS3.4 C.4.2.1.4.1: a list of UIDs at the level itself, one Patient ID.
std::optional<Refusal> check_own_key(DataElements const& identifier, Level level) {
    auto const tag = unique_key_of(level);
    auto const* element = element_with(identifier, tag);
    bool const empty = element == nullptr || without_padding(element->value).empty();
    if (empty) return mismatch("no value for " + to_hex(tag), tag);
    if (level == Level::patient && !is_single_value(*element))
        return mismatch("no single value for " + to_hex(tag), tag);
    return std::nullopt;
}

SelectionRequest selection_of(DataElements const& identifier, Level level) {
    SelectionRequest selection{level, {}};
    for (auto const each : {Level::patient, Level::study, Level::series, Level::instance}) {
        auto const tag = unique_key_of(each);
        if (each > level || element_with(identifier, tag) == nullptr) continue;
        selection.keys.push_back({tag, text_in(identifier, tag, each == Level::patient ? "LO" : "UI")});
    }
    return selection;
}

std::variant<RetrieveIdentifier, Refusal> read_frame_level(DataElements const& identifier) {
    auto const tag = unique_key_of(Level::instance);
    auto const* instance = element_with(identifier, tag);
    // PS3.4 Y.6.1.1.4: a single entity.
    if (instance == nullptr || !is_single_value(*instance))
        return Refusal{invalid_frame_request, "no single SOP Instance UID", tag};
    return RetrieveIdentifier{
        selection_of(identifier, Level::instance),
        FrameSelection{numbers_in(identifier, simple_frame_list), numbers_in(identifier, calculated_frame_list),
                       reals_in(identifier, time_range)}};
}

}  // namespace

std::variant<RetrieveIdentifier, Refusal> read_retrieve_identifier(DataElements const& identifier,
                                                                   InformationModel model, Hierarchy hierarchy) {
    if (asks_for_frames(identifier, model)) return read_frame_level(identifier);
    auto const level = level_of(identifier, model);
    if (!level) return mismatch("no Query/Retrieve Level of the model", query_retrieve_level_tag);
    if (auto refusal = check_own_key(identifier, *level)) return *std::move(refusal);
    if (hierarchy == Hierarchy::strict)
        if (auto const tag = missing_unique_key(identifier, model, *level))
            return mismatch("no single value for " + to_hex(*tag), *tag);
    return RetrieveIdentifier{selection_of(identifier, *level)};
}

}  // namespace cassette::dimse
