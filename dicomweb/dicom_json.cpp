#include "dicomweb/dicom_json.h"

#include "archive/part10/json_value.h"
#include "schema/utf8.h"

#include <algorithm>
#include <array>
#include <cstring>

namespace cassette::dicomweb {

namespace {

struct VRKind {
    std::string_view vr;
    JsonValueKind kind;
};

// PS3.18 Table F.2.3-1; PS3.5 6.2 for those of one value. What is not listed is text.
constexpr std::array<VRKind, 25> vr_kinds{{
    {"PN", JsonValueKind::person_name}, {"IS", JsonValueKind::integer},     {"SL", JsonValueKind::integer},
    {"SS", JsonValueKind::integer},     {"SV", JsonValueKind::integer},     {"UL", JsonValueKind::integer},
    {"US", JsonValueKind::integer},     {"UV", JsonValueKind::integer},     {"DS", JsonValueKind::decimal},
    {"FL", JsonValueKind::decimal},     {"FD", JsonValueKind::decimal},     {"LT", JsonValueKind::single_text},
    {"ST", JsonValueKind::single_text}, {"UT", JsonValueKind::single_text}, {"UR", JsonValueKind::single_text},
    {"OB", JsonValueKind::binary},      {"OD", JsonValueKind::binary},      {"OF", JsonValueKind::binary},
    {"OL", JsonValueKind::binary},      {"OV", JsonValueKind::binary},      {"OW", JsonValueKind::binary},
    {"UN", JsonValueKind::binary},      {"SQ", JsonValueKind::binary},      {"ox", JsonValueKind::binary},
    {"na", JsonValueKind::binary},
}};

JsonValueKind kind_of(std::string_view vr) {
    auto const* found = std::ranges::find(vr_kinds, vr, &VRKind::vr);
    return found == vr_kinds.end() ? JsonValueKind::text : found->kind;
}

void append_value(std::string& json, JsonValueKind kind, std::string_view value) {
    if (value.empty()) {
        json += "null";
        return;
    }
    switch (kind) {
        case JsonValueKind::text:
        case JsonValueKind::single_text: return append_json_string(json, value);
        case JsonValueKind::person_name: return append_json_person_name(json, value);
        case JsonValueKind::integer: return append_json_integer_string(json, value);
        case JsonValueKind::decimal: return append_json_decimal_string(json, value);
        case JsonValueKind::binary: return;
    }
}

void append_values(std::string& json, JsonValueKind kind, std::string_view text) {
    auto const before = json.size();
    json += ",\"Value\":[";
    auto const first = json.size();
    while (true) {
        auto const one = text.substr(0, kind == JsonValueKind::single_text ? std::string_view::npos : text.find('\\'));
        append_value(json, kind, one);
        if (one.size() == text.size()) break;
        json += ',';
        text.remove_prefix(one.size() + 1);
    }
    // A name of nothing but delimiters is no value, and where there is no other there is none at all (PS3.18 F.2.5).
    if (std::string_view{json}.substr(first) == "null") return json.resize(before);
    json += ']';
}

constexpr std::uint64_t each_byte(unsigned char value) { return 0x0101'0101'0101'0101U * value; }
constexpr std::uint64_t high_bits = each_byte(0x80);

// The high bit of each byte that is zero, and perhaps of one above such a byte.
constexpr std::uint64_t zero_bytes(std::uint64_t bytes) { return (bytes - each_byte(1)) & ~bytes & high_bits; }

// Whether eight bytes are printable ASCII without what JSON escapes.
constexpr bool are_plain(std::uint64_t bytes) {
    auto const control = (bytes - each_byte(' ')) & ~bytes & high_bits;
    auto const escaped = zero_bytes(bytes ^ each_byte('"')) | zero_bytes(bytes ^ each_byte('\\'));
    return (control | escaped | zero_bytes(bytes ^ each_byte(0x7F)) | (bytes & high_bits)) == 0;
}

// Whether a value is one string as it stands: printable ASCII without what JSON escapes, and one value.
bool is_plain(std::string_view value) {
    std::uint64_t bytes = 0;
    for (; value.size() >= sizeof bytes; value.remove_prefix(sizeof bytes)) {
        std::memcpy(&bytes, value.data(), sizeof bytes);
        if (!are_plain(bytes)) return false;
    }
    bytes = each_byte(' ');
    std::memcpy(&bytes, value.data(), value.size());
    return are_plain(bytes);
}

// Whether the value of such a kind is written as it stands, as the only one.
bool is_written_plain(JsonValueKind kind, std::string_view value) {
    bool const text = kind == JsonValueKind::text || kind == JsonValueKind::single_text;
    bool const name = kind == JsonValueKind::person_name && value.find('=') == std::string_view::npos;
    if (value.empty() || !(text || name) || !is_plain(value)) return false;
    return text || value.back() != ' ';  // padding
}

std::string_view before_plain(JsonValueKind kind) {
    return kind == JsonValueKind::person_name ? ",\"Value\":[{\"Alphabetic\":\"" : ",\"Value\":[\"";
}

std::string_view after_plain(JsonValueKind kind) { return kind == JsonValueKind::person_name ? "\"}]}" : "\"]}"; }

// What follows the VR of what is not written plain.
void append_rest(std::string& json, JsonValueKind kind, std::string_view value) {
    if (!value.empty() && kind != JsonValueKind::binary) {
        if (is_ascii(value))
            append_values(json, kind, value);
        else
            append_values(json, kind, repaired_utf8(value));
    }
    json += '}';
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
    std::string json = "{\"vr\":\"" + std::string{vr} + "\"";
    if (is_written_plain(kind, value))
        json.append(before_plain(kind)).append(value).append(after_plain(kind));
    else
        append_rest(json, kind, value);
    return json;
}

JsonMember::JsonMember(Tag tag, std::string_view vr)
    : tag_{tag},
      kind_{kind_of(vr)},
      begin_{"\"" + to_hex(tag) + "\":{\"vr\":\"" + std::string{vr} + "\""},
      begin_plain_{begin_ + std::string{before_plain(kind_)}} {}

void JsonMember::append_to(std::string& json, std::string_view value) const {
    if (is_written_plain(kind_, value)) {
        json.append(begin_plain_).append(value).append(after_plain(kind_));
        return;
    }
    json += begin_;
    append_rest(json, kind_, value);
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
