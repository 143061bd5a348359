#include "archive/part10/searched_values.h"

#include "archive/part10/indexed_values.h"
#include "archive/part10/json_value.h"
#include "archive/part10/uninterpreted_value.h"
#include "schema/person_name.h"
#include "schema/utf8.h"

#include <boost/json.hpp>

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <vector>

namespace cassette {

namespace {

namespace json = boost::json;

constexpr std::size_t values_max = 1024;
constexpr std::size_t value_bytes_max = 1024;

template <class Number>
std::string shortest(Number number) {
    std::array<char, 32> digits;
    auto const end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    return {digits.data(), end};
}

template <class Number>
std::string normalised_number(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    Number value{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return {};
    return shortest(value == Number{} ? Number{} : value);  // no -0
}

// PS3.18 F.2.2: the component groups of a person name, joined by =.
std::string person_name(json::object const& groups) {
    std::string text, separators;
    for (auto const* group : {"Alphabetic", "Ideographic", "Phonetic"}) {
        auto const* value = groups.if_contains(group);
        if (value != nullptr && value->is_string()) text += separators + std::string{value->get_string()};
        if (value != nullptr && value->is_string()) separators.clear();
        separators += '=';
    }
    return text;
}

std::string text_of(json::value const& value) {
    if (auto const* text = value.if_string()) return std::string{*text};
    if (auto const* number = value.if_int64()) return std::to_string(*number);
    if (auto const* number = value.if_uint64()) return std::to_string(*number);
    if (auto const* number = value.if_double()) return shortest(*number);
    if (auto const* groups = value.if_object()) return person_name(*groups);
    return {};
}

std::string_view member_text(json::object const& element, std::string_view name) {
    auto const* member = element.if_contains(name);
    if (member == nullptr || !member->is_string()) return {};
    return {member->get_string().data(), member->get_string().size()};
}

json::array const* values_in(json::object const& element) {
    auto const* values = element.if_contains("Value");
    return values == nullptr ? nullptr : values->if_array();
}

json::object const* element_with(json::object const& item, Tag tag) {
    auto const* element = item.if_contains(to_hex(tag));
    return element == nullptr ? nullptr : element->if_object();
}

bool names_creator(json::object const& element, std::string_view creator) {
    auto const* values = values_in(element);
    if (values == nullptr || values->empty() || !values->front().is_string()) return false;
    auto const& text = values->front().get_string();
    return without_spaces({text.data(), text.size()}) == creator;
}

// PS3.5 7.8.1: (gggg,00bb) reserves (gggg,bb00) to (gggg,bbFF) for the creator it names. One creator may have several blocks.
json::object const* private_element(json::object const& item, Tag tag, std::string_view creator) {
    for (unsigned block = 0x10; block <= 0xFF; ++block) {
        auto const* reservation = element_with(item, {tag.group, static_cast<std::uint16_t>(block)});
        if (reservation == nullptr || !names_creator(*reservation, creator)) continue;
        auto const element = static_cast<std::uint16_t>(block << 8U | (tag.element & 0xFFU));
        if (auto const* found = element_with(item, {tag.group, element})) return found;
    }
    return nullptr;
}

class Reader {
public:
    Reader(DeclaredAttribute const& declared, std::vector<SearchedValue>& found)
        : id_{declared.id}, attribute_{declared.attribute}, found_{found} {}

    void read(json::object const& item, std::size_t depth, std::int64_t items) {
        bool const inside = depth < attribute_.sequences.size();
        auto const tag = inside ? attribute_.sequences[depth] : attribute_.tag;
        auto const* element = find(item, tag);
        if (!inside) return read_values(element, items);
        auto const* list = element == nullptr ? nullptr : values_in(*element);
        if (list == nullptr) return;
        std::int64_t number = 0;
        for (auto const& each : *list) {
            if (++number > item_number_max) return;
            if (auto const* inner = each.if_object()) read(*inner, depth + 1, items | number << item_shift(depth + 1));
        }
    }

private:
    json::object const* find(json::object const& item, Tag tag) const {
        bool const by_creator = tag.is_private() && !attribute_.private_creator.empty();
        return by_creator ? private_element(item, tag, attribute_.private_creator) : element_with(item, tag);
    }

    void read_values(json::object const* element, std::int64_t items) {
        bool any = false;
        auto const take = [&](std::string_view text) {
            auto form = search_form(attribute_, text);
            any = any || !form.empty();
            if (!form.empty()) keep(items, std::move(form));
        };
        if (auto const* values = element == nullptr ? nullptr : values_in(*element)) {
            for (auto const& value : *values) take(text_of(value));
        } else if (element != nullptr) {
            for (auto const& text : uninterpreted_values(attribute_.vr, member_text(*element, "InlineBinary")))
                take(text);
        }
        if (!any && !attribute_.sequences.empty()) keep(items, {});
    }

    void keep(std::int64_t items, std::string form) {
        if (count_++ < values_max) found_.push_back({id_, items, std::move(form)});
    }

    std::int64_t id_;
    SearchAttribute const& attribute_;
    std::vector<SearchedValue>& found_;
    std::size_t count_ = 0;
};

std::uint32_t number_of(Tag tag) { return std::uint32_t{tag.group} << 16U | tag.element; }

// What may be tags in the metadata, at any depth, sorted: most have few of the declared attributes, and need not be parsed for
// the others. Every quoted text of eight hexadecimal digits is taken for one, without looking where it stands.
std::vector<std::uint32_t> tags_in(std::string_view metadata) {
    constexpr std::size_t digits = 8;
    std::vector<std::uint32_t> tags;
    for (auto quote = metadata.find('"'); quote != std::string_view::npos; quote = metadata.find('"', quote + 1)) {
        if (metadata.size() - quote < digits + 2) break;
        if (metadata[quote + digits + 1] != '"') continue;
        if (auto const tag = parse_tag(metadata.substr(quote + 1, digits))) tags.push_back(number_of(*tag));
    }
    std::ranges::sort(tags);
    return tags;
}

// A private attribute may lie in another block than that of its declaration.
bool may_have(std::vector<std::uint32_t> const& tags, SearchAttribute const& attribute) {
    Tag const first = attribute.sequences.empty() ? attribute.tag : attribute.sequences.front();
    bool const by_creator = first.is_private() && !attribute.private_creator.empty();
    if (!by_creator) return std::ranges::binary_search(tags, number_of(first));
    auto const of_group = std::ranges::lower_bound(tags, number_of({first.group, 0}));
    return of_group != tags.end() && *of_group >> 16U == first.group;
}

}  // namespace

std::string search_form(SearchAttribute const& attribute, std::string_view text) {
    text = without_spaces(text);
    std::string form;
    switch (attribute.matching) {
        case Matching::person_name: form = fold_person_name(text); break;
        case Matching::date: form = normalised_date(text); break;
        case Matching::time: form = normalised_time(text); break;
        case Matching::number:
            form =
                is_decimal_vr(attribute.vr) ? normalised_number<double>(text) : normalised_number<std::int64_t>(text);
            break;
        case Matching::uid:
        case Matching::text:
        case Matching::date_time:
        case Matching::membership:
        case Matching::none: form = text; break;
    }
    return std::string{utf8_prefix(form, value_bytes_max)};
}

std::vector<SearchedValue> searched_values(std::string_view metadata, DeclaredAttributes const& declared) {
    std::vector<DeclaredAttribute const*> wanted;
    auto const tags = tags_in(metadata);
    for (auto const& each : declared)
        if (may_have(tags, each.attribute)) wanted.push_back(&each);
    if (wanted.empty()) return {};
    json::monotonic_resource memory;
    json::parse_options options;
    options.max_depth = 1024;  // three for each sequence; the archive has bounded those
    json::error_code failure;
    auto const root = json::parse(metadata, failure, &memory, options);
    if (failure || !root.is_object()) return {};
    std::vector<SearchedValue> found;
    for (auto const* each : wanted) Reader{*each, found}.read(root.get_object(), 0, 0);
    std::ranges::sort(found);
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

}  // namespace cassette
