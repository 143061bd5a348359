#pragma once

#include "archive/pixels/canvas.h"

#include <dcmtk/dcmdata/dcitem.h>

#include <optional>

namespace cassette {

// The colour that an attribute gives in PCS-Values, PS3.3 C.10.7.1.1: L*, a* and b* of 16 bits each, of which white is D50.
// As sRGB, cut to what that has. nullopt where there are not three values.
[[nodiscard]] std::optional<Colour> cielab_colour(DcmItem& item, DcmTagKey const& key);

}  // namespace cassette
