#include "archive/part10/json_element_value.h"

#include "archive/part10/base64.h"
#include "schema/tag.h"

#include <boost/json/array.hpp>
#include <boost/json/value.hpp>

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <limits>
#include <optional>
#include <span>

namespace cassette {

namespace {

namespace json = boost::json;

enum class Kind { text, person_name, integer, decimal, tag, u16, s16, u32, s32, u64, s64, f32, f64, binary };

struct VRKind {
    std::string_view vr;
    Kind kind;
};

// PS3.18 Table F.2.3-1. What is not listed is text.
constexpr std::array<VRKind, 20> kinds{{
    {"IS", Kind::integer}, {"PN", Kind::person_name}, {"DS", Kind::decimal}, {"AT", Kind::tag},    {"US", Kind::u16},
    {"SS", Kind::s16},     {"UL", Kind::u32},         {"SL", Kind::s32},     {"UV", Kind::u64},    {"SV", Kind::s64},
    {"FL", Kind::f32},     {"FD", Kind::f64},         {"OB", Kind::binary},  {"OD", Kind::binary}, {"OF", Kind::binary},
    {"OL", Kind::binary},  {"OV", Kind::binary},      {"OW", Kind::binary},  {"UN", Kind::binary}, {"SQ", Kind::binary},
}};

constexpr std::size_t decimal_length_max = 16;  // PS3.5 6.2, VR DS

Kind kind_of(std::string_view vr) {
    auto const* found = std::ranges::find(kinds, vr, &VRKind::vr);
    return found == kinds.end() ? Kind::text : found->kind;
}

Failure malformed(std::string_view vr) {
    return fail(ErrorCode::malformed, "a value that is not of its VR " + std::string{vr} + " (PS3.18 F.2)");
}

template <class Number>
std::string shortest(Number number) {
    std::array<char, 40> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

// "1.25e-07" as "125e-9", ".25" for "0.25": the same number in fewer characters.
std::string compact(std::string_view text) {
    bool const negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    std::string const sign = negative ? "-" : "";
    auto const exponent_at = text.find('e');
    if (exponent_at == std::string_view::npos) return sign + std::string{text.substr(text.starts_with("0.") ? 1 : 0)};
    auto digits = text.substr(exponent_at + 1);
    if (digits.starts_with('+')) digits.remove_prefix(1);
    int exponent = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    std::string mantissa{text.substr(0, exponent_at)};
    if (auto const dot = mantissa.find('.'); dot != std::string::npos) {
        exponent -= static_cast<int>(mantissa.size() - dot - 1);
        mantissa.erase(dot, 1);
    }
    return sign + mantissa + "e" + std::to_string(exponent);
}

// The shortest text that gives the number back, or the nearest one that a DS has room for.
std::string decimal_text(double number) {
    auto text = shortest(number);
    for (int precision = 17; precision > 0; --precision) {
        if (text.size() > decimal_length_max) text = compact(text);
        if (text.size() <= decimal_length_max) break;
        std::array<char, 40> digits{};
        auto const end =
            std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::general, precision)
                .ptr;
        text.assign(digits.data(), end);
    }
    return text;
}

std::optional<std::string> number_text(json::value const& value) {
    if (auto const* number = value.if_int64()) return shortest(*number);
    if (auto const* number = value.if_uint64()) return shortest(*number);
    auto const* number = value.if_double();
    if (number == nullptr || !std::isfinite(*number)) return std::nullopt;
    bool const whole = std::trunc(*number) == *number && std::abs(*number) < 1e15;
    if (whole && *number == 0 && std::signbit(*number)) return "-0";
    return whole ? shortest(static_cast<std::int64_t>(*number)) : decimal_text(*number);
}

// One value as text; null is an empty one among several (PS3.18 F.2.5).
std::optional<std::string> text_of(json::value const& value) {
    if (value.is_null()) return std::string{};
    if (auto const* text = value.if_string()) return std::string{text->data(), text->size()};
    return number_text(value);
}

std::optional<std::string> person_name(json::value const& value) {
    auto const* groups = value.if_object();
    if (groups == nullptr) return value.is_number() ? std::nullopt : text_of(value);
    std::string name;
    for (auto const* group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* text = groups->if_contains(group);
        if (text != nullptr && !text->is_string() && !text->is_null()) return std::nullopt;
        if (text != nullptr && text->is_string()) name.append(text->get_string().data(), text->get_string().size());
        name += '=';
    }
    while (name.ends_with('=')) name.pop_back();
    return name;
}

template <class Number>
void append_little_endian(std::string& bytes, Number number) {
    static_assert(std::endian::native == std::endian::little);
    std::array<char, sizeof(Number)> raw{};
    std::memcpy(raw.data(), &number, sizeof(Number));
    bytes.append(raw.data(), raw.size());
}

// The number that the whole text is; JSON numbers come as text too, so that they keep their digits.
std::optional<double> parse_double(std::string_view text) {
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    bool const whole = error == std::errc{} && end == text.data() + text.size();
    return whole && !text.empty() ? std::optional{number} : std::nullopt;
}

// "4.0" and "4e0" are integers all the same.
std::string integer_text(std::string text) {
    if (text.find_first_of(".eE") == std::string::npos) return text;
    auto const number = parse_double(text);
    bool const whole = number && std::trunc(*number) == *number && std::abs(*number) < 1e15;
    return whole ? shortest(static_cast<std::int64_t>(*number)) : text;
}

// What is too long for a DS is written more compactly, or with fewer digits.
std::string fitting_decimal(std::string text) {
    auto const number = text.size() > decimal_length_max ? parse_double(text) : std::nullopt;
    return number && std::isfinite(*number) ? decimal_text(*number) : text;
}

template <class Integer>
bool append_integer(std::string& bytes, json::value const& value) {
    auto text = text_of(value);
    Integer number = 0;
    if (!text || text->empty()) return false;
    *text = integer_text(*std::move(text));
    auto const [end, error] = std::from_chars(text->data(), text->data() + text->size(), number);
    if (error != std::errc{} || end != text->data() + text->size()) return false;
    append_little_endian(bytes, number);
    return true;
}

std::optional<double> float_of(json::value const& value) {
    if (auto const* number = value.if_double()) return *number;
    if (auto const* number = value.if_int64()) return static_cast<double>(*number);
    if (auto const* number = value.if_uint64()) return static_cast<double>(*number);
    auto const* text = value.if_string();
    if (text == nullptr || text->empty()) return std::nullopt;
    if (*text == "Infinity") return std::numeric_limits<double>::infinity();
    if (*text == "-Infinity") return -std::numeric_limits<double>::infinity();
    return parse_double({text->data(), text->size()});
}

template <class Float>
bool append_float(std::string& bytes, json::value const& value) {
    auto const number = float_of(value);
    if (!number) return false;
    append_little_endian(bytes, static_cast<Float>(*number));
    return true;
}

bool append_tag(std::string& bytes, json::value const& value) {
    auto const text = text_of(value);
    auto const tag = text ? parse_tag(*text) : std::nullopt;
    if (!tag) return false;
    append_little_endian(bytes, tag->group);
    append_little_endian(bytes, tag->element);
    return true;
}

using Edit = std::string (*)(std::string);
std::string unchanged(std::string text) { return text; }

// A JSON string may have several values, as the element itself: each is edited.
bool append_text(std::string& bytes, std::optional<std::string> text, Edit edit = unchanged) {
    if (!text) return false;
    std::string_view rest = *text;
    for (auto end = rest.find('\\'); end != std::string_view::npos; end = rest.find('\\')) {
        bytes += edit(std::string{rest.substr(0, end)}) + '\\';
        rest.remove_prefix(end + 1);
    }
    bytes += edit(std::string{rest});
    return true;
}

bool append_value(std::string& bytes, Kind kind, json::value const& value) {
    switch (kind) {
        case Kind::text: return append_text(bytes, text_of(value));
        case Kind::integer: return append_text(bytes, text_of(value), integer_text);
        case Kind::decimal: return append_text(bytes, text_of(value), fitting_decimal);
        case Kind::person_name: return append_text(bytes, person_name(value));
        case Kind::tag: return append_tag(bytes, value);
        case Kind::u16: return append_integer<std::uint16_t>(bytes, value);
        case Kind::s16: return append_integer<std::int16_t>(bytes, value);
        case Kind::u32: return append_integer<std::uint32_t>(bytes, value);
        case Kind::s32: return append_integer<std::int32_t>(bytes, value);
        case Kind::u64: return append_integer<std::uint64_t>(bytes, value);
        case Kind::s64: return append_integer<std::int64_t>(bytes, value);
        case Kind::f32: return append_float<float>(bytes, value);
        case Kind::f64: return append_float<double>(bytes, value);
        case Kind::binary: return false;
    }
    return false;
}

bool is_text(Kind kind) {
    return kind == Kind::text || kind == Kind::integer || kind == Kind::decimal || kind == Kind::person_name;
}

Result<std::string> encode_values(std::string_view vr, std::span<json::value const> values) {
    auto const kind = kind_of(vr);
    std::string bytes;
    bool first = true;
    for (auto const& value : values) {
        if (!first && is_text(kind)) bytes += '\\';
        first = false;
        if (!append_value(bytes, kind, value)) return malformed(vr);
    }
    // PS3.5 6.2: a UID is padded with NUL, other text with a space.
    if (bytes.size() % 2 != 0) bytes += vr == "UI" ? '\0' : ' ';
    return bytes;
}

Result<std::string> inline_binary(std::string_view vr, json::value const& value) {
    auto const* text = value.if_string();
    auto const* list = value.if_array();
    if (list != nullptr && list->size() == 1) text = list->front().if_string();
    if (text == nullptr) return malformed(vr);
    auto bytes = decode_base64({text->data(), text->size()});
    if (!bytes) return malformed(vr);
    if (bytes->size() % 2 != 0) *bytes += '\0';
    return *std::move(bytes);
}

}  // namespace

Result<std::string> encode_json_value(std::string_view vr, json::object const& attribute) {
    if (auto const* binary = attribute.if_contains("InlineBinary")) return inline_binary(vr, *binary);
    auto const* value = attribute.if_contains("Value");
    if (value == nullptr || value->is_null()) return std::string{};
    if (auto const* list = value->if_array())
        return encode_values(vr, std::span<json::value const>{list->data(), list->size()});
    return encode_values(vr, {value, 1});
}

}  // namespace cassette
