#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The change feed: GET /changes?since=SEQUENCE&limit=N gives, in the order of commits, what was stored, superseded,
// deleted, restored and purged after that sequence number. A client goes on from `last`, whatever happens in between.
[[nodiscard]] std::vector<http::Route> changes_routes(Service const& service);

}  // namespace cassette::dicomweb
