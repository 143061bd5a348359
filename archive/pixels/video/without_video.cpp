#include "archive/pixels/video/video_frame.h"

namespace cassette {

bool can_decode_video(std::string_view) { return false; }

Result<Frame> decode_video_frame(VideoStream const&, std::uint32_t) {
    return fail(ErrorCode::not_acceptable, "video is not decoded by this build");
}

}  // namespace cassette
