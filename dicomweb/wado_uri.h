#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The URI Service, PS3.18 9: GET /wado?requestType=WADO&studyUID=...&seriesUID=...&objectUID=... gives one instance, as
// application/dicom or rendered, by the functions that WADO-RS uses. What nobody chooses is image/jpeg for an image of one
// frame, or where one frame is named, text/html for a report, and application/dicom for everything else. `service` must
// outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_uri_routes(Service const& service);

}  // namespace cassette::dicomweb
