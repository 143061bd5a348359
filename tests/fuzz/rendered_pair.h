#pragma once

#include "archive/pixels/render.h"
#include "tests/support/objects_in_memory.h"

#include <string>
#include <string_view>

namespace cassette::testing {

// What fuzz targets of presentation states and segmentations are seen with: a CT image of three frames of 8 columns and 6 rows
// with 12 bits, that lie in the patient. It is 1.2.3.1.1 in the series 1.2.3.1 of the study 1.2.3.
[[nodiscard]] InstanceLocation add_grey_image(ObjectsInMemory& objects);
// The same plane in another instance, 1.2.3.2.1 in the series 1.2.3.2.
[[nodiscard]] InstanceLocation add_other_image(ObjectsInMemory& objects);

// A data set in Explicit VR Little Endian as a Part 10 file; nullopt when it is none that could be stored.
[[nodiscard]] std::optional<InstanceLocation> add_data_set(ObjectsInMemory& objects, std::string_view data_set);

// Law: a PNG within the viewport, or an error that whoever asked can be told.
void check_picture(ObjectsInMemory const& objects, InstanceLocation const& location, RenderRequest const& request);

}  // namespace cassette::testing
