#include "dicomweb/single_part.h"

#include "dicomweb/http/conditional.h"
#include "dicomweb/http/problem.h"
#include "dicomweb/multipart_writer.h"
#include "dicomweb/outcome.h"

#include <utility>

namespace cassette::dicomweb {

namespace {

using Kind = RangeRequest::Kind;

// If-Range (RFC 9110 13.1.5): a range of something that has changed is the whole; a date has to be the very date, a weak tag
// never fits. The conditions of 304 come before Range (13.2.2).
bool range_applies(http::Request const& request, SinglePart const& part) {
    if (http::not_modified(request, {part.etag, part.last_modified})) return false;
    auto const condition = request.fields.get("If-Range");
    if (condition.empty()) return true;
    bool const is_tag = condition.starts_with('"') || condition.starts_with("W/");
    return is_tag ? condition == part.etag : !part.last_modified.empty() && condition == part.last_modified;
}

RangeRequest wanted_ranges(http::Request const& request, SinglePart const& part, std::uint64_t length) {
    // RFC 9110 14.2: Range means something for GET alone.
    if (request.method != http::Method::get || !range_applies(request, part)) return {};
    return parse_byte_ranges(request.fields.joined("Range"), length);
}

std::string content_range(ByteRange range, std::uint64_t length) {
    return "bytes " + std::to_string(range.offset) + "-" + std::to_string(range.offset + range.length - 1) + "/" +
        std::to_string(length);
}

http::Response refused(http::Request const& request, std::uint64_t length) {
    auto response = http::problem(request, http_status(Outcome::range_not_satisfiable), "beyond the end");
    response.fields.set("Content-Range", "bytes */" + std::to_string(length));
    return response;
}

http::Response described(SinglePart const& part) {
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", part.content_type);
    response.fields.set("Accept-Ranges", "bytes");
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    response.fields.set("ETag", part.etag);
    if (!part.last_modified.empty()) response.fields.set("Last-Modified", part.last_modified);
    return response;
}

void send_ranges(http::Response& response, SinglePart const& part, std::vector<ByteRange> const& ranges) {
    auto const length = total_length(part.pieces);
    std::vector<Part> parts;
    for (auto const& range : ranges) {
        auto open = [pieces = slice(part.pieces, range)]() -> Result<Pieces> { return pieces; };
        parts.push_back({part.content_type, "", range.length, std::move(open), content_range(range, length)});
    }
    auto boundary = random_boundary();
    response.fields.set("Content-Type", "multipart/byteranges; boundary=" + boundary);
    response.body = multipart_body(std::move(parts), std::move(boundary));
}

}  // namespace

http::Response single_part(http::Request const& request, SinglePart part) {
    auto const length = total_length(part.pieces);
    auto const wanted = wanted_ranges(request, part, length);
    if (wanted.kind == Kind::unsatisfiable) return refused(request, length);
    auto response = described(part);
    if (wanted.kind == Kind::whole) {
        response.body = body_of(std::move(part.pieces));
        return response;
    }
    response.status = http_status(Outcome::partial_content);
    if (wanted.ranges.size() > 1) {
        send_ranges(response, part, wanted.ranges);
        return response;
    }
    response.fields.set("Content-Range", content_range(wanted.ranges.front(), length));
    response.body = body_of(slice(std::move(part.pieces), wanted.ranges.front()));
    return response;
}

}  // namespace cassette::dicomweb
