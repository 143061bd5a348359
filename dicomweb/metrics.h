#pragma once

#include "dicomweb/http/router.h"

#include <functional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// GET /metrics: what `exposition` returns, in the Prometheus text format 0.0.4. `exposition` is called from any thread.
[[nodiscard]] std::vector<http::Route> metrics_routes(std::function<std::string()> exposition);

}  // namespace cassette::dicomweb
