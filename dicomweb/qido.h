#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Search transaction, PS3.18 10.6: the six resources of Table 10.6.1-1, in application/dicom+json, application/json,
// multipart/related; type="application/dicom+xml" or text/csv. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> qido_routes(Service const& service);

}  // namespace cassette::dicomweb
