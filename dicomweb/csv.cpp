#include "dicomweb/csv.h"

#include <boost/json/array.hpp>
#include <boost/json/object.hpp>
#include <boost/json/parse.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <span>

namespace cassette::dicomweb {

namespace {

namespace json = boost::json;

bool is_number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    double number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} && end == text.data() + text.size() && std::isfinite(number);
}

// What spreadsheets evaluate when they open a table.
bool looks_like_formula(std::string_view text) {
    return !text.empty() && std::string_view{"=+-@\t\r\n"}.find(text.front()) != std::string_view::npos &&
        !is_number(text);
}

std::string field(std::string_view text) {
    std::string plain = looks_like_formula(text) ? "'" : "";
    plain += text;
    bool const quotes =
        plain.find_first_of(",;\"\r\n\t") != std::string::npos || plain.starts_with(' ') || plain.ends_with(' ');
    if (!quotes) return plain;
    std::string quoted = "\"";
    for (char const c : plain) {
        if (c == '"') quoted += '"';
        quoted += c;
    }
    return quoted + '"';
}

std::string person_name(json::object const& groups) {
    std::string text;
    std::string separators;
    for (auto const* group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* value = groups.if_contains(group);
        if (value != nullptr && value->is_string()) text += separators + std::string{value->get_string()};
        if (value != nullptr) separators.clear();
        separators += '=';
    }
    return text;
}

template <class Number>
std::string digits_of(Number number) {
    std::array<char, 64> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), number).ptr;
    return {text.data(), end};
}

std::string text_of(json::value const& value) {
    if (auto const* text = value.if_string()) return std::string{*text};
    if (auto const* groups = value.if_object()) return person_name(*groups);
    if (auto const* number = value.if_int64()) return digits_of(*number);
    if (auto const* number = value.if_uint64()) return digits_of(*number);
    if (auto const* number = value.if_double()) return digits_of(*number);
    return {};
}

json::array const* values_of(json::object const& dataset, Tag tag) {
    auto const* attribute = dataset.if_contains(to_hex(tag));
    auto const* members = attribute != nullptr ? attribute->if_object() : nullptr;
    auto const* values = members != nullptr ? members->if_contains("Value") : nullptr;
    return values != nullptr ? values->if_array() : nullptr;
}

bool is_sequence(json::object const& dataset, Tag tag) {
    auto const* vr = dataset.at(to_hex(tag)).get_object().if_contains("vr");
    return vr != nullptr && vr->is_string() && vr->get_string() == "SQ";
}

void append_values(std::string& text, json::object const& dataset, Tag tag) {
    auto const* values = values_of(dataset, tag);
    if (values == nullptr || is_sequence(dataset, tag)) return;
    for (auto const& value : *values) text.append(text.empty() ? "" : "\\").append(text_of(value));
}

struct Rest {
    std::span<Tag const> sequences;
    Tag tag;
};

void append_values(std::string& text, json::object const& dataset, Rest rest) {
    if (rest.sequences.empty()) return append_values(text, dataset, rest.tag);
    auto const* items = values_of(dataset, rest.sequences.front());
    if (items == nullptr) return;
    for (auto const& item : *items)
        if (auto const* object = item.if_object()) append_values(text, *object, {rest.sequences.subspan(1), rest.tag});
}

}  // namespace

std::string csv_heading(std::vector<AttributePath> const& columns) {
    std::string line;
    for (auto const& column : columns) line.append(line.empty() ? "" : ",").append(to_text(column));
    return line + "\r\n";
}

std::string csv_line(std::vector<AttributePath> const& columns, std::string_view json_dataset) {
    json::parse_options options;
    options.max_depth = 1024;  // three for each sequence; ingest bounds those
    json::error_code error;
    auto const parsed = json::parse(json_dataset, error, {}, options);
    json::object const empty;
    auto const& dataset = !error && parsed.is_object() ? parsed.get_object() : empty;
    std::string line;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        std::string text;
        append_values(text, dataset, Rest{columns[i].sequences, columns[i].tag});
        line.append(i == 0 ? "" : ",").append(field(text));
    }
    return line + "\r\n";
}

}  // namespace cassette::dicomweb
