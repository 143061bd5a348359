#include "archive/part10/json_value.h"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <utility>

namespace cassette {

namespace {

// A double holds every decimal number of this many digits exactly enough to give it back.
constexpr std::ptrdiff_t exact_digits = 15;
// ... and every integer up to here.
constexpr std::int64_t exact_integer_max = std::int64_t{1} << 53;

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

// A sign that std::from_chars does not take; "+-5" keeps it and is no number.
std::string_view without_plus(std::string_view text) {
    bool const signed_number = text.size() > 1 && text[0] == '+' && text[1] != '-';
    return signed_number ? text.substr(1) : text;
}

template <class Number>
void append_number(std::string& out, Number value) {
    std::array<char, 40> text;
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    out.append(text.data(), end);
}

template <class Integer>
void append_exact(std::string& out, Integer value) {
    bool const exact =
        std::cmp_less_equal(value, exact_integer_max) && std::cmp_greater_equal(value, -exact_integer_max);
    if (!exact) out += '"';
    append_number(out, value);
    if (!exact) out += '"';
}

template <class Float>
void append_finite(std::string& out, Float value) {
    if (std::isnan(value)) {
        out += "\"NaN\"";
    } else if (std::isinf(value)) {
        out += value > 0 ? "\"Infinity\"" : "\"-Infinity\"";
    } else {
        append_number(out, value);
    }
}

}  // namespace

void append_json_string(std::string& out, std::string_view utf8) {
    if (std::any_of(utf8.begin(), utf8.end(), needs_escape)) {
        out += boost::json::serialize(boost::json::string_view{utf8.data(), utf8.size()});
        return;
    }
    out += '"';
    out += utf8;
    out += '"';
}

void append_json_integer_string(std::string& out, std::string_view text) {
    auto const digits = without_plus(text);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    bool const whole = error == std::errc{} && end == digits.data() + digits.size();
    if (whole && value >= -exact_integer_max && value <= exact_integer_max) return append_number(out, value);
    append_json_string(out, text);
}

void append_json_integer(std::string& out, std::int64_t value) { append_exact(out, value); }
void append_json_integer(std::string& out, std::uint64_t value) { append_exact(out, value); }

void append_json_decimal_string(std::string& out, std::string_view text) {
    auto const number = without_plus(text);
    double value = 0;
    auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
    auto const mantissa = number.substr(0, number.find_first_of("eE"));
    auto const digits = std::count_if(mantissa.begin(), mantissa.end(), [](char c) { return c >= '0' && c <= '9'; });
    bool const whole = error == std::errc{} && end == number.data() + number.size();
    if (whole && digits <= exact_digits && std::isfinite(value)) return append_number(out, value);
    append_json_string(out, text);
}

void append_json_float(std::string& out, float value) { append_finite(out, value); }
void append_json_float(std::string& out, double value) { append_finite(out, value); }

void append_json_person_name(std::string& out, std::string_view utf8) {
    constexpr std::string_view groups[] = {"Alphabetic", "Ideographic", "Phonetic"};
    bool first = true;
    for (auto const group : groups) {
        auto const equals = utf8.find('=');
        auto const name = without_padding(utf8.substr(0, equals));
        if (!name.empty()) {
            out += first ? '{' : ',';
            first = false;
            append_json_string(out, group);
            out += ':';
            append_json_string(out, name);
        }
        if (equals == std::string_view::npos) break;
        utf8.remove_prefix(equals + 1);
    }
    out += first ? "null" : "}";
}

std::string_view without_padding(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\0')) text.remove_suffix(1);
    return text;
}

std::string_view without_spaces(std::string_view text) {
    text = without_padding(text);
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    return text;
}

}  // namespace cassette
