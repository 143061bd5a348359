#pragma once

#include "archive/archive.h"
#include "archive/part10/instance_layout.h"
#include "dicomweb/service.h"

#include <cstdint>
#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Frame resources, PS3.18 10.4.1.1.6: frames as stored, their transfer syntax named in every
// part; one frame also as a single part, with ranges. No transcoding: ErrorCode::not_acceptable names what can be had.
// `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_frame_routes(Service const& service);

struct FrameSelection {
    InstanceLocation location;
    InstanceLayout layout;
    std::vector<std::uint32_t> numbers;  // from 1, all existing, at least one
};
[[nodiscard]] Result<http::Response> frames_response(Service const& service, http::Request const& request,
                                                     FrameSelection selection);

}  // namespace cassette::dicomweb
