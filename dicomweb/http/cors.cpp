#include "dicomweb/http/cors.h"

#include <algorithm>

namespace cassette::http {

namespace {

// What a viewer reads of a response besides the fields that the Fetch standard always shows.
constexpr std::string_view exposed =
    "Accept-Ranges, Allow, Content-Disposition, Content-Encoding, Content-Length, Content-Location, Content-Range,"
    " Content-Type, ETag, Last-Modified, Location, Retry-After, Warning, X-Request-Id, X-Total-Count";
constexpr std::string_view preflight_seconds = "7200";  // the longest that browsers keep

bool is_token_list(std::string_view text) {
    auto const allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
            c == ',' || c == ' ';
    };
    constexpr std::size_t longest = 1024;
    return text.size() <= longest && std::ranges::all_of(text, allowed);
}

void add_vary(Response& response, std::string_view name) {
    auto const vary = response.fields.joined("Vary");
    if (vary == "*" || vary.find(name) != std::string::npos) return;
    response.fields.set("Vary", vary.empty() ? std::string{name} : vary + ", " + std::string{name});
}

void answer_preflight(Request const& request, Response& response) {
    response.fields.set("Access-Control-Allow-Methods", std::string{response.fields.get("Allow")});
    auto const wanted = request.fields.joined("Access-Control-Request-Headers");
    if (!wanted.empty() && is_token_list(wanted)) response.fields.set("Access-Control-Allow-Headers", wanted);
    response.fields.set("Access-Control-Max-Age", std::string{preflight_seconds});
}

}  // namespace

bool is_origin(std::string_view text) {
    auto const colon = text.find("://");
    if (colon == std::string_view::npos) return false;
    auto const scheme = text.substr(0, colon);
    auto const host = text.substr(colon + 3);
    auto const in_host = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
            std::string_view{".-:[]_"}.find(c) != std::string_view::npos;
    };
    return (scheme == "http" || scheme == "https") && !host.empty() && std::ranges::all_of(host, in_host);
}

bool CrossOriginPolicy::allows(std::string_view origin) const {
    auto const same = [&](std::string const& one) { return one == "*" || one == origin; };
    return is_origin(origin) && std::ranges::any_of(origins, same);
}

void apply_cross_origin(CrossOriginPolicy const& policy, Request const& request, Response& response) {
    if (policy.origins.empty()) return;
    add_vary(response, "Origin");
    auto const origin = request.fields.get("Origin");
    if (!policy.allows(origin)) return;
    response.fields.set("Access-Control-Allow-Origin", std::string{origin});
    // A page that is isolated (COEP) loads only what says so.
    response.fields.set("Cross-Origin-Resource-Policy", "cross-origin");
    bool const preflight = request.method == Method::options && request.fields.has("Access-Control-Request-Method");
    if (preflight) return answer_preflight(request, response);
    response.fields.set("Access-Control-Expose-Headers", std::string{exposed});
}

}  // namespace cassette::http
