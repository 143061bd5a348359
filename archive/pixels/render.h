#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "archive/pixels/sample_depth.h"
#include "archive/pixels/source_frame.h"
#include "archive/pixels/window.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace cassette {

enum class RenderedType { png, jpeg };

// PS3.18 8.3.5.1.3: the picture is scaled, proportions kept, to fit into it.
struct Viewport {
    std::uint32_t width;  // pixels, 1 to 16384
    std::uint32_t height;
};

enum class RegionUnit { pixels, fraction };  // PS3.18 8.3.5.1.3; PS3.18 9.5.1.2.5: of the whole picture, 0 to 1

// What of the picture is wanted, cut to what there is. A negative width or height flips it; none reaches to the edge.
struct SourceRegion {
    double x = 0;
    double y = 0;
    std::optional<double> width = std::nullopt;
    std::optional<double> height = std::nullopt;
    RegionUnit unit = RegionUnit::pixels;
};

// PS3.18 8.3.5.1.5: what the samples mean, and which profile says so.
enum class ColourProfile {
    unspecified,  // samples as they are, no profile
    none,         // likewise, because it was asked for
    source,       // samples as they are, the object's profile, or sRGB
    srgb,
    adobe_rgb,
    romm_rgb,
};

// PS3.18 8.3.5.1.1: text burned in.
struct Annotations {
    bool patient = false;
    bool technique = false;
};

// PS3.18 10.4.1.1.4: a thumbnail shows no patient identifying information, so neither overlays nor text are drawn in it.
enum class Purpose { rendered, thumbnail };

struct RenderRequest {
    std::uint32_t frame = 1;  // counted from 1
    RenderedType type = RenderedType::jpeg;
    int quality = 90;  // JPEG, 1 to 100
    std::optional<Viewport> viewport = std::nullopt;
    std::optional<Window> window = std::nullopt;  // instead of the object's own
    std::string voi = {};                         // which of the object's own, as select_voi takes it; "" for the first
    SampleDepth depth = SampleDepth::eight;
    std::optional<SourceRegion> region = std::nullopt;
    ColourProfile profile = ColourProfile::unspecified;
    Annotations annotations = {};
    Purpose purpose = Purpose::rendered;
    std::optional<InstanceLocation> presentation = std::nullopt;  // a presentation state to see it through
    std::optional<LocatedFrame> underlying = std::nullopt;  // what a segmentation is shown over (underlying_frame)
    std::optional<LocatedFrame> superimposed =
        std::nullopt;  // what a blending state shows over it (superimposed_frame)
};

// Tells one rendering of an object from another, in characters that an entity tag may have.
[[nodiscard]] std::string fingerprint(RenderRequest const& request);

// The picture of a frame (PS3.4 N.2): Modality LUT or rescale, VOI LUT or window, presentation LUT, palette and YBR to RGB;
// overlays and shutters; what a presentation state adds; segments in their colours. Cached; computed once however many ask.
// ErrorCode::not_found beyond the last frame; malformed for a view or a region that is not there; not_acceptable when the
// object has no pixel data, they cannot be decoded here, or the presentation state is not one for this frame; too_large beyond
// the memory budget.
[[nodiscard]] Result<std::shared_ptr<Blob const>> rendered(Archive const& archive, Principal const& principal,
                                                           InstanceLocation const& location,
                                                           RenderRequest const& request);

}  // namespace cassette
