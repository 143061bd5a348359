#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// Deleting and restoring, which PS3.18 leaves open; docs/dicomweb.md describes them for clients.
//   DELETE /studies/{study}[/series/{series}[/instances/{instance}]][?reason=...]   204
//   POST   the same path + /restore                                                 204
//   GET    /deleted[?limit=&offset=]                                                JSON
[[nodiscard]] std::vector<http::Route> removal_routes(Service const& service);

}  // namespace cassette::dicomweb
