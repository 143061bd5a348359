// Law: any bytes said to be a video have a frame of bounded size, or not_acceptable or too_large; and the same bytes in two
// fragments have the same frame.
//
//   syntax, frame, stream...   a byte each: MPEG-2, H.264 or HEVC; counted from 1

#include "archive/pixels/video/video_frame.h"
#include "storage/memory_blob.h"

#include <array>
#include <cstdlib>

using namespace cassette;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    static constexpr std::array<std::string_view, 3> syntaxes{"1.2.840.10008.1.2.4.100", "1.2.840.10008.1.2.4.102",
                                                              "1.2.840.10008.1.2.4.107"};
    constexpr std::size_t start = 2;
    if (size < start) return 0;
    auto const blob = std::make_shared<MemoryBlob>(std::string{reinterpret_cast<char const*>(data), size});
    VideoStream const whole{syntaxes[data[0] % syntaxes.size()], blob, {{start, size - start}}};
    auto const number = data[1] % 32U + 1;
    auto const frame = decode_video_frame(whole, number);
    auto const half = (size - start) / 2;
    VideoStream const halves{whole.transfer_syntax, blob, {{start, half}, {start + half, size - start - half}}};
    auto const again = decode_video_frame(halves, number);
    require(frame.has_value() == again.has_value());
    if (!frame) {
        auto const code = frame.error().code;
        require(code == ErrorCode::not_acceptable || code == ErrorCode::too_large);
        return 0;
    }
    require(frame->description.pixels() <= static_cast<std::uint64_t>(video_pixels_max));
    require(frame->bytes.size() == native_frame_bytes(frame->description));
    require(frame->bytes == again->bytes);
    return 0;
}
