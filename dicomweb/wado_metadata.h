#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Metadata resources, PS3.18 10.4.1.1.2, at study, series and instance, in
// application/dicom+json, application/json or multipart/related; type="application/dicom+xml". JSON is put together from
// what was deflated at ingest; a client that takes gzip gets those very bytes. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_metadata_routes(Service const& service);

}  // namespace cassette::dicomweb
