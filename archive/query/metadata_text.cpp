#include "archive/query/metadata_text.h"

#include <boost/json.hpp>

#include <array>
#include <charconv>

namespace cassette {

namespace {

namespace json = boost::json;

std::string decimal(double number) {
    std::array<char, 32> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

// PS3.18 F.2.2: the component groups of a person name, joined by = without empty ones at the end.
std::string person_name(json::object const& groups) {
    std::string text, separators;
    for (auto const* group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* value = groups.if_contains(group);
        if (value != nullptr && value->is_string() && !value->get_string().empty()) {
            text += separators + std::string{value->get_string()};
            separators.clear();
        }
        separators += '=';
    }
    return text;
}

std::string text_of_value(json::value const& value) {
    if (auto const* text = value.if_string()) return std::string{*text};
    if (auto const* number = value.if_int64()) return std::to_string(*number);
    if (auto const* number = value.if_uint64()) return std::to_string(*number);
    if (auto const* number = value.if_double()) return decimal(*number);
    if (auto const* groups = value.if_object()) return person_name(*groups);
    return {};
}

}  // namespace

struct MetadataText::Document {
    json::monotonic_resource memory;
    json::value root = json::value(json::storage_ptr{&memory});
};

MetadataText::MetadataText(std::string_view text) {
    if (text.empty()) return;
    document_ = std::make_unique<Document>();
    json::parse_options options;
    options.max_depth = 1024;  // three for each sequence; the archive has bounded those
    json::error_code failure;
    document_->root = json::parse(text, failure, &document_->memory, options);
}
MetadataText::MetadataText(MetadataText&&) noexcept = default;
MetadataText::~MetadataText() = default;

std::string MetadataText::text_of(Tag tag) const {
    auto const* attributes = document_ != nullptr ? document_->root.if_object() : nullptr;
    auto const* attribute = attributes != nullptr ? attributes->if_contains(to_hex(tag)) : nullptr;
    if (attribute == nullptr || !attribute->is_object()) return {};
    auto const* vr = attribute->get_object().if_contains("vr");
    auto const* values = attribute->get_object().if_contains("Value");
    bool const sequence = vr != nullptr && vr->is_string() && vr->get_string() == "SQ";
    if (sequence || values == nullptr || !values->is_array()) return {};
    std::string text;
    for (bool first = true; auto const& value : values->get_array()) {
        if (!first) text += '\\';
        first = false;
        text += text_of_value(value);
    }
    return text;
}

}  // namespace cassette
