#include "archive/part10/json_dataset.h"

#include "archive/part10/header_writer.h"
#include "archive/part10/json_element_value.h"
#include "archive/part10/value_representation.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <map>
#include <optional>
#include <span>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr Tag specific_character_set{0x0008, 0x0005};
constexpr Tag available_transfer_syntax{0x0008, 0x3002};
constexpr std::string_view utf8 = "ISO_IR 192";

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

Failure malformed(Tag tag, std::string_view what) {
    return fail(ErrorCode::malformed, std::string{what} + " at " + to_hex(tag));
}

bool is_ascii(std::string_view text) {
    return std::ranges::none_of(text, [](char c) { return (static_cast<unsigned char>(c) & 0x80U) != 0; });
}

// VRs whose text Specific Character Set is about, PS3.5 6.1.2.3.
bool has_character_set(std::string_view vr) {
    constexpr std::string_view all[] = {"LO", "LT", "PN", "SH", "ST", "UC", "UT"};
    return std::ranges::find(all, vr) != std::end(all);
}

bool is_left_out(Tag tag, std::size_t depth) {
    if (tag.element == 0) return true;
    return depth == 0 && (tag.group == 0x0002 || tag == available_transfer_syntax);
}

class DatasetEncoder {
public:
    explicit DatasetEncoder(DatasetLimits const& limits) : limits_{limits} {}

    Result<EncodedDataset> encode(json::object const& dataset) {
        if (auto done = write_dataset(dataset, 0); !done) return fail(done.error());
        EncodedDataset encoded{writer_.take(), std::move(bulk_)};
        if (needs_character_set_) insert_character_set(encoded);
        return encoded;
    }

private:
    using Attributes = std::map<Tag, json::value const*>;

    Result<void> write_dataset(json::object const& dataset, std::size_t depth) {
        Attributes attributes;
        for (auto const& [name, attribute] : dataset) {
            auto const tag = parse_tag({name.data(), name.size()});
            if (!tag || tag->group == 0xFFFE)
                return fail(ErrorCode::malformed, "a member that is no tag (PS3.18 F.2.2)");
            if (!is_left_out(*tag, depth)) attributes.insert_or_assign(*tag, &attribute);
        }
        for (auto const& [tag, attribute] : attributes) {
            if (++elements_ > limits_.elements_max) return fail(ErrorCode::too_large, "too many elements");
            if (writer_.bytes().size() > limits_.header_bytes_max)
                return fail(ErrorCode::too_large, "the header of a data set");
            if (!attribute->is_object()) return malformed(tag, "not an attribute");
            if (auto done = write_attribute(tag, attribute->get_object(), depth); !done) return done;
            if (depth == 0 && tag < specific_character_set) character_set_position_ = writer_.bytes().size();
        }
        return {};
    }

    Result<void> write_attribute(Tag tag, json::object const& attribute, std::size_t depth) {
        if (tag == specific_character_set) return write_character_set(depth);
        std::string vr{implicit_vr(tag, PixelRepresentation::unsigned_integer)};
        if (auto const* name = attribute.if_contains("vr")) {
            if (!name->is_string() || !is_known_vr({name->get_string().data(), name->get_string().size()}))
                return malformed(tag, "not a VR");
            vr.assign(name->get_string().data(), name->get_string().size());
        }
        if (auto const* uri = attribute.if_contains("BulkDataURI")) return refer(tag, vr, *uri, depth);
        if (vr == "SQ") return write_sequence(tag, attribute, depth);
        auto const value = encode_json_value(vr, attribute);
        if (!value) return malformed(tag, value.error().detail);
        if (has_character_set(vr) && !is_ascii(*value)) needs_character_set_ = true;
        writer_.element(tag, vr, static_cast<std::uint32_t>(value->size()));
        writer_.value(bytes_of(*value));
        return {};
    }

