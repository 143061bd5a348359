#include "dicomweb/metrics.h"

#include "dicomweb/outcome.h"

#include <utility>

namespace cassette::dicomweb {

std::vector<http::Route> metrics_routes(std::function<std::string()> exposition) {
    auto handle = [exposition = std::move(exposition)](http::Request const&, http::PathValues const&) {
        http::Response response;
        response.status = http_status(Outcome::ok);
        response.fields.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8");
        response.fields.set("Cache-Control", "no-store");
        response.body = exposition();
        return response;
    };
    return {{http::Method::get, "/metrics", std::move(handle)}};
}

}  // namespace cassette::dicomweb
