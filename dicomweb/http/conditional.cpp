#include "dicomweb/http/conditional.h"

#include "dicomweb/http/date.h"
#include "dicomweb/http/problem.h"

#include <algorithm>

namespace cassette::http {

namespace {

std::string_view opaque(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

bool reads(Request const& request) { return request.method == Method::get || request.method == Method::head; }

using Same = bool (*)(std::string_view, std::string_view);

// RFC 9110 8.8.3.2: whether a list of entity tags has one that is the same as `etag`.
bool has_etag(std::string_view list, std::string_view etag, Same same) {
    if (etag.empty()) return false;
    auto rest = list;
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
        if (same(rest.substr(0, close + 1), etag)) return true;
        rest.remove_prefix(close + 1);
    }
    return false;
}

bool weakly_same(std::string_view one, std::string_view other) { return opaque(one) == opaque(other); }
bool strongly_same(std::string_view one, std::string_view other) { return one == other && !one.starts_with("W/"); }

// RFC 9110 13.1.3, 13.1.4: a date that cannot be read is no condition.
enum class Change { unknown, none, later };
Change changed_since(std::string_view condition, std::string_view last_modified) {
    if (condition.empty()) return Change::unknown;
    auto const since = parse_http_date(condition);
    auto const modified = parse_http_date(last_modified);
    if (!since || !modified) return Change::unknown;
    return *modified > *since ? Change::later : Change::none;
}

bool precondition_failed(Request const& request, Validators const& validators) {
    if (request.fields.has("If-Match"))
        return !has_etag(request.fields.joined("If-Match"), validators.etag, strongly_same);
    return changed_since(request.fields.get("If-Unmodified-Since"), validators.last_modified) == Change::later;
}

}  // namespace

bool names_etag(std::string_view if_none_match, std::string_view etag) {
    return has_etag(if_none_match, etag, weakly_same);
}

bool not_modified(Request const& request, Validators const& validators) {
    if (!reads(request)) return false;
    if (request.fields.has("If-None-Match")) return names_etag(request.fields.joined("If-None-Match"), validators.etag);
    return changed_since(request.fields.get("If-Modified-Since"), validators.last_modified) == Change::none;
}

void apply_conditions(Request const& request, Response& response) {
    if (!reads(request) || (response.status != 200 && response.status != 206)) return;
    Validators const validators{response.fields.get("ETag"), response.fields.get("Last-Modified")};
    if (precondition_failed(request, validators)) {
        response = problem(request, 412, "the resource is not in the state that was asked for");
        return;
    }
    if (response.status != 200 || !not_modified(request, validators)) return;
    // RFC 9110 15.4.5: only what the client needs to update the representation that it holds.
    Fields kept;
    for (std::string_view name : {"ETag", "Cache-Control", "Content-Location", "Expires", "Last-Modified", "Vary"}) {
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
