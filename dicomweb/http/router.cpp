#include "dicomweb/http/router.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace cassette::http {

namespace {

using Literals = std::vector<std::string>;

Literals split(std::string_view pattern) {
    Literals literals;
    while (!pattern.empty()) {
        pattern.remove_prefix(1);
        auto segment = pattern.substr(0, pattern.find('/'));
        pattern.remove_prefix(segment.size());
        bool placeholder = segment.starts_with('{') && segment.ends_with('}');
        literals.emplace_back(placeholder ? std::string_view{} : segment);
    }
    // "/" has no segments, as in Request::segments.
    if (literals.size() == 1 && literals.front().empty()) literals.clear();
    return literals;
}

// "/studies/" is taken for "/studies".
std::span<std::string const> significant(std::vector<std::string> const& segments) {
    std::span<std::string const> all{segments};
    return !all.empty() && all.back().empty() ? all.first(all.size() - 1) : all;
}

// An empty segment of a request matches no placeholder: "/studies//series" is not a path of ours.
bool matches(Literals const& literals, std::span<std::string const> segments) {
    if (literals.size() != segments.size()) return false;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        bool fits = literals[i].empty() ? !segments[i].empty() : literals[i] == segments[i];
        if (!fits) return false;
    }
    return true;
}

bool more_literal(Literals const& a, Literals const& b) {
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (a[i].empty() != b[i].empty()) return b[i].empty();
    }
    return false;
}

PathValues values_of(Literals const& literals, std::span<std::string const> segments) {
    PathValues values;
    for (std::size_t i = 0; i < literals.size(); ++i) {
        if (literals[i].empty()) values.push_back(segments[i]);
    }
    return values;
}

void allow(std::vector<Method>& allowed, Method method) {
    if (std::find(allowed.begin(), allowed.end(), method) == allowed.end()) allowed.push_back(method);
}

}  // namespace

void Router::add(std::vector<Route> routes) {
    for (auto& route : routes) {
        patterns_.push_back({split(route.pattern)});
        routes_.push_back(std::move(route));
    }
}

Routed Router::route(Request const& request) const {
    Routed routed;
    Pattern const* chosen = nullptr;
    auto const segments = significant(request.segments);
    for (std::size_t i = 0; i < routes_.size(); ++i) {
        auto const& route = routes_[i];
        auto const& pattern = patterns_[i];
        if (!matches(pattern.literals, segments)) continue;
        allow(routed.allowed, route.method);
        bool head_by_get = request.method == Method::head && route.method == Method::get;
        if (head_by_get) allow(routed.allowed, Method::head);
        if (route.method != request.method && !head_by_get) continue;
        bool exact = routed.route && route.method == request.method && routed.route->method != request.method;
        if (chosen && !exact && !more_literal(pattern.literals, chosen->literals)) continue;
        chosen = &pattern;
        routed.route = &route;
    }
    if (std::find(routed.allowed.begin(), routed.allowed.end(), Method::get) != routed.allowed.end()) {
        allow(routed.allowed, Method::head);
    }
    if (chosen) routed.values = values_of(chosen->literals, segments);
    return routed;
}

}  // namespace cassette::http
