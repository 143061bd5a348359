#pragma once

#include "archive/archive.h"
#include "archive/part10/instance_layout.h"
#include "dicomweb/accept.h"
#include "dicomweb/asker.h"
#include "schema/result.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// The frames of a {frames} segment, PS3.18 10.4.1.1.6: numbers from 1 and, beyond the standard, ranges: "1,3,7-9".
// ErrorCode::malformed for anything else, not_found beyond `frames_max`.
[[nodiscard]] Result<std::vector<std::uint32_t>> parse_frame_list(std::string_view text, std::uint32_t frames_max);

enum class Packaging { multipart_only, single_too };

struct FramesOf {
    InstanceLocation const& location;
    InstanceLayout const& layout;
};

// What the frames of an instance can be had as without decoding them, PS3.18 8.7.3.3: native ones as
// application/octet-stream, compressed ones as the media type of their transfer syntax, in every spelling that clients use, or
// as application/octet-stream where the client says that it takes the transfer syntax.
[[nodiscard]] std::vector<Offer> stored_frame_offers(FramesOf const& frames, Packaging packaging);
// What they can be had as besides, by decoding and encoding them. Of each media type the best encoding without loss is what a
// client gets that does not name a transfer syntax.
[[nodiscard]] std::vector<Offer> made_frame_offers(Asker const& asker, FramesOf const& frames, Packaging packaging);

// Whether frames in this transfer syntax are the bytes that lie in the blob: those of all native little endian syntaxes are the
// same.
[[nodiscard]] bool is_stored_form(FramesOf const& frames, std::string_view transfer_syntax);
// How many frames can be told apart in what is stored; fewer than Number of Frames says where the object is damaged.
[[nodiscard]] std::uint32_t available_frames(InstanceLayout const& layout);
// Compressed Pixel Data that is one stream and has no frames of its own: video.
[[nodiscard]] bool is_video(FramesOf const& frames);

}  // namespace cassette::dicomweb
