#pragma once

#include "dicomweb/service.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// The Capabilities Description of the routes below `base_path` (PS3.18 Annex H): a WADL document, or the same as JSON.
// `base` is the URL that stands for `base_path`. Made from the routes alone, so it tells what the router does.
[[nodiscard]] std::string capabilities_wadl(std::span<http::Route const> routes, std::string_view base_path,
                                            std::string_view base);
[[nodiscard]] std::string capabilities_json(std::span<http::Route const> routes, std::string_view base_path,
                                            std::string_view base);

// OPTIONS on the base path (PS3.18 8.9). Describes `routes` and itself.
[[nodiscard]] std::vector<http::Route> capabilities_routes(Service const& service, std::vector<http::Route> routes);

}  // namespace cassette::dicomweb
