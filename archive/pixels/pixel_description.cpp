#include "archive/pixels/pixel_description.h"

#include "archive/pixels/raster.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <optional>

namespace cassette {

namespace {

struct PhotometricTerm {
    std::string_view term;
    Photometric photometric;
};

// PS3.3 C.7.6.3.1.2, without what no longer occurs (ARGB, CMYK, HSV) and what only video has (YBR_PARTIAL_420).
constexpr std::array photometric_terms{
    PhotometricTerm{"MONOCHROME1", Photometric::monochrome1},
    PhotometricTerm{"MONOCHROME2", Photometric::monochrome2},
    PhotometricTerm{"PALETTE COLOR", Photometric::palette_color},
    PhotometricTerm{"RGB", Photometric::rgb},
    PhotometricTerm{"YBR_FULL", Photometric::ybr_full},
    PhotometricTerm{"YBR_FULL_422", Photometric::ybr_full_422},
    PhotometricTerm{"YBR_PARTIAL_422", Photometric::ybr_partial_422},
    PhotometricTerm{"YBR_RCT", Photometric::rgb},
    PhotometricTerm{"YBR_ICT", Photometric::rgb},
};

std::uint32_t samples_of(Photometric photometric) {
    using enum Photometric;
    switch (photometric) {
        case monochrome1:
        case monochrome2:
        case palette_color: return 1;
        case rgb:
        case ybr_full:
        case ybr_full_422:
        case ybr_partial_422: return 3;
    }
    return 1;
}

std::uint32_t number_at(DcmItem& dataset, DcmTagKey const& key, std::uint16_t fallback) {
    Uint16 value = fallback;
    return dataset.findAndGetUint16(key, value).good() ? value : fallback;
}

// An absent value means what the number of samples lets it mean.
std::optional<Photometric> photometric_of(DcmItem& dataset, std::uint32_t samples) {
    OFString text;
    (void)dataset.findAndGetOFString(DCM_PhotometricInterpretation, text);
    std::string_view term{text.data(), text.size()};
    while (!term.empty() && (term.back() == ' ' || term.back() == '\0')) term.remove_suffix(1);
    if (term.empty()) return samples == 3 ? Photometric::rgb : Photometric::monochrome2;
    for (auto const& known : photometric_terms) {
        if (known.term == term) return known.photometric;
    }
    return std::nullopt;
}

// PS3.5 8.1.1. What contradicts itself is read as if the value filled its cell.
void describe_bits(DcmItem& dataset, PixelDescription& description) {
    description.bits_allocated = number_at(dataset, DCM_BitsAllocated, 0);
    auto const stored = number_at(dataset, DCM_BitsStored, 0);
    auto const high = number_at(dataset, DCM_HighBit, 0);
    description.bits_stored = stored == 0 || stored > description.bits_allocated ? description.bits_allocated : stored;
    bool const fits = high < description.bits_allocated && high + 1 >= description.bits_stored;
    description.shift = fits ? high + 1 - description.bits_stored : 0;
    description.is_signed = number_at(dataset, DCM_PixelRepresentation, 0) == 1;
}

bool bits_are_known(std::uint32_t allocated) {
    return allocated == 1 || allocated == 8 || allocated == 16 || allocated == 32;
}

// PS3.3 C.7.6.24 and C.7.6.25: floating point pixels have no Bits Stored, High Bit or Pixel Representation.
void describe_floats(Tag pixel_tag, PixelDescription& description) {
    bool const is_double = pixel_tag.element == 0x0009;
    description.kind = is_double ? SampleKind::float64 : SampleKind::float32;
    description.bits_allocated = description.bits_stored = is_double ? 64 : 32;
}

}  // namespace

Result<PixelDescription> describe_pixels(DcmItem& dataset, Tag pixel_tag) {
    PixelDescription description;
    description.rows = number_at(dataset, DCM_Rows, 0);
    description.columns = number_at(dataset, DCM_Columns, 0);
    if (description.pixels() == 0) return fail(ErrorCode::not_acceptable, "an image without rows or columns");
    description.samples = number_at(dataset, DCM_SamplesPerPixel, 1);
    auto const photometric = photometric_of(dataset, description.samples);
    if (!photometric || samples_of(*photometric) != description.samples)
        return fail(ErrorCode::not_acceptable, "a photometric interpretation that is not rendered");
    description.photometric = *photometric;
    description.by_plane = description.samples == 3 && number_at(dataset, DCM_PlanarConfiguration, 0) == 1;
    bool const is_float = pixel_tag.element == 0x0008 || pixel_tag.element == 0x0009;
    if (is_float) {
        describe_floats(pixel_tag, description);
    } else {
        describe_bits(dataset, description);
        if (!bits_are_known(description.bits_allocated))
            return fail(ErrorCode::not_acceptable, "a number of bits allocated that is not rendered");
    }
    bool const odd_bits = (is_float || description.bits_allocated == 1) && description.samples != 1;
    if (odd_bits) return fail(ErrorCode::not_acceptable, "colour samples of this size are not rendered");
    auto const cell_bytes = std::uint64_t{std::max(8U, description.bits_allocated)} / 8;
    if (description.pixels() * description.samples * cell_bytes > raster_bytes_max)
        return fail(ErrorCode::too_large, "the frame is beyond the memory budget");
    return description;
}

std::string_view photometric_term(Photometric photometric) {
    // The first term of an interpretation is its own.
    return std::ranges::find(photometric_terms, photometric, &PhotometricTerm::photometric)->term;
}

std::uint64_t native_frame_bytes(PixelDescription const& description) {
    auto const bits = description.pixels() * description.samples * description.bits_allocated;
    // PS3.3 C.7.6.3.1.2: two pixels share one CB and one CR.
    bool const subsampled =
        description.photometric == Photometric::ybr_full_422 || description.photometric == Photometric::ybr_partial_422;
    return ((subsampled ? bits / 3 * 2 : bits) + 7) / 8;
}

}  // namespace cassette
