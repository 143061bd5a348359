#include "dicomweb/http/router.h"

#include <algorithm>
#include <span>
#include <string_view>

namespace cassette::http {

namespace {

// "/studies/" is taken for "/studies".
std::span<std::string const> significant(std::vector<std::string> const& segments) {
    std::span<std::string const> all{segments};
    return !all.empty() && all.back().empty() ? all.first(all.size() - 1) : all;
}

void allow(std::vector<Method>& allowed, Method method) {
    if (std::find(allowed.begin(), allowed.end(), method) == allowed.end()) allowed.push_back(method);
}

}  // namespace

Router::Pattern Router::pattern_of(std::string_view text) {
    Pattern pattern;
    pattern.tail = text.ends_with("...}");
    while (!text.empty()) {
        text.remove_prefix(1);
        auto segment = text.substr(0, text.find('/'));
        text.remove_prefix(segment.size());
        bool placeholder = segment.starts_with('{') && segment.ends_with('}');
        pattern.literals.emplace_back(placeholder ? std::string_view{} : segment);
    }
    // "/" has no segments, as in Request::segments.
    if (pattern.literals.size() == 1 && pattern.literals.front().empty() && !pattern.tail) pattern.literals.clear();
    return pattern;
}

// An empty segment of a request matches no placeholder: "/studies//series" is not a path of ours.
bool Router::matches(Pattern const& pattern, std::span<std::string const> segments) {
    auto const count = pattern.literals.size();
    if (pattern.tail ? segments.size() < count : segments.size() != count) return false;
    for (std::size_t i = 0; i < segments.size(); ++i) {
        auto const& literal = pattern.literals[std::min(i, count - 1)];
        bool fits = literal.empty() ? !segments[i].empty() : literal == segments[i];
        if (!fits) return false;
    }
    return true;
}

bool Router::more_literal(Pattern const& a, Pattern const& b) {
    if (a.tail != b.tail) return b.tail;
    for (std::size_t i = 0; i < std::min(a.literals.size(), b.literals.size()); ++i) {
        if (a.literals[i].empty() != b.literals[i].empty()) return b.literals[i].empty();
    }
    return a.literals.size() > b.literals.size();
}

PathValues Router::values_of(Pattern const& pattern, std::span<std::string const> segments) {
    PathValues values;
    for (std::size_t i = 0; i < pattern.literals.size(); ++i) {
        if (pattern.literals[i].empty()) values.push_back(segments[i]);
    }
    for (std::size_t i = pattern.literals.size(); i < segments.size(); ++i) values.back() += '/' + segments[i];
    return values;
}

void Router::add(std::vector<Route> routes) {
    for (auto& route : routes) {
        patterns_.push_back(pattern_of(route.pattern));
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
        if (!matches(pattern, segments)) continue;
        allow(routed.allowed, route.method);
        bool head_by_get = request.method == Method::head && route.method == Method::get;
        if (head_by_get) allow(routed.allowed, Method::head);
        if (route.method != request.method && !head_by_get) continue;
        bool exact = routed.route && route.method == request.method && routed.route->method != request.method;
        if (chosen && !exact && !more_literal(pattern, *chosen)) continue;
        chosen = &pattern;
        routed.route = &route;
    }
    if (std::find(routed.allowed.begin(), routed.allowed.end(), Method::get) != routed.allowed.end()) {
        allow(routed.allowed, Method::head);
    }
    if (chosen) routed.values = values_of(*chosen, segments);
    return routed;
}

}  // namespace cassette::http
