#include "dicomweb/single_part.h"

#include "dicomweb/http/conditional.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/media_type.h"
#include "dicomweb/outcome.h"

#include <algorithm>
#include <charconv>

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

RangeRequest suffix_range(std::uint64_t suffix, std::uint64_t length) {
    auto const taken = std::min(suffix, length);
    if (taken == 0) return {unsatisfiable, {}};
    return {satisfiable, {length - taken, taken}};
}

// If-Range (RFC 9110 13.1.5): a range of something that has changed is the whole. If-None-Match comes before Range (13.2.2).
bool range_applies(http::Request const& request, std::string_view etag) {
    if (http::names_etag(request.fields.joined("If-None-Match"), etag)) return false;
    auto const condition = request.fields.get("If-Range");
    return condition.empty() || condition == etag;
}

}  // namespace

RangeRequest parse_range(std::string_view field, std::uint64_t length) {
    auto text = without_whitespace(field);
    if (!lower_case(text.substr(0, 6)).starts_with("bytes=")) return {};
    text = without_whitespace(text.substr(6));
    auto const dash = text.find('-');
    if (dash == std::string_view::npos) return {};
    auto const first = parse_number(text.substr(0, dash));
    auto const last = parse_number(text.substr(dash + 1));
    if (dash == 0) return last ? suffix_range(*last, length) : RangeRequest{};
    bool const open = dash + 1 == text.size();
    if (!first || (!last && !open) || (last && *last < *first)) return {};
    if (*first >= length) return {unsatisfiable, {}};
    auto const end = open ? length : std::min(length, *last == UINT64_MAX ? length : *last + 1);
    return {satisfiable, {*first, end - *first}};
}

http::Response single_part(http::Request const& request, SinglePart part) {
    auto const length = total_length(part.pieces);
    RangeRequest wanted;
    if (range_applies(request, part.etag)) wanted = parse_range(request.fields.get("Range"), length);
    if (wanted.kind == unsatisfiable) {
        auto refused = http::problem(request, http_status(Outcome::range_not_satisfiable), "beyond the end");
        refused.fields.set("Content-Range", "bytes */" + std::to_string(length));
        return refused;
    }
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", part.content_type);
    response.fields.set("Accept-Ranges", "bytes");
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    response.fields.set("ETag", part.etag);
    if (wanted.kind == satisfiable) {
        auto const [offset, count] = wanted.range;
        response.status = http_status(Outcome::partial_content);
        response.fields.set("Content-Range",
                            "bytes " + std::to_string(offset) + "-" + std::to_string(offset + count - 1) + "/" +
                                std::to_string(length));
        part.pieces = slice(std::move(part.pieces), wanted.range);
    }
    response.body = body_of(std::move(part.pieces));
    return response;
}

}  // namespace cassette::dicomweb