    // At the top it is put in place at the end, when it is known whether it is needed.
    Result<void> write_character_set(std::size_t depth) {
        needs_character_set_ = true;
        if (depth == 0) return {};
        writer_.element(specific_character_set, "CS", utf8.size());
        writer_.value(bytes_of(utf8));
        return {};
    }

    Result<void> refer(Tag tag, std::string const& vr, json::value const& uri, std::size_t depth) {
        if (!uri.is_string() || uri.get_string().empty() || vr == "SQ") return malformed(tag, "not a BulkDataURI");
        bulk_.push_back({std::string{uri.get_string()}, tag, vr, writer_.bytes().size(), depth});
        return {};
    }

    Result<void> write_sequence(Tag tag, json::object const& attribute, std::size_t depth) {
        if (depth >= limits_.depth_max) return malformed(tag, "nested too deep");
        writer_.begin_sequence(tag);
        auto const* items = attribute.if_contains("Value");
        bool const empty = items == nullptr || items->is_null();
        if (!empty && !items->is_array()) return malformed(tag, "not a sequence");
        if (!empty)
            for (auto const& item : items->get_array())
                if (auto done = write_item(tag, item, depth + 1); !done) return done;
        writer_.end_sequence();
        return {};
    }

    Result<void> write_item(Tag tag, json::value const& item, std::size_t depth) {
        writer_.begin_item();
        bool const empty = item.is_null();  // PS3.18 F.2.5
        if (!empty && !item.is_object()) return malformed(tag, "not an Item");
        if (!empty)
            if (auto done = write_dataset(item.get_object(), depth); !done) return done;
        writer_.end_item();
        return {};
    }

    void insert_character_set(EncodedDataset& encoded) const {
        HeaderWriter element{ByteOrder::little};
        element.element(specific_character_set, "CS", utf8.size());
        element.value(bytes_of(utf8));
        encoded.bytes.insert(character_set_position_, element.bytes());
        for (auto& reference : encoded.bulk) {
            bool const before = reference.depth == 0 && reference.tag < specific_character_set;
            if (!before && reference.position >= character_set_position_) reference.position += element.bytes().size();
        }
    }

    DatasetLimits limits_;
    HeaderWriter writer_{ByteOrder::little};
    std::vector<BulkReference> bulk_;
    std::uint32_t elements_ = 0;
    std::size_t character_set_position_ = 0;
    bool needs_character_set_ = false;
};

// Tags are written in either case.
json::value const* find_attribute_of(json::object const& dataset, Tag tag) {
    if (auto const* found = dataset.if_contains(to_hex(tag))) return found;
    for (auto const& [name, attribute] : dataset)
        if (parse_tag({name.data(), name.size()}) == tag) return &attribute;
    return nullptr;
}

}  // namespace

Result<EncodedDataset> encode_json_dataset(json::object const& dataset, DatasetLimits const& limits) {
    return DatasetEncoder{limits}.encode(dataset);
}

std::string json_text(json::object const& dataset, Tag tag) {
    auto const* attribute = find_attribute_of(dataset, tag);
    auto const* members = attribute != nullptr ? attribute->if_object() : nullptr;
    auto const* value = members != nullptr ? members->if_contains("Value") : nullptr;
    if (value != nullptr && value->is_array() && !value->get_array().empty()) value = &value->get_array().front();
    auto const* text = value != nullptr ? value->if_string() : nullptr;
    return text != nullptr ? std::string{text->data(), text->size()} : std::string{};
}

std::string json_bulk_data_uri(json::object const& dataset, Tag tag) {
    auto const* attribute = find_attribute_of(dataset, tag);
    auto const* members = attribute != nullptr ? attribute->if_object() : nullptr;
    auto const* uri = members != nullptr ? members->if_contains("BulkDataURI") : nullptr;
    auto const* text = uri != nullptr ? uri->if_string() : nullptr;
    return text != nullptr ? std::string{text->data(), text->size()} : std::string{};
}

bool has_json_attribute(json::object const& dataset, Tag tag) { return find_attribute_of(dataset, tag) != nullptr; }

}  // namespace cassette
