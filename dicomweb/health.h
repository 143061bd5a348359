#pragma once

#include "dicomweb/http/router.h"
#include "schema/result.h"

#include <functional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// One thing that must work for the node to serve: that the index answers, that the data folder is writable. Quick, and
// callable from any thread.
struct HealthCheck {
    std::string name;
    std::function<Result<void>()> check;
};

// GET /health: {"status":"ok","version":...,"checks":{...}} with 200 when every check succeeds, "unavailable" with the
// status of ErrorCode::unavailable otherwise. Says which check failed, not why: no authentication stands before it.
[[nodiscard]] std::vector<http::Route> health_routes(std::string version, std::vector<HealthCheck> checks);

}  // namespace cassette::dicomweb
