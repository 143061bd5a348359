#pragma once

#include "archive/archive.h"
#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Pixel Data and Bulkdata resources at study, series and instance level, PS3.18 10.4.1.1.5 and
// 10.4.1.1.6: multiparts whose parts have the Content-Location that metadata name. Native Pixel Data is one part, compressed
// Pixel Data one part a frame, video one part. What cannot be had in what the client takes is left out: 206 and a Warning.
// `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_pixeldata_routes(Service const& service);

// All bulk data of the scope, Pixel Data included.
[[nodiscard]] Result<http::Response> bulk_of_scope(Service const& service, http::Request const& request,
                                                   RetrieveScope const& scope);

}  // namespace cassette::dicomweb
