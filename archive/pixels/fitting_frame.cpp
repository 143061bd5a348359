#include "archive/pixels/fitting_frame.h"

#include "archive/pixels/scale.h"
#include "archive/pixels/softcopy.h"
#include "archive/pixels/stored_frame.h"

#include <dcmtk/dcmdata/dcdeftag.h>

namespace cassette {

namespace {

struct Sides {
    Uint16 columns = 0;
    Uint16 rows = 0;
};

Sides sides_of(DcmItem& attributes) {
    Sides sides;
    (void)attributes.findAndGetUint16(DCM_Columns, sides.columns);
    (void)attributes.findAndGetUint16(DCM_Rows, sides.rows);
    return sides;
}

// PS3.3 C.9.2: in the pixels, too.
bool has_overlays(DcmItem& attributes) {
    for (Uint16 group = 0x6000; group <= 0x601E; group = static_cast<Uint16>(group + 2))
        if (attributes.tagExists(DcmTagKey{group, 0x0010})) return true;
    return false;
}

// Otherwise it is computed of all pixels. Of colours, nothing is.
bool has_window(DcmItem& attributes, RenderRequest const& request) {
    Uint16 samples = 1;
    (void)attributes.findAndGetUint16(DCM_SamplesPerPixel, samples);
    return samples == 3 || request.window || attributes.tagExists(DCM_WindowCenter) ||
        attributes.tagExists(DCM_VOILUTSequence);
}

std::optional<RasterSize> size_of_picture(DcmItem& attributes, RenderRequest const& request) {
    bool const whole = request.viewport && !request.region && !request.presentation;
    if (!whole || has_overlays(attributes) || attributes.tagExists(DCM_ShutterShape)) return std::nullopt;
    auto const [columns, rows] = sides_of(attributes);
    if (columns == 0 || rows == 0 || !has_window(attributes, request)) return std::nullopt;
    Raster const frame{columns, rows, 1, {}};
    return fit_into({request.viewport->width, request.viewport->height}, frame, pixel_aspect(attributes));
}

}  // namespace

Result<Frame> load_fitting_frame(ObjectInArchive const& object, DcmItem& attributes, RenderRequest const& request) {
    if (auto const size = size_of_picture(attributes, request))
        if (auto reduced = load_reduced_frame(object, attributes, request.frame, *size)) return std::move(*reduced);
    return load_frame(object, attributes, request.frame);
}

double rounding_aspect(DcmItem& attributes, Raster const& raster) {
    auto const [columns, rows] = sides_of(attributes);
    if (columns == 0 || rows == 0 || raster.width == 0 || raster.height == 0) return 1;
    return static_cast<double>(rows) / raster.height * raster.width / columns;
}

}  // namespace cassette
