#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Instance resources, PS3.18 10.4.1.1.1: a study, series or instance in multipart/related;
// type="application/dicom", or one instance as application/dicom. Instances leave as they were stored, blob by blob.
// `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_instance_routes(Service const& service);

}  // namespace cassette::dicomweb
