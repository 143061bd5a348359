#include "dicomweb/media_type.h"

#include <algorithm>
#include <cstddef>

namespace cassette::dicomweb {

namespace {

// Reads one field value from left to right; `end` holds what ends an unquoted value besides ';'.
class Reader {
public:
    Reader(std::string_view text, std::string_view end) : rest_{text}, end_{end} {}

    bool done() const { return rest_.empty(); }
    bool at(char c) const { return !rest_.empty() && rest_.front() == c; }
    void skip() { rest_.remove_prefix(1); }

    std::string_view until(std::string_view stops) {
        auto const length = std::min(rest_.find_first_of(stops), rest_.size());
        auto const taken = rest_.substr(0, length);
        rest_.remove_prefix(length);
        return without_whitespace(taken);
    }

    // A quoted-string (RFC 9110 5.6.4), the opening quote still there. An unclosed one ends with the text.
    std::string quoted() {
        std::string value;
        skip();
        while (!done() && !at('"')) {
            if (at('\\') && rest_.size() > 1) skip();
            value.push_back(rest_.front());
            skip();
        }
        if (!done()) skip();
        return value;
    }

    std::string value() {
        while (at(' ') || at('\t')) skip();
        if (!at('"')) return std::string{until(stops())};
        auto text = quoted();
        (void)until(stops());  // what follows the closing quote is not part of anything
        return text;
    }

    std::string stops() const { return ";" + std::string{end_}; }
    std::string_view end() const { return end_; }

private:
    std::string_view rest_;
    std::string_view end_;
};

void read_parameter(Reader& reader, MediaType& media_type) {
    auto const name = lower_case(reader.until("=" + reader.stops()));
    if (!reader.at('=')) return;
    reader.skip();
    auto value = reader.value();
    if (!name.empty()) media_type.parameters.emplace_back(name, std::move(value));
}

MediaType read_media_type(Reader& reader) {
    MediaType media_type;
    media_type.essence = lower_case(reader.until(reader.stops()));
    while (reader.at(';')) {
        reader.skip();
        read_parameter(reader, media_type);
    }
    return media_type;
}

bool is_essence(std::string_view text) {
    auto const slash = text.find('/');
    if (slash == std::string_view::npos || slash == 0 || slash + 1 == text.size()) return false;
    return text.find_first_of(" \t\"") == std::string_view::npos && text.find('/', slash + 1) == std::string_view::npos;
}

}  // namespace

std::optional<std::string_view> MediaType::parameter(std::string_view name) const {
    for (auto const& [key, value] : parameters)
        if (key == name) return value;
    return std::nullopt;
}

std::vector<std::string_view> MediaType::all(std::string_view name) const {
    std::vector<std::string_view> values;
    for (auto const& [key, value] : parameters)
        if (key == name) values.emplace_back(value);
    return values;
}

Result<MediaType> parse_media_type(std::string_view text) {
    Reader reader{text, ""};
    auto media_type = read_media_type(reader);
    if (!is_essence(media_type.essence)) return fail(ErrorCode::malformed, "Content-Type is not a media type");
    return media_type;
}

std::vector<MediaType> parse_media_ranges(std::string_view text) {
    std::vector<MediaType> ranges;
    Reader reader{text, ","};
    while (!reader.done()) {
        auto range = read_media_type(reader);
        if (range.essence == "*") range.essence = "*/*";  // what some Java clients send
        if (is_essence(range.essence)) ranges.push_back(std::move(range));
        if (!reader.done()) reader.skip();
    }
    return ranges;
}

std::string lower_case(std::string_view text) {
    std::string lower{text};
    std::ranges::transform(lower, lower.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c; });
    return lower;
}

std::string_view without_whitespace(std::string_view text) {
    auto const first = text.find_first_not_of(" \t");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

}  // namespace cassette::dicomweb
