#pragma once

#include "archive/pixels/raster.h"
#include "archive/pixels/render.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// What an icon shows instead of a picture.
enum class IconKind { report, document, video, waveform, model, plan, presentation, picture, data };

struct Icon {
    IconKind kind = IconKind::data;
    std::string label;    // the modality or a type: "SR", "PDF"; a few letters
    std::string caption;  // what kind of object it is, in words; may be long
};

// The icon of an instance that is not shown, by its SOP Class (PS3.4 B.5). Tells nothing of the patient.
[[nodiscard]] Icon icon_of(std::string_view sop_class);

// A square picture of so many pixels a side, 16 to 4096, in colour: a sheet with a symbol, the label and the caption.
[[nodiscard]] Raster draw_icon(Icon const& icon, std::uint32_t side);

// The icon of a SOP Class as an image as wide or as high as the viewport, or of 256 pixels without one. Cached.
// ErrorCode::internal when it cannot be encoded.
[[nodiscard]] Result<std::shared_ptr<Blob const>> rendered_icon(Archive const& archive, std::string_view sop_class,
                                                                RenderRequest const& request);

}  // namespace cassette
