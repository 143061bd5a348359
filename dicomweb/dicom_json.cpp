#include "dicomweb/dicom_json.h"

#include "archive/part10/json_value.h"
#include "schema/utf8.h"

#include <algorithm>
#include <array>

namespace cassette::dicomweb {

namespace {

enum class ValueKind { text, single_text, person_name, integer, decimal, binary };

struct VRKind {
    std::string_view vr;
    ValueKind kind;
};

// PS3.18 Table F.2.3-1; PS3.5 6.2 for those of one value. What is not listed is text.
constexpr std::array<VRKind, 25> vr_kinds{{
    {"PN", ValueKind::person_name}, {"IS", ValueKind::integer},     {"SL", ValueKind::integer},
    {"SS", ValueKind::integer},     {"SV", ValueKind::integer},     {"UL", ValueKind::integer},
    {"US", ValueKind::integer},     {"UV", ValueKind::integer},     {"DS", ValueKind::decimal},
    {"FL", ValueKind::decimal},     {"FD", ValueKind::decimal},     {"LT", ValueKind::single_text},
    {"ST", ValueKind::single_text}, {"UT", ValueKind::single_text}, {"UR", ValueKind::single_text},
    {"OB", ValueKind::binary},      {"OD", ValueKind::binary},      {"OF", ValueKind::binary},
    {"OL", ValueKind::binary},      {"OV", ValueKind::binary},      {"OW", ValueKind::binary},
    {"UN", ValueKind::binary},      {"SQ", ValueKind::binary},      {"ox", ValueKind::binary},
    {"na", ValueKind::binary},
}};

ValueKind kind_of(std::string_view vr) {
    auto const* found = std::ranges::find(vr_kinds, vr, &VRKind::vr);
    return found == vr_kinds.end() ? ValueKind::text : found->kind;
}

void append_value(std::string& json, ValueKind kind, std::string_view value) {
    if (value.empty()) {
        json += "null";
        return;
    }
    switch (kind) {
        case ValueKind::text:
        case ValueKind::single_text: return append_json_string(json, value);
        case ValueKind::person_name: return append_json_person_name(json, value);
        case ValueKind::integer: return append_json_integer_string(json, value);
        case ValueKind::decimal: return append_json_decimal_string(json, value);
        case ValueKind::binary: return;
    }
}

// Where the JSON string that starts at `position` ends.
std::size_t string_end(std::string_view text, std::size_t position) {
    for (++position; position < text.size(); ++position) {
        if (text[position] == '\\')
            ++position;
        else if (text[position] == '"')
            return position + 1;
    }
    return std::string_view::npos;
}

// Where the JSON value that starts at `position` ends.
std::size_t value_end(std::string_view text, std::size_t position) {
    std::size_t depth = 0;
    while (position < text.size()) {
        char const c = text[position];
        if (c == '"') {
            position = string_end(text, position);
            if (position == std::string_view::npos || depth == 0) return position;
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']')) return position;
        if (c == '{' || c == '[') ++depth;
        if (c == '}' || c == ']') --depth;
        ++position;
        if (depth == 0 && (c == '}' || c == ']')) return position;
    }
    return std::string_view::npos;
}

std::size_t skip_space(std::string_view text, std::size_t position) {
    return std::min(text.find_first_not_of(" \t\r\n", position), text.size());
}

}  // namespace

std::string json_attribute(std::string_view vr, std::string_view value) {
    auto const kind = kind_of(vr);
    std::string const begin = "{\"vr\":\"" + std::string{vr} + "\"";
    if (value.empty() || kind == ValueKind::binary) return begin + "}";
    std::string values;
    auto const text = repaired_utf8(value);
    std::string_view rest = text;
    while (true) {
        auto const one = rest.substr(0, kind == ValueKind::single_text ? std::string_view::npos : rest.find('\\'));
        append_value(values, kind, one);
        if (one.size() == rest.size()) break;
        values += ',';
        rest.remove_prefix(one.size() + 1);
    }
    // A name of nothing but delimiters is no value, and where there is no other there is none at all (PS3.18 F.2.5).
    return values == "null" ? begin + "}" : begin + ",\"Value\":[" + values + "]}";
}

std::string json_sequence(std::vector<std::string> const& items) {
    if (items.empty()) return R"({"vr":"SQ"})";
    std::string json = R"({"vr":"SQ","Value":[)";
    for (std::size_t i = 0; i < items.size(); ++i) json.append(i == 0 ? "" : ",").append(items[i]);
    return json + "]}";
}

std::string JsonDataset::str() const {
    std::string json = "{";
    for (auto const& [tag, attribute] : attributes_) {
        if (json.size() > 1) json += ',';
        json.append("\"").append(to_hex(tag)).append("\":").append(attribute);
    }
    return json + "}";
}

Result<void> for_each_member(std::string_view object, MemberVisitor const& visit) {
    Failure const failure = fail(ErrorCode::malformed, "not a JSON object");
    auto position = skip_space(object, 0);
    if (position == object.size() || object[position] != '{') return failure;
    position = skip_space(object, position + 1);
    while (position < object.size() && object[position] == '"') {
        auto const name_end = string_end(object, position);
        if (name_end == std::string_view::npos) return failure;
        auto const name = object.substr(position + 1, name_end - position - 2);
        position = skip_space(object, name_end);
        if (position == object.size() || object[position] != ':') return failure;
        position = skip_space(object, position + 1);
        auto const end = value_end(object, position);
        if (end == std::string_view::npos || end == position) return failure;
        visit(name, object.substr(position, end - position));
        position = skip_space(object, end);
        if (position < object.size() && object[position] == ',') position = skip_space(object, position + 1);
    }
    return position < object.size() && object[position] == '}' ? Result<void>{} : failure;
}

Result<void> for_each_element(std::string_view array, ElementVisitor const& visit) {
    Failure const failure = fail(ErrorCode::malformed, "not a JSON array");
    auto position = skip_space(array, 0);
    if (position == array.size() || array[position] != '[') return failure;
    position = skip_space(array, position + 1);
    while (position < array.size() && array[position] != ']') {
        auto const end = value_end(array, position);
        if (end == std::string_view::npos || end == position) return failure;
        visit(array.substr(position, end - position));
        position = skip_space(array, end);
        if (position < array.size() && array[position] == ',') position = skip_space(array, position + 1);
    }
    return position < array.size() ? Result<void>{} : failure;
}

}  // namespace cassette::dicomweb
