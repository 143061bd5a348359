#pragma once

#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/presentation_state.h"
#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <memory>

namespace cassette {

// What a frame is made a picture of. Borrows the object and the request.
struct Scene {
    ObjectInArchive const& object;
    RenderRequest const& request;
    std::unique_ptr<DcmDataset> image;  // attributes that apply to this frame
    std::unique_ptr<DcmDataset> state;  // nullptr: no presentation state

    PresentedFrame presented() const { return {object.location.instance.str(), request.frame}; }
};

// Reads the attributes. Errors are those of the objects; ErrorCode::not_acceptable when the state does not refer to the frame.
[[nodiscard]] Result<Scene> read_scene(ObjectInArchive const& object, RenderRequest const& request);

// A frame in its own rows and columns.
struct ShownFrame {
    Raster raster;
    double pixel_aspect = 1;  // how much higher than wide its pixels are
};

// Pixel transformations, overlays and shutters. Errors are those of loading the frame and of softcopy().
[[nodiscard]] Result<ShownFrame> shown_frame(Scene const& scene);

// The frame of a segmentation: its segments over the frame that the request names, in that one's rows and columns; by themselves
// on black where it names none, or one that cannot be shown with them. A thumbnail has the segments of all frames that lie there.
// ErrorCode::malformed for a view that what lies below has not.
[[nodiscard]] Result<ShownFrame> shown_segments(Scene const& scene);

}  // namespace cassette
