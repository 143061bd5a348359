#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace cassette {

// What a JPEG or JPEG-LS stream says of its picture.
struct JpegFrameHeader {
    std::uint32_t precision = 0;  // bits of a sample
    std::uint32_t height = 0;
    std::uint32_t width = 0;
    std::uint32_t components = 0;
    bool is_jpeg_ls = false;
};

// Reads up to the first frame header, ISO/IEC 10918-1 B.2.2 and ISO/IEC 14495-1 C.2.2; nullopt when there is none,
// and for markers before it that no stream needs there: DCMTK looks for the header in the same way and does not come back from
// some of them.
[[nodiscard]] std::optional<JpegFrameHeader> read_jpeg_frame_header(std::string_view stream);

}  // namespace cassette
