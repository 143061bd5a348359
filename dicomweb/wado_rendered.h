#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Rendered and Thumbnail resources, PS3.18 10.4.1.1.3 and 10.4.1.1.4, of studies, series,
// instances and frames: one image/jpeg or image/png. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_rendered_routes(Service const& service);

}  // namespace cassette::dicomweb
