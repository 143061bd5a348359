#include "dimse/identifier.h"

#include "archive/query/metadata_text.h"
#include "dimse/element_value.h"
#include "dimse/item_writer.h"

#include <algorithm>
#include <array>

namespace cassette::dimse {

namespace {

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag query_retrieve_level_tag{0x0008, 0x0052};
constexpr Tag query_retrieve_view{0x0008, 0x0053};
constexpr Tag retrieve_ae_title_tag{0x0008, 0x0054};
constexpr Tag instance_availability{0x0008, 0x0056};
constexpr Tag timezone_offset_from_utc{0x0008, 0x0201};
constexpr Tag retrieve_url{0x0008, 0x1190};

std::string character_set_of(DataElements const& elements) {
    auto const* element = element_with(elements, specific_character_set);
    return element == nullptr ? std::string{} : element->value;
}

// What is no key: it says how the identifier is written, or where it ends.
bool describes_identifier(Tag tag) {
    bool const group_length = tag.element == 0;
    return group_length || tag.group < 0x0008 || tag == specific_character_set || tag == query_retrieve_view;
}

// The dictionary's VR goes before the requestor's, which may be UN.
std::string response_vr(DataElement const& element) {
    if (auto const index = find_attribute(element.tag)) return std::string{attributes()[*index].vr};
    std::string const known{implicit_vr(element.tag, PixelRepresentation::unsigned_integer)};
    return known == "UN" ? element.vr : known;
}

// Whether the attributes of a sequence are kept below the level: then they are none of the match's own.
bool is_below(Tag sequence, Level level) {
    return std::ranges::any_of(built_in_search_attributes(), [&](SearchAttribute const& attribute) {
        return !attribute.sequences.empty() && attribute.sequences.front() == sequence && attribute.level > level;
    });
}

}  // namespace

struct Identifier::Values {
    Match const& match;
    MetadataText const& metadata;
    std::string_view retrieve_ae_title;
    ElementEncoding encoding;
};

Identifier::Identifier(DataElements elements, Level level, QueryRetrieveOptions const& options)
    : character_set_{character_set_of(elements)},
      level_{level},
      query_{.level = level, .keys = {}, .include = {}, .limit = {}} {
    query_.options = {.fuzzy_person_names = options.fuzzy_person_names,
                      .empty_values = options.empty_values,
                      .multiple_values = options.multiple_values,
                      .combined_date_time = options.combined_date_time};
    if (auto const* zone = element_with(elements, timezone_offset_from_utc); zone && options.timezone_adjustment)
        query_.options.utc_offset = parse_utc_offset(without_padding(zone->value));
    std::ranges::stable_sort(elements, {}, &DataElement::tag);
    auto const same_tag = [](DataElement const& a, DataElement const& b) { return a.tag == b.tag; };
    elements.erase(std::unique(elements.begin(), elements.end(), same_tag), elements.end());
    for (auto& element : elements)
        if (!describes_identifier(element.tag)) take(std::move(element));
}

void Identifier::take(DataElement element) {
    using enum Source;
    auto const tag = element.tag;
    if (element.vr == "SQ") return take_sequence(std::move(element));
    element.vr = response_vr(element);
    Key key{std::move(element)};
    if (tag == query_retrieve_level_tag) key.source = Source::level;
    if (tag == retrieve_ae_title_tag) key.source = retrieve_ae_title;
    if (tag == instance_availability) key.source = availability;
    if (key.source == nothing && tag != retrieve_url) {
        auto const index = find_attribute(tag);
        key.source = index ? Source::index : metadata;
        key.attribute = index.value_or(0);
        if (index && attributes()[*index].level > level_) supports_all_keys_ = false;
        // PS3.4 C.4.1.1.3: the timezone says how dates and times are meant; it is no key.
        auto value = tag == timezone_offset_from_utc ? std::string{}
                                                     : text_of(key.element.vr, key.element.value, character_set_);
        query_.keys.push_back({tag, std::move(value)});
        if (!index) query_.include.push_back(tag);
        if (index) query_.wanted.push_back(*index);
    }
    keys_.push_back(std::move(key));
}

// PS3.4 C.2.2.2.6: one item, whose attributes are keys.
void Identifier::take_sequence(DataElement element) {
    element.items.resize(std::min<std::size_t>(element.items.size(), 1));
    take_item_keys(element, {});
    if (is_below(element.tag, level_)) supports_all_keys_ = false;
    query_.include.push_back(element.tag);
    keys_.push_back({std::move(element), Source::metadata});
}

// Makes keys of the query of them; what stays in the item is the text they ask for.
void Identifier::take_item_keys(DataElement& sequence, std::vector<Tag> sequences) {
    sequences.push_back(sequence.tag);
    for (auto& item : sequence.items)
        for (auto& key : item) {
            key.items.resize(std::min<std::size_t>(key.items.size(), 1));
            if (key.vr == "SQ") {
                take_item_keys(key, sequences);
                continue;
            }
            key.vr = response_vr(key);
            key.value = text_of(key.vr, key.value, character_set_);
            query_.keys.push_back({key.tag, key.value, sequences});
        }
}

std::string Identifier::respond(Match const& match, std::string_view retrieve_ae_title,
                                ElementEncoding encoding) const {
    MetadataText const metadata{match.metadata};
    Values const values{match, metadata, retrieve_ae_title, encoding};
    if (auto encoded = encode(values, character_set_)) return std::move(*encoded);
    // UTF-8 has them all; index and metadata hold nothing else.
    return encode(values, CharacterSet{"ISO_IR 192"}).value_or(std::string{});
}

std::optional<std::string> Identifier::encode(Values const& values, CharacterSet const& character_set) const {
    std::string out;
    if (character_set.is_declared()) {
        DataElement const declared{.tag = specific_character_set, .vr = "CS", .value = character_set.value()};
        append_element(out, declared, values.encoding);
    }
    for (auto const& key : keys_) {
        auto const element = answer(key, values, character_set);
        if (!element) return std::nullopt;
        append_element(out, *element, values.encoding);
    }
    return out;
}

std::string Identifier::text_for(Key const& key, Values const& values) const {
    using enum Source;
    switch (key.source) {
        case Source::level: return std::string{query_retrieve_level(level_)};
        case retrieve_ae_title: return std::string{values.retrieve_ae_title};
        case availability: return "ONLINE";
        case index: return values.match.values[key.attribute];
        case metadata: return values.metadata.text_of(key.element.tag);
        case nothing: return {};
    }
    return {};
}

std::optional<DataElement> Identifier::answer(Key const& key, Values const& values,
                                              CharacterSet const& character_set) const {
    if (key.element.vr == "SQ") {
        if (is_below(key.element.tag, level_)) return DataElement{.tag = key.element.tag, .vr = "SQ"};
        return ItemWriter{character_set}.sequence(key.element, values.metadata.root());
    }
    auto wire = wire_of(key.element.vr, text_for(key, values), character_set);
    if (!wire) return std::nullopt;
    return DataElement{.tag = key.element.tag, .vr = key.element.vr, .value = std::move(*wire)};
}

}  // namespace cassette::dimse
