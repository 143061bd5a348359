#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace cassette {

enum class RenderedType { png, jpeg };

// VOI LUT Function LINEAR, PS3.3 C.11.2.1.2.
struct Window {
    double center;
    double width;  // at least 1
};

// PS3.18 8.3.5.1.3: the picture is scaled, aspect kept, to fit; the source region is the whole frame.
struct Viewport {
    std::uint32_t width;  // pixels, 1 to 16384
    std::uint32_t height;
};

struct RenderRequest {
    std::uint32_t frame = 1;  // counted from 1
    RenderedType type = RenderedType::jpeg;
    int quality = 90;  // JPEG, 1 to 100
    std::optional<Viewport> viewport = std::nullopt;
    std::optional<Window> window = std::nullopt;  // instead of the object's own
};

// The 8-bit picture of a frame (PS3.4 N.2): Modality LUT or rescale, VOI LUT or window, MONOCHROME1 inverted, palette and
// YBR to RGB. Cached; computed once however many ask. ErrorCode::not_found beyond the last frame; not_acceptable when the
// object has no pixel data or they cannot be decoded here; too_large beyond the memory budget.
[[nodiscard]] Result<std::shared_ptr<Blob const>> rendered(Archive const& archive, Principal const& principal,
                                                           InstanceLocation const& location,
                                                           RenderRequest const& request);

}  // namespace cassette
