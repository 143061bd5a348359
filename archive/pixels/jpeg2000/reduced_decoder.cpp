#include "archive/pixels/jpeg2000/reduced_decoder.h"

#include "archive/pixels/jpeg2000/block_count.h"
#include "archive/pixels/jpeg2000/main_header.h"
#include "archive/pixels/jpeg2000/openjpeg_coder.h"
#include "archive/pixels/scale.h"

#include <algorithm>

namespace cassette::jpeg2000 {

namespace {

// Bits beside those stored, or a sign that the coder did not know of, make means that are none.
bool has_means(MainHeader const& header, PixelDescription const& description) {
    bool const same_sign = header.is_signed == description.is_signed;
    return same_sign && (header.precision <= description.bits_stored || description.bits_stored == 0);
}

// PS3.3 C.7.6.3.1.2: as codec.cpp says of whole frames.
Photometric decoded_photometric(Photometric stored) {
    bool const subsampled = stored == Photometric::ybr_full_422 || stored == Photometric::ybr_partial_422;
    return subsampled ? Photometric::ybr_full : stored;
}

}  // namespace

std::optional<Frame> decode_reduced(std::string_view stream, PixelDescription const& description,
                                    std::uint32_t halvings) {
    stream.remove_prefix(start_of_codestream(stream));
    auto const header = read_main_header(stream);
    Announced const announced{description.columns, description.rows, description.samples, description.bits_allocated};
    bool const is_sound = header && fits(*header, announced) && block_count(stream, *header) <= blocks_max;
    if (!is_sound || !has_means(*header, description)) return std::nullopt;
    auto const times = std::min(halvings, header->decompositions);
    if (times == 0) return std::nullopt;
    auto reduced = description;
    reduced.columns = halved(description.columns, times);
    reduced.rows = halved(description.rows, times);
    reduced.by_plane = false;
    reduced.photometric = decoded_photometric(description.photometric);
    Frame frame{reduced, std::string(static_cast<std::size_t>(native_frame_bytes(reduced)), '\0')};
    Cells const cells{reduced.columns, reduced.rows, reduced.samples, reduced.bits_allocated / 8,
                      std::as_writable_bytes(std::span{frame.bytes})};
    if (!decode_with_openjpeg(stream, cells, times)) return std::nullopt;
    return frame;
}

}  // namespace cassette::jpeg2000
