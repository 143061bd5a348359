#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Bulkdata resources, PS3.18 10.4.1.1.5: the values that metadata names by BulkDataURI, as
// application/octet-stream, single part with ranges or multipart/related; compressed Pixel Data as all of its frames.
// `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_bulkdata_routes(Service const& service);

}  // namespace cassette::dicomweb
