#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/pixels/raster_geometry.h"

#include <dcmtk/dcmdata/dcdatset.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette {

// What a presentation state refers to. No frames: all of them.
struct PresentedImage {
    SeriesInstanceUID series;
    SOPInstanceUID instance;
    std::vector<std::uint32_t> frames = {};
};

// Grayscale, Color, Pseudo-Color, Blending and XA/XRF Grayscale Softcopy Presentation State Storage, PS3.4 N.1: those that are
// rendered.
[[nodiscard]] bool is_presentation_state(std::string_view sop_class);
// Blending Softcopy Presentation State Storage: two sets of images, one seen through the other.
[[nodiscard]] bool is_blending_state(std::string_view sop_class);

// The item of Blending Sequence about one of its sets, PS3.3 C.11.14; nullptr when there is none.
enum class BlendingPosition { underlying, superimposed };
[[nodiscard]] DcmItem* blended_set(DcmItem& state, BlendingPosition position);
// What says which images are presented and how their values are transformed: the state itself, or of a blending state the item
// about its underlying set. nullptr when that is missing.
[[nodiscard]] DcmItem* transformed_set(DcmItem& state);

// The images of its Referenced Series Sequence, in order.
[[nodiscard]] std::vector<PresentedImage> images_of(DcmItem& set);

// The images that are presented, of a blending state those of its underlying set. ErrorCode::not_acceptable when there are none,
// or it is no presentation state; otherwise errors are those of reading the object.
[[nodiscard]] Result<std::vector<PresentedImage>> presented_images(Archive const& archive, Principal const& principal,
                                                                   InstanceLocation const& state);

// The attributes of a presentation state, its tables and overlays included.
[[nodiscard]] Result<std::unique_ptr<DcmDataset>> read_presentation_state(Archive const& archive,
                                                                          Principal const& principal,
                                                                          InstanceLocation const& state);

// The frame that a presentation state is applied to.
struct PresentedFrame {
    std::string_view instance;  // SOP Instance UID
    std::uint32_t number = 1;
};

// Whether an item applies to the frame: its Referenced Image Sequence names it, or there is none.
[[nodiscard]] bool applies_to(DcmItem& item, PresentedFrame const& frame);
// Whether the state, or a set of a blending state, refers to the frame at all.
[[nodiscard]] bool presents(DcmItem& set, PresentedFrame const& frame);

// Puts the state's grayscale transformations in place of the image's own (PS3.4 N.2.1): Modality LUT, Softcopy VOI LUT,
// Presentation LUT. Color states have none and leave the image's. Of every state the shutter takes the place of the image's;
// XA/XRF states may have one for each frame (PS3.3 C.11.20). Of a blending state the item about the image's set says it all.
void impose_transformations(DcmItem& state, PresentedFrame const& frame, DcmDataset& image);

// The Palette Color Lookup Table of a Pseudo-Color state, PS3.4 N.2.3, applied to what the grayscale transformations give.
// ErrorCode::not_acceptable for a palette that does not fit its descriptor.
[[nodiscard]] Result<Raster> in_pseudo_colour(DcmItem& state, Raster grey);

// PS3.3 C.10.6: turned first, then perhaps flipped.
struct SpatialTransformation {
    Turn turn = Turn::none;
    bool flipped_horizontally = false;
};
[[nodiscard]] SpatialTransformation spatial_transformation(DcmItem& state);

// PS3.3 C.10.4, before turning: what of the picture is shown, and how much higher than wide its pixels are when it says so.
struct DisplayedArea {
    PixelRectangle rectangle;
    std::optional<double> pixel_aspect = std::nullopt;
};
[[nodiscard]] std::optional<DisplayedArea> displayed_area(DcmItem& state, PresentedFrame const& frame);

}  // namespace cassette
