#include "archive/retrieve/json_element.h"

#include <boost/json/serialize.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <utility>
#include <vector>

namespace cassette {

namespace {

// PS3.5 7.1.2: those with 32 bits of length.
constexpr std::array<std::string_view, 13> long_vrs{"OB", "OD", "OF", "OL", "OV", "OW", "SQ",
                                                    "SV", "UC", "UN", "UR", "UT", "UV"};
bool is_long(std::string_view vr) { return std::ranges::count(long_vrs, vr) != 0; }

void append_tag(std::string& to, Tag tag) {
    append_little_endian(to, tag.group, 2);
    append_little_endian(to, tag.element, 2);
}

std::string text_of(boost::json::value const& value) {
    if (auto const* text = value.if_string()) return {text->data(), text->size()};
    if (value.is_number()) return boost::json::serialize(value);
    auto const* name = value.if_object();
    if (name == nullptr) return {};
    // PS3.5 6.2.1: component groups joined by '=', none at the end that are empty.
    std::string joined;
    for (auto const group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* part = name->if_contains(group);
        auto const* text = part ? part->if_string() : nullptr;
        joined.append(text ? std::string_view{text->data(), text->size()} : std::string_view{}).append("=");
    }
    while (joined.ends_with('=')) joined.pop_back();
    return joined;
}

struct BinaryVr {
    std::string_view name;
    int bytes;
    enum class Kind { whole, real } kind;
};
constexpr std::array<BinaryVr, 8> binary_vrs{{{"US", 2, BinaryVr::Kind::whole},
                                              {"SS", 2, BinaryVr::Kind::whole},
                                              {"UL", 4, BinaryVr::Kind::whole},
                                              {"SL", 4, BinaryVr::Kind::whole},
                                              {"UV", 8, BinaryVr::Kind::whole},
                                              {"SV", 8, BinaryVr::Kind::whole},
                                              {"FL", 4, BinaryVr::Kind::real},
                                              {"FD", 8, BinaryVr::Kind::real}}};

void append_number(std::string& to, boost::json::value const& value, BinaryVr const& vr) {
    if (!value.is_number()) return;
    boost::json::error_code error;
    if (vr.kind == BinaryVr::Kind::real) {
        auto const real = value.to_number<double>(error);
        if (error) return;
        auto const bits =
            vr.bytes == 4 ? std::bit_cast<std::uint32_t>(static_cast<float>(real)) : std::bit_cast<std::uint64_t>(real);
        append_little_endian(to, bits, vr.bytes);
        return;
    }
    if (auto const* whole = value.if_uint64()) append_little_endian(to, *whole, vr.bytes);
    if (auto const* whole = value.if_int64()) append_little_endian(to, static_cast<std::uint64_t>(*whole), vr.bytes);
}

std::string item_of(boost::json::value const& item) {
    std::string elements;
    auto const* attributes = item.if_object();
    if (attributes == nullptr) return elements;
    std::vector<std::pair<Tag, boost::json::value const*>> sorted;
    for (auto const& [key, value] : *attributes) {
        if (auto const tag = parse_tag({key.data(), key.size()})) sorted.emplace_back(*tag, &value);
    }
    std::ranges::sort(sorted, {}, [](auto const& entry) { return entry.first; });
    for (auto const& [tag, value] : sorted) {
        auto const* object = value->if_object();
        auto const* vr = object ? object->if_contains("vr") : nullptr;
        if (vr == nullptr || !vr->is_string() || vr->get_string().size() != 2) continue;
        std::string_view const name{vr->get_string().data(), 2};
        elements += explicit_element(tag, name, value_of_json(*value, name));
    }
    return elements;
}

std::string sequence_of(boost::json::array const& items) {
    constexpr Tag item_tag{0xFFFE, 0xE000};
    std::string sequence;
    for (auto const& item : items) {
        auto const elements = item_of(item);
        append_tag(sequence, item_tag);
        append_little_endian(sequence, elements.size(), 4);
        sequence += elements;
    }
    return sequence;
}

}  // namespace

void append_little_endian(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

std::string explicit_element(Tag tag, std::string_view vr, std::string_view value) {
    constexpr std::size_t short_max = 0xFFFE;
    bool const wide = is_long(vr);
    if (!wide && value.size() > short_max) value = {};
    std::string element;
    append_tag(element, tag);
    element.append(vr);
    auto const padded = value.size() + value.size() % 2;
    if (wide) append_little_endian(element, 0, 2);
    append_little_endian(element, padded, wide ? 4 : 2);
    element.append(value);
    bool const binary = vr == "UI" || vr.starts_with('O') || vr == "UN";
    if (value.size() % 2 != 0) element.push_back(binary ? '\0' : ' ');
    return element;
}

std::string value_of_json(boost::json::value const& attribute, std::string_view vr) {
    auto const* object = attribute.if_object();
    auto const* member = object ? object->if_contains("Value") : nullptr;
    auto const* values = member ? member->if_array() : nullptr;
    if (values == nullptr) return {};
    if (vr == "SQ") return sequence_of(*values);
    auto const* binary = std::ranges::find(binary_vrs, vr, &BinaryVr::name);
    std::string bytes;
    for (std::size_t i = 0; i < values->size(); ++i) {
        if (binary != binary_vrs.end()) {
            append_number(bytes, (*values)[i], *binary);
            continue;
        }
        if (i > 0) bytes.push_back('\\');
        bytes += text_of((*values)[i]);
    }
    return bytes;
}

}  // namespace cassette
