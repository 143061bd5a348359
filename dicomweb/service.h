#pragma once

#include "archive/archive.h"
#include "dicomweb/http/router.h"
#include "dicomweb/settings.h"

namespace cassette::dicomweb {

// What every DICOMweb handler works on. Outlives the routes made from it.
struct Service {
    Archive& archive;
    ServiceSettings settings;
};

// A handler whose errors become problem details (dicomweb/http/problem.h).
using ServiceHandler = Result<http::Response> (*)(Service const&, http::Request const&, http::PathValues const&);

// `service` must outlive the result.
[[nodiscard]] http::Handler handler(Service const& service, ServiceHandler handle);

}  // namespace cassette::dicomweb
