#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Store transaction (PS3.18 10.5): POST to all studies or to one. The body is instances (application/dicom), or metadata
// with the bulk data that they name (application/dicom+json, application/dicom+xml), in multipart/related or as a single
// part. Instances are stored each by itself: a bad one does not hinder the others. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> stow_routes(Service const& service);

}  // namespace cassette::dicomweb
