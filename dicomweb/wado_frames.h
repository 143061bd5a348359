#pragma once

#include "dicomweb/frame_parts.h"
#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Frame resources, PS3.18 10.4.1.1.6: a list of frames, or all of them, as stored or transcoded to
// what the client takes, their transfer syntax named in every part; one frame also as a single part, with ranges. All parts of
// an answer are of one type. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_frame_routes(Service const& service);

[[nodiscard]] Result<http::Response> frames_response(Service const& service, http::Request const& request,
                                                     FrameSelection selection);

}  // namespace cassette::dicomweb
