#include "archive/pixels/reduced_frame.h"

#include "archive/pixels/jpeg2000/reduced_decoder.h"
#include "archive/pixels/jpeg_decoder.h"
#include "archive/pixels/reduced_grid.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cassette {

namespace {

// PS3.5 10.9, 10.10 and 10.17 to 10.19.
constexpr std::array<std::string_view, 7> jpeg_2000_syntaxes{
    "1.2.840.10008.1.2.4.90",  "1.2.840.10008.1.2.4.91",  "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93",
    "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"};

bool is_jpeg_2000(std::string_view syntax) {
    return std::ranges::find(jpeg_2000_syntaxes, syntax) != jpeg_2000_syntaxes.end();
}

// How often the frame can be halved without becoming less than that. From a quarter on it keeps half as much again to scale
// from, which costs little then and keeps what is fine.
std::uint32_t halvings_to(RasterSize least, PixelDescription const& description) {
    std::uint32_t halvings = 0;
    auto const reaches = [&](std::uint32_t times) {
        double const margin = times == 1 ? 1 : 1.5;
        return halved(description.columns, times) >= margin * least.width &&
            halved(description.rows, times) >= margin * least.height;
    };
    while (halvings < 16 && reaches(halvings + 1)) ++halvings;
    return halvings;
}

bool has_means(PixelDescription const& description) {
    return description.photometric != Photometric::palette_color && description.bits_allocated >= 8 &&
        description.shift == 0;
}

// From a sample to the next in pixels of the whole frame: a power of two.
double step_of(Frame const& reduced, PixelDescription const& whole) {
    std::uint32_t halvings = 0;
    while (halved(whole.columns, halvings) > reduced.description.columns ||
           halved(whole.rows, halvings) > reduced.description.rows)
        ++halvings;
    return std::ldexp(1.0, static_cast<int>(halvings));
}

}  // namespace

bool can_be_reduced(std::string_view transfer_syntax) {
    return is_cosine_jpeg(transfer_syntax) || is_jpeg_2000(transfer_syntax);
}

std::optional<Frame> decode_reduced(PixelDescription const& description, EncodedFrame encoded, RasterSize least) {
    auto const halvings = halvings_to(least, description);
    if (halvings == 0 || !has_means(description) || !can_be_reduced(encoded.transfer_syntax)) return std::nullopt;
    auto const stream = joined(encoded.fragments);
    if (!stream_fits(encoded.transfer_syntax, stream, description)) return std::nullopt;
    bool const is_jpeg = is_cosine_jpeg(encoded.transfer_syntax);
    auto const frame = is_jpeg ? decode_jpeg(stream, description, std::min(halvings, 3U))
                               : jpeg2000::decode_reduced(stream, description, halvings);
    if (!frame) return std::nullopt;
    // The cosine transform has the mean of so many pixels, the wavelet is centred on one of them.
    auto const step = step_of(*frame, description);
    return evenly_spread(*frame, description, {is_jpeg ? (step - 1) / 2 : 0, step});
}

}  // namespace cassette
