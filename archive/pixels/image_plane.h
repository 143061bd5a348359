#pragma once

#include "archive/pixels/raster_geometry.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <array>
#include <optional>

namespace cassette {

// Where the pixels of an image are in the patient, PS3.3 C.7.6.2.1.1: millimetres.
struct ImagePlane {
    std::array<double, 3> origin;  // the centre of the first pixel
    std::array<double, 3> across;  // from one column to the next
    std::array<double, 3> down;    // from one row to the next
};

// From Image Position (Patient), Image Orientation (Patient) and Pixel Spacing; nullopt where one is missing or makes no sense.
[[nodiscard]] std::optional<ImagePlane> image_plane(DcmItem& attributes);

// Where the points of one plane's picture are in another's, seen along their common normal; nullopt where they are not
// parallel.
[[nodiscard]] std::optional<Placement> placement_between(ImagePlane const& from, ImagePlane const& to);

// How far apart the origins of two planes are along the normal of the first, in millimetres.
[[nodiscard]] double distance_between(ImagePlane const& one, ImagePlane const& other);

}  // namespace cassette
