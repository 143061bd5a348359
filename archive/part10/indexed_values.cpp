#include "archive/part10/indexed_values.h"

#include "archive/part10/binary_value.h"
#include "archive/part10/header_values.h"
#include "archive/part10/json_value.h"
#include "archive/part10/value_representation.h"
#include "schema/utf8.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <unordered_map>

namespace cassette {

namespace {

// More than the longest value of PS3.5 6.2 that is worth searching (LT, 10,240 characters, in UTF-8).
constexpr std::size_t value_bytes_max = 16 * 1024;
// More than twice the longest name (PS3.5 6.2.1: three groups of 64 characters). Every word of a name has rows of its own that
// hold all of it (docs/index-schema.md): what is longer would cost the square of its length.
constexpr std::size_t name_bytes_max = 2 * 1024;
constexpr Tag request_attributes_sequence{0x0040, 0x0275};
constexpr Tag scheduled_procedure_step_id{0x0040, 0x0009};
constexpr Tag requested_procedure_id{0x0040, 0x1001};

bool all_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

int two_digits(std::string_view text) { return (text[0] - '0') * 10 + (text[1] - '0'); }

std::string normalised_integer(std::string_view text) {
    if (text.starts_with('+') && !text.starts_with("+-")) text.remove_prefix(1);
    std::int64_t value = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::to_string(value) : std::string{};
}

std::string each_without_spaces(std::string_view text) {
    std::string list;
    while (true) {
        auto const backslash = text.find('\\');
        list += without_spaces(text.substr(0, backslash));
        if (backslash == std::string_view::npos) return list;
        list += '\\';
        text.remove_prefix(backslash + 1);
    }
}

std::string normalised(Attribute const& attribute, std::string_view text) {
    switch (attribute.matching) {
        case Matching::date: return normalised_date(without_spaces(text));
        case Matching::time: return normalised_time(without_spaces(text));
        case Matching::number: return normalised_integer(without_spaces(text.substr(0, text.find('\\'))));
        case Matching::uid: return each_without_spaces(text);
        case Matching::text:
            return is_single_text_vr(attribute.vr) ? std::string{without_spaces(text)} : each_without_spaces(text);
        case Matching::person_name:
        case Matching::date_time:
        case Matching::membership:
        case Matching::none: return std::string{without_spaces(text)};
    }
    return {};
}

std::unordered_map<std::uint32_t, AttributeIndex> positions_by_tag() {
    std::unordered_map<std::uint32_t, AttributeIndex> positions;
    auto const table = attributes();
    for (AttributeIndex i = 0; i < table.size(); ++i)
        if (table[i].origin == Origin::dataset)
            positions.emplace((std::uint32_t{table[i].tag.group} << 16) | table[i].tag.element, i);
    return positions;
}

class Collector {
public:
    Collector(HeaderView const& header, TextDecoder& decoder) : header_{header}, decoder_{decoder} {
        collected_.values.resize(attributes().size());
    }

    void collect() {
        static auto const positions = positions_by_tag();
        for (auto const& element : header_.elements()) {
            auto const key = (std::uint32_t{element.tag.group} << 16) | element.tag.element;
            if (auto const found = positions.find(key); found != positions.end()) keep(found->second, element);
        }
        // Scheduled Procedure Step ID and Requested Procedure ID are matched at series level (PS3.4 C.6.1.1.4), whatever stands
        // outside of the sequence.
        auto const* const requests = find_element(header_.elements(), request_attributes_sequence);
        if (requests != nullptr && requests->items > 0) collect_request(header_.item(*requests, 0));
    }

    IndexedValues take() { return std::move(collected_); }

private:
    // Nothing else of the item: its Accession Number and Study Instance UID are those of the request.
    void collect_request(HeaderView::Elements item) {
        for (auto const tag : {scheduled_procedure_step_id, requested_procedure_id})
            if (auto const* const element = find_element(item, tag)) keep(attribute_at(tag), *element);
    }

    void keep(AttributeIndex position, HeaderElement const& element) {
        Attribute const& attribute = attributes()[position];
        std::string const text = text_of(element, attribute);
        if (without_spaces(text).empty()) return;
        bool const name = attribute.matching == Matching::person_name;
        auto value = normalised(attribute, utf8_prefix(text, name ? name_bytes_max : value_bytes_max));
        if (value.empty()) collected_.not_searchable = true;
        collected_.values[position] = std::move(value);
    }

    std::string text_of(HeaderElement const& element, Attribute const& attribute) {
        if (binary_vr(element.vr) != nullptr) return first_number(element, header_.order());
        TextKind const kind = attribute.matching == Matching::person_name ? TextKind::person_name
            : is_single_text_vr(attribute.vr)                             ? TextKind::single_value
                                                                          : TextKind::multiple_values;
        return decoder_.to_utf8(element.value, kind);
    }

    HeaderView const& header_;
    TextDecoder& decoder_;
    IndexedValues collected_;
};

}  // namespace

std::string normalised_date(std::string_view text) {
    std::string date{text};
    if (date.size() == 10 && date[4] == '.' && date[7] == '.') std::erase(date, '.');
    if (date.size() != 8 || !all_digits(date)) return {};
    int const month = two_digits(std::string_view{date}.substr(4));
    int const day = two_digits(std::string_view{date}.substr(6));
    return month >= 1 && month <= 12 && day >= 1 && day <= 31 ? date : std::string{};
}

std::string normalised_time(std::string_view text) {
    std::string time{text};
    std::erase(time, ':');
    auto const point = time.find('.');
    std::string_view const digits = std::string_view{time}.substr(0, point);
    std::string_view const fraction =
        point == std::string::npos ? std::string_view{} : std::string_view{time}.substr(point + 1);
    bool const shaped = digits.size() >= 2 && digits.size() <= 6 && digits.size() % 2 == 0 && fraction.size() <= 6;
    if (!shaped || !all_digits(digits) || !all_digits(fraction)) return {};
    constexpr int limits[] = {24, 60, 61};  // PS3.5 6.2: a leap second is 60
    for (std::size_t i = 0; i < digits.size(); i += 2)
        if (two_digits(digits.substr(i)) >= limits[i / 2]) return {};
    return time;
}

IndexedValues indexed_values(HeaderView const& header, TextDecoder& decoder) {
    Collector collector{header, decoder};
    collector.collect();
    return collector.take();
}

}  // namespace cassette
