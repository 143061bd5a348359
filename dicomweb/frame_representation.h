#pragma once

#include "archive/archive.h"
#include "archive/part10/instance_layout.h"
#include "dicomweb/accept.h"
#include "schema/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// The frames of a {frames} segment, PS3.18 10.4.1.1.6: numbers from 1 and, beyond the standard, ranges: "1,3,7-9".
// ErrorCode::malformed for anything else, not_found beyond `frames_max`.
[[nodiscard]] Result<std::vector<std::uint32_t>> parse_frame_list(std::string_view text, std::uint32_t frames_max);

enum class Packaging { multipart_only, single_too };

// What the frames of an instance can be had as without decoding them, PS3.18 8.7.3: native ones as application/octet-stream,
// compressed ones as the image type of their transfer syntax, in every spelling that clients use, or as
// application/octet-stream where the client says that it takes the transfer syntax.
[[nodiscard]] std::vector<Offer> frame_offers(InstanceLocation const& location, InstanceLayout const& layout,
                                              Packaging packaging);

}  // namespace cassette::dicomweb
