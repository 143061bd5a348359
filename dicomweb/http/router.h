#pragma once

#include "dicomweb/http/message.h"

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace cassette::http {

// Values of the {placeholders} of a route's pattern, in order; of {a tail...} its segments with '/' between them.
using PathValues = std::vector<std::string>;

// These two run on a worker and may block.
using Handler = std::function<Response(Request const&, PathValues const&)>;
using UploadHandler = std::function<Result<std::unique_ptr<BodySink>>(Request const&, PathValues const&)>;
// Runs on an I/O thread and must not block: the answer where it is at hand, body included; nullopt leaves it to the handler.
using AtHand = std::function<std::optional<Response>(Request const&, PathValues const&)>;

// What answering takes: disks, codecs and other nodes, or hardly anything but a processor.
enum class Labour { waits, computes };

struct Route {
    Method method;
    std::string pattern;  // "/dicom-web/studies/{study}/metadata"; a segment is literal or one placeholder, and
                          // the last may be a tail, "/viewer/{path...}", for one or more segments
    std::variant<Handler, UploadHandler> handler;
    AtHand at_hand = {};  // asked first; may be empty
    Labour labour = Labour::waits;
};

struct Routed {
    Route const* route = nullptr;  // nullptr: no such path, or the path exists but not with this method
    PathValues values;
    std::vector<Method> allowed;  // methods that the path does have, for Allow (RFC 9110 10.2.1); HEAD goes with GET
};

// The routes of all services, kept in one table from which the capabilities can be told. HEAD falls back on GET. Where
// two patterns match, the one that is literal where the other has a placeholder wins, the leftmost difference deciding, and
// a tail loses to everything. A '/' at the end of a request's path does not count.
class Router {
public:
    void add(std::vector<Route> routes);
    Routed route(Request const& request) const;
    std::vector<Route> const& routes() const { return routes_; }

private:
    struct Pattern {
        std::vector<std::string> literals;  // empty at a placeholder
        bool tail = false;                  // the last placeholder takes all the rest
    };
    static Pattern pattern_of(std::string_view text);
    static bool matches(Pattern const& pattern, std::span<std::string const> segments);
    static bool more_literal(Pattern const& a, Pattern const& b);
    static PathValues values_of(Pattern const& pattern, std::span<std::string const> segments);

    std::vector<Route> routes_;
    std::vector<Pattern> patterns_;  // of the route at the same position
};

}  // namespace cassette::http
