#include "dimse/worklist_identifier.h"

#include "archive/part10/value_representation.h"
#include "dimse/element_value.h"
#include "dimse/item_writer.h"

#include <algorithm>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag query_retrieve_level{0x0008, 0x0052};
constexpr Tag query_retrieve_view{0x0008, 0x0053};
constexpr Tag timezone_offset_from_utc{0x0008, 0x0201};

std::string character_set_of(DataElements const& elements) {
    auto const found = std::ranges::find(elements, specific_character_set, &DataElement::tag);
    return found == elements.end() ? std::string{} : found->value;
}

// What is no key of the worklist: how the identifier is written, and what belongs to Query/Retrieve.
bool describes_identifier(Tag tag) {
    bool const group_length = tag.element == 0;
    return group_length || tag.group < 0x0008 || tag == specific_character_set || tag == query_retrieve_level ||
        tag == query_retrieve_view || tag == timezone_offset_from_utc;
}

// The dictionary's VR goes before the requestor's, which may be UN.
std::string known_vr(DataElement const& element) {
    std::string known{implicit_vr(element.tag, PixelRepresentation::unsigned_integer)};
    return known == "UN" ? element.vr : known;
}

// In order, each once.
void tidy(DataElements& elements) {
    std::ranges::stable_sort(elements, {}, &DataElement::tag);
    auto const same_tag = [](DataElement const& a, DataElement const& b) { return a.tag == b.tag; };
    elements.erase(std::unique(elements.begin(), elements.end(), same_tag), elements.end());
}

}  // namespace

WorklistIdentifier::WorklistIdentifier(DataElements elements) : character_set_{character_set_of(elements)} {
    std::erase_if(elements, [](DataElement const& element) { return describes_identifier(element.tag); });
    tidy(elements);
    for (auto& key : elements) take_key(key, {});
    keys_ = std::move(elements);
}

// PS3.4 C.2.2.2.6: a sequence has one item, whose attributes are keys.
void WorklistIdentifier::take_key(DataElement& key, std::vector<Tag> const& sequences) {
    key.vr = known_vr(key);
    if (key.vr != "SQ") {
        key.value = text_of(key.vr, key.value, character_set_);
        find_keys_.push_back({key.tag, key.value, sequences});
        return;
    }
    key.items.resize(std::min<std::size_t>(key.items.size(), 1));
    auto inner = sequences;
    inner.push_back(key.tag);
    for (auto& item : key.items) {
        std::erase_if(item, [](DataElement const& element) { return element.tag.element == 0; });
        tidy(item);
        for (auto& each : item) take_key(each, inner);
    }
}

std::string WorklistIdentifier::respond(MetadataItem const& item, ElementEncoding encoding) const {
    if (auto encoded = encode(item, character_set_, encoding)) return std::move(*encoded);
    // UTF-8 has them all; the index holds nothing else.
    return encode(item, CharacterSet{"ISO_IR 192"}, encoding).value_or(std::string{});
}

std::optional<std::string> WorklistIdentifier::encode(MetadataItem const& item, CharacterSet const& character_set,
                                                      ElementEncoding encoding) const {
    auto const elements = ItemWriter{character_set, ReturnedItems::all}.selected(keys_, item);
    if (!elements) return std::nullopt;
    std::string out;
    if (character_set.is_declared())
        append_element(out, {.tag = specific_character_set, .vr = "CS", .value = character_set.value()}, encoding);
    for (auto const& element : *elements) append_element(out, element, encoding);
    return out;
}

}  // namespace cassette::dimse
