#pragma once

#include "dicomweb/http/router.h"
#include "schema/result.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// One thing that must work for the node to serve: that the index answers, that the data folder is writable. Quick, and
// callable from any thread.
struct HealthCheck {
    std::string name;
    std::function<Result<void>()> check;
};

// Nothing is taken any more, while what is stored is served as ever.
struct ReadOnly {
    std::string reason;  // a code, as "low_space"
    std::int64_t since;  // nanoseconds since 1970
};

struct Health {
    std::string version;
    std::vector<HealthCheck> checks;
    std::function<std::optional<ReadOnly>()> read_only = {};  // empty: never
};

// GET /health: {"status":"ok","version":...,"checks":{...}} with 200 when every check succeeds, "unavailable" with the
// status of ErrorCode::unavailable otherwise; "read-only", "reason" and "since" with that status when nothing is taken. Says
// what is wrong in one word, not why: no authentication stands before it.
// GET /health/live: {"status":"alive"} with 200 whatever the checks say: a restart would mend nothing.
[[nodiscard]] std::vector<http::Route> health_routes(Health health);

}  // namespace cassette::dicomweb
