#include "dicomweb/byte_ranges.h"

#include "dicomweb/media_type.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace cassette::dicomweb {

namespace {

using enum RangeRequest::Kind;

// Nothing when the text is empty or not a number as a whole.
std::optional<std::uint64_t> parse_number(std::string_view text) {
    std::uint64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// nullopt for what is not a range-spec; an empty range for one that cannot be satisfied.
std::optional<ByteRange> parse_range(std::string_view text, std::uint64_t length) {
    auto const dash = text.find('-');
    if (dash == std::string_view::npos) return std::nullopt;
    auto const first = parse_number(text.substr(0, dash));
    auto const last = parse_number(text.substr(dash + 1));
    if (dash == 0) {
        if (!last) return std::nullopt;
        auto const taken = std::min(*last, length);
        return ByteRange{length - taken, taken};
    }
    bool const open = dash + 1 == text.size();
    if (!first || (!last && !open) || (last && *last < *first)) return std::nullopt;
    if (*first >= length) return ByteRange{length, 0};
    auto const end = open || *last >= length ? length : *last + 1;
    return ByteRange{*first, end - *first};
}

// nullopt for what is not a list of ranges, or too long a list.
std::optional<std::vector<ByteRange>> parse_list(std::string_view text, std::uint64_t length) {
    std::vector<ByteRange> ranges;
    std::size_t count = 0;
    while (true) {
        auto const end = std::min(text.find(','), text.size());
        auto const item = without_whitespace(text.substr(0, end));
        if (!item.empty()) {  // RFC 9110 5.6.1.2: empty list elements do not count
            auto const range = parse_range(item, length);
            if (!range || ++count > byte_ranges_max) return std::nullopt;
            if (range->length > 0) ranges.push_back(*range);
        }
        if (end == text.size()) break;
        text.remove_prefix(end + 1);
    }
    if (count == 0) return std::nullopt;
    return ranges;
}

// RFC 9110 15.3.7.2: what overlaps or touches is sent once.
std::vector<ByteRange> coalesced(std::vector<ByteRange> ranges) {
    std::ranges::sort(ranges, {}, &ByteRange::offset);
    std::vector<ByteRange> merged;
    for (auto const& range : ranges) {
        if (merged.empty() || merged.back().offset + merged.back().length < range.offset) {
            merged.push_back(range);
            continue;
        }
        auto& last = merged.back();
        last.length = std::max(last.offset + last.length, range.offset + range.length) - last.offset;
    }
    return merged;
}

}  // namespace

RangeRequest parse_byte_ranges(std::string_view field, std::uint64_t length) {
    auto const text = without_whitespace(field);
    auto const equals = text.find('=');
    if (equals == std::string_view::npos || lower_case(text.substr(0, equals)) != "bytes") return {};
    auto ranges = parse_list(text.substr(equals + 1), length);
    if (!ranges) return {};
    if (ranges->empty()) return {unsatisfiable, {}};
    return {RangeRequest::Kind::ranges, coalesced(*std::move(ranges))};
}

}  // namespace cassette::dicomweb
