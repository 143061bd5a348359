#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Store transaction (PS3.18 10.5): POST to all studies or to one, multipart/related of application/dicom or a single
// application/dicom. Instances are stored as they stream in, each by itself: a bad one does not hinder the others.
// `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> stow_routes(Service const& service);

}  // namespace cassette::dicomweb
