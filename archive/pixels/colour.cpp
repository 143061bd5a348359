#include "archive/pixels/colour.h"

#include "archive/pixels/palette.h"

#include <algorithm>
#include <cstring>

namespace cassette {

namespace {

std::uint8_t clamped(double value) { return static_cast<std::uint8_t>(std::clamp(value + 0.5, 0.0, 255.0)); }

// Samples of any number of bits as 8.
std::uint8_t eight_bits(std::int64_t value, std::uint32_t bits_stored) {
    if (bits_stored > 8) return static_cast<std::uint8_t>(value >> (bits_stored - 8) & 0xFF);
    if (bits_stored == 8) return static_cast<std::uint8_t>(value & 0xFF);
    auto const largest = (std::int64_t{1} << bits_stored) - 1;
    return static_cast<std::uint8_t>((value & largest) * 255 / largest);
}

// PS3.3 C.7.6.3.1.2, the equations of YBR_FULL solved for R, G and B.
void full_to_rgb(std::uint8_t* pixel) {
    double const y = pixel[0];
    double const cb = pixel[1] - 128.0;
    double const cr = pixel[2] - 128.0;
    pixel[0] = clamped(y + 1.402 * cr);
    pixel[1] = clamped(y - 0.344136 * cb - 0.714136 * cr);
    pixel[2] = clamped(y + 1.772 * cb);
}

// The same for YBR_PARTIAL: black is Y 16, white Y 235.
void partial_to_rgb(std::uint8_t* pixel) {
    double const y = 1.164383 * (pixel[0] - 16.0);
    double const cb = pixel[1] - 128.0;
    double const cr = pixel[2] - 128.0;
    pixel[0] = clamped(y + 1.596027 * cr);
    pixel[1] = clamped(y - 0.391762 * cb - 0.812968 * cr);
    pixel[2] = clamped(y + 2.017232 * cb);
}

void to_rgb(Raster& raster, void (*convert)(std::uint8_t*)) {
    for (std::size_t i = 0; i + 2 < raster.samples.size(); i += 3) convert(raster.samples.data() + i);
}

// PS3.3 C.7.6.3.1.3: by pixel, or one plane after another.
void copy_samples(Frame const& frame, Raster& raster) {
    auto const& description = frame.description;
    auto const pixels = description.pixels();
    bool const as_they_are = description.bits_allocated == 8 && description.bits_stored == 8 && !description.by_plane;
    if (as_they_are) {
        std::memcpy(raster.samples.data(), frame.bytes.data(), raster.samples.size());
        return;
    }
    visit_cells(frame, pixels * 3, [&](std::uint64_t i, auto cell) {
        auto const to = description.by_plane ? i % pixels * 3 + i / pixels : i;
        raster.samples[to] = eight_bits(static_cast<std::int64_t>(cell), description.bits_stored);
    });
}

// PS3.3 C.7.6.3.1.2, YBR_FULL_422: Y1 Y2 CB CR for every two pixels of a row.
void copy_subsampled(Frame const& frame, Raster& raster) {
    auto const& description = frame.description;
    visit_cells(frame, description.pixels() / 2 * 4, [&](std::uint64_t i, auto cell) {
        auto* const pair = raster.samples.data() + i / 4 * 6;
        auto const sample = eight_bits(static_cast<std::int64_t>(cell), description.bits_stored);
        auto const part = i % 4;
        if (part < 2)
            pair[part * 3] = sample;
        else
            pair[part - 1] = pair[part + 2] = sample;
    });
}

Signedness signedness_of(PixelDescription const& description) {
    return description.is_signed ? Signedness::signed_values : Signedness::unsigned_values;
}

Result<Raster> render_palette(Frame const& frame, DcmItem& attributes, Raster raster) {
    auto const palette = read_palette(attributes, signedness_of(frame.description));
    if (!palette) return fail(palette.error());
    visit_cells(frame, frame.description.pixels(), [&](std::uint64_t i, auto cell) {
        auto const colour = palette->at(static_cast<std::int64_t>(cell));
        auto* const pixel = raster.samples.data() + i * 3;
        pixel[0] = colour.red;
        pixel[1] = colour.green;
        pixel[2] = colour.blue;
    });
    return raster;
}

}  // namespace

Result<Raster> render_colour(Frame const& frame, DcmItem& attributes) {
    auto const& description = frame.description;
    Raster raster{description.columns, description.rows, 3, std::vector<std::uint8_t>(description.pixels() * 3)};
    using enum Photometric;
    switch (description.photometric) {
        case palette_color: return render_palette(frame, attributes, std::move(raster));
        case monochrome1:
        case monochrome2:
        case rgb: copy_samples(frame, raster); break;
        case ybr_full:
            copy_samples(frame, raster);
            to_rgb(raster, full_to_rgb);
            break;
        case ybr_full_422:
            copy_subsampled(frame, raster);
            to_rgb(raster, full_to_rgb);
            break;
        case ybr_partial_422:
            copy_subsampled(frame, raster);
            to_rgb(raster, partial_to_rgb);
            break;
    }
    return raster;
}

Result<Raster> through_palette(Raster const& grey, DcmItem& attributes) {
    auto const palette = read_palette(attributes, Signedness::unsigned_values);
    if (!palette) return fail(palette.error());
    auto const last = static_cast<std::int64_t>(palette->channels[0].entries.size()) - 1;
    auto const first = palette->channels[0].first;
    auto const pixels = std::size_t{grey.width} * grey.height;
    Raster raster{grey.width, grey.height, 3, std::vector<std::uint8_t>(pixels * 3)};
    for (std::size_t i = 0; i < pixels; ++i) {
        auto const colour = palette->at(first + (grey.samples[i * grey.channels] * last + 127) / 255);
        auto* const pixel = raster.samples.data() + i * 3;
        pixel[0] = colour.red;
        pixel[1] = colour.green;
        pixel[2] = colour.blue;
    }
    return raster;
}

}  // namespace cassette
