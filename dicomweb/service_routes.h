#pragma once

#include "dicomweb/health.h"
#include "dicomweb/service.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cassette::dicomweb {

// What the operator watches the node by.
struct Monitoring {
    std::vector<HealthCheck> health_checks;
    std::function<std::string()> metrics;                     // Prometheus text; empty for no /metrics
    std::function<std::optional<ReadOnly>()> read_only = {};  // of /health
};

// Every route of this door. `service` must outlive them.
[[nodiscard]] std::vector<http::Route> service_routes(Service const& service, Monitoring monitoring);

}  // namespace cassette::dicomweb
