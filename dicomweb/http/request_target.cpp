#include "dicomweb/http/request_target.h"

#include "dicomweb/http/percent_encoding.h"

#include <algorithm>

namespace cassette::http {

namespace {

bool control(char c) {
    auto byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

Result<std::string> decode_segment(std::string_view raw) {
    auto segment = percent_decode(raw);
    if (!segment) return segment;
    bool slash = segment->find('/') != std::string::npos;
    if (slash || *segment == ".." || std::any_of(segment->begin(), segment->end(), control)) {
        return fail(ErrorCode::malformed, "path segment that is \"..\" or holds '/' or a control character");
    }
    return segment;
}

// `path` begins with '/'. "/" has no segments, "/a/" has "a" and an empty one.
Result<std::vector<std::string>> decode_path(std::string_view path) {
    std::vector<std::string> segments;
    if (path == "/") return segments;
    while (!path.empty()) {
        path.remove_prefix(1);
        auto raw = path.substr(0, path.find('/'));
        path.remove_prefix(raw.size());
        auto segment = decode_segment(raw);
        if (!segment) return fail(segment.error());
        segments.push_back(std::move(*segment));
    }
    return segments;
}

Result<std::vector<std::pair<std::string, std::string>>> decode_query(std::string_view query) {
    std::vector<std::pair<std::string, std::string>> parameters;
    while (!query.empty()) {
        auto raw = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(raw.size() + 1, query.size()));
        if (raw.empty()) continue;
        auto equals = std::min(raw.find('='), raw.size());
        auto name = percent_decode(raw.substr(0, equals));
        auto value = percent_decode(raw.substr(std::min(equals + 1, raw.size())));
        if (!name || !value) return fail(ErrorCode::malformed, "bad percent-encoding in the query");
        if (name->find('\0') != std::string::npos || value->find('\0') != std::string::npos) {
            return fail(ErrorCode::malformed, "NUL in the query");
        }
        parameters.emplace_back(std::move(*name), std::move(*value));
    }
    return parameters;
}

// Absolute-form (RFC 9112 3.2.2) without its scheme and authority.
std::string_view origin_form(std::string_view target) {
    for (std::string_view scheme : {"http://", "https://"}) {
        if (!target.starts_with(scheme)) continue;
        auto rest = target.substr(scheme.size());
        auto end = std::min(rest.find_first_of("/?"), rest.size());
        return rest.substr(end);
    }
    return target;
}

}  // namespace

Result<RequestTarget> parse_request_target(std::string_view target) {
    RequestTarget parts;
    if (target == "*") return parts;
    auto origin = origin_form(target);
    if (origin.find('#') != std::string_view::npos) return fail(ErrorCode::malformed, "fragment in the request target");
    auto path = path_of(origin);
    bool absolute = origin.data() != target.data();
    if (path.empty() && absolute) path = "/";
    if (!path.starts_with('/')) return fail(ErrorCode::malformed, "request target that does not begin with '/'");
    auto segments = decode_path(path);
    if (!segments) return fail(segments.error());
    auto mark = std::min(origin.find('?'), origin.size());
    auto query = decode_query(origin.substr(std::min(mark + 1, origin.size())));
    if (!query) return fail(query.error());
    parts.segments = std::move(*segments);
    parts.query = std::move(*query);
    return parts;
}

std::string_view path_of(std::string_view target) { return target.substr(0, target.find('?')); }

}  // namespace cassette::http
