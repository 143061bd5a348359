#include "dicomweb/http/conditional.h"

#include <algorithm>

namespace cassette::http {

namespace {

std::string_view opaque(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

}  // namespace

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    if (etag.empty()) return false;
    auto rest = if_none_match;
    while (!rest.empty()) {
        auto begin = rest.find_first_not_of(", \t");
        if (begin == std::string_view::npos) return false;
        rest.remove_prefix(begin);
        if (rest == "*") return true;
        // The opaque part is quoted and may hold commas.
        auto open = rest.starts_with("W/") ? std::size_t{2} : std::size_t{0};
        if (open >= rest.size() || rest[open] != '"') return false;
        auto close = rest.find('"', open + 1);
        if (close == std::string_view::npos) return false;
        if (opaque(rest.substr(0, close + 1)) == opaque(etag)) return true;
        rest.remove_prefix(close + 1);
    }
    return false;
}

void apply_conditions(Request const& request, Response& response) {
    bool reads = request.method == Method::get || request.method == Method::head;
    if (!reads || response.status != 200 || !request.fields.has("If-None-Match")) return;
    if (!names_etag(request.fields.joined("If-None-Match"), response.fields.get("ETag"))) return;
    // RFC 9110 15.4.5: only what the client needs to update the representation that it holds.
    Fields kept;
    for (std::string_view name : {"ETag", "Cache-Control", "Content-Location", "Expires", "Vary"}) {
        if (response.fields.has(name)) kept.add(std::string{name}, response.fields.joined(name));
    }
    for (auto const& [name, value] : response.fields.all()) {
        if (name.starts_with("Access-Control-")) kept.add(name, value);
    }
    response.status = 304;
    response.fields = std::move(kept);
    response.body = std::string{};
}

}  // namespace cassette::http
