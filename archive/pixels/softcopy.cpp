#include "archive/pixels/softcopy.h"

#include "archive/pixels/colour.h"
#include "archive/pixels/pseudo_colour.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <array>

namespace cassette {

namespace {

// PS3.4 N.2.3: a presentation state leaves the colours of a supplemental palette as they are, but not those of a range.
Result<Raster> render_monochrome(Frame const& frame, DcmItem& attributes, GreyDisplay const& display) {
    auto const use = palette_use(attributes, frame.description);
    bool const of_image = display.rule == DisplayRule::image && !display.window;
    if (use == PaletteUse::range && of_image) return through_colour_range(frame, attributes);
    auto grey = render_grey(frame, attributes, display);
    if (!grey || use != PaletteUse::supplemental) return grey;
    return with_supplemental_colours(frame, attributes, *std::move(grey));
}

}  // namespace

Result<Raster> softcopy(Frame const& frame, DcmItem& attributes, GreyDisplay const& display) {
    if (frame.bytes.size() < native_frame_bytes(frame.description))
        return fail(ErrorCode::not_acceptable, "the frame is shorter than its description");
    using enum Photometric;
    switch (frame.description.photometric) {
        case monochrome1:
        case monochrome2: return render_monochrome(frame, attributes, display);
        case palette_color:
        case rgb:
        case ybr_full:
        case ybr_full_422:
        case ybr_partial_422: return render_colour(frame, attributes);
    }
    return fail(ErrorCode::not_acceptable, "a photometric interpretation that is not rendered");
}

double pixel_aspect(DcmItem& attributes) {
    // Each is a pair, the vertical distance or size first.
    std::array const keys{DCM_PixelSpacing, DCM_ImagerPixelSpacing, DCM_NominalScannedPixelSpacing,
                          DCM_PixelAspectRatio};
    constexpr double sensible_max = 50;
    for (auto const& key : keys) {
        Float64 vertical = 0;
        Float64 horizontal = 0;
        Sint32 height = 0;
        Sint32 width = 0;
        if (attributes.findAndGetFloat64(key, vertical, 0).bad() ||
            attributes.findAndGetFloat64(key, horizontal, 1).bad()) {
            if (attributes.findAndGetSint32(key, height, 0).bad() || attributes.findAndGetSint32(key, width, 1).bad())
                continue;
            vertical = height;
            horizontal = width;
        }
        if (!(vertical > 0) || !(horizontal > 0)) continue;
        double const aspect = vertical / horizontal;
        if (aspect <= sensible_max && aspect >= 1 / sensible_max) return aspect;
    }
    return 1;
}

}  // namespace cassette
