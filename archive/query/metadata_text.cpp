#include "archive/query/metadata_text.h"

#include <boost/json.hpp>

#include <algorithm>
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

std::string vr_of(json::object const& element) {
    auto const* vr = element.if_contains("vr");
    return vr != nullptr && vr->is_string() ? std::string{vr->get_string()} : std::string{};
}

bool is_sequence(json::object const& element) { return vr_of(element) == "SQ"; }

json::object const* element_of(void const* object, Tag tag) {
    auto const* element =
        object != nullptr ? static_cast<json::object const*>(object)->if_contains(to_hex(tag)) : nullptr;
    return element != nullptr ? element->if_object() : nullptr;
}

json::array const* values_of(json::object const& element) {
    auto const* values = element.if_contains("Value");
    return values != nullptr ? values->if_array() : nullptr;
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

MetadataItem MetadataText::root() const {
    return MetadataItem{document_ != nullptr ? document_->root.if_object() : nullptr};
}

std::string MetadataItem::text_of(Tag tag) const {
    auto const* element = element_of(object_, tag);
    auto const* values = element != nullptr ? values_of(*element) : nullptr;
    if (values == nullptr || is_sequence(*element)) return {};
    std::string text;
    for (bool first = true; auto const& value : *values) {
        if (!first) text += '\\';
        first = false;
        text += text_of_value(value);
    }
    return text;
}

std::vector<MetadataItem> MetadataItem::items_of(Tag tag) const {
    std::vector<MetadataItem> items;
    auto const* element = element_of(object_, tag);
    auto const* values = element != nullptr ? values_of(*element) : nullptr;
    if (values == nullptr || !is_sequence(*element)) return items;
    for (auto const& value : *values) items.emplace_back(value.if_object());
    return items;
}

std::vector<MetadataItem::Element> MetadataItem::elements() const {
    std::vector<Element> elements;
    if (object_ == nullptr) return elements;
    for (auto const& [key, value] : *static_cast<json::object const*>(object_)) {
        auto const tag = parse_tag(key);
        if (tag && value.is_object()) elements.push_back({*tag, vr_of(value.get_object())});
    }
    std::ranges::sort(elements, {}, &Element::tag);
    return elements;
}

}  // namespace cassette
