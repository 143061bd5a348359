#pragma once

#include "dicomweb/http/message.h"

#include <span>
#include <string_view>

namespace cassette::dicomweb {

// What a route does, for the Capabilities Description (PS3.18 Annex H) and the conformance statement. Lists are separated
// by '|'.
struct Transaction {
    http::Method method;
    std::string_view pattern;  // of the route, below the base path
    std::string_view name;     // as PS3.18 Table H-1 names it; ours in its manner where the standard has none
    std::string_view section;  // "PS3.18 10.4", "-" for an extension
    std::string_view parameters;
    std::string_view request_types;   // media types of the request's payload
    std::string_view response_types;  // default first
};

// Every transaction, in the order of the resource tree.
[[nodiscard]] std::span<Transaction const> transactions();
// nullptr for a route that is none. `pattern` is without the base path.
[[nodiscard]] Transaction const* find_transaction(http::Method method, std::string_view pattern);

}  // namespace cassette::dicomweb
