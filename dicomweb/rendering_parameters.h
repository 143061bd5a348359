#pragma once

#include "archive/pixels/render.h"
#include "dicomweb/http/message.h"
#include "schema/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// "vw,vh" or "vw,vh,sx,sy,sw,sh", whose last four may be empty, PS3.18 8.3.5.1.3. ErrorCode::malformed.
struct ParsedViewport {
    Viewport viewport;
    std::optional<SourceRegion> region = std::nullopt;
};
[[nodiscard]] Result<ParsedViewport> parse_viewport(std::string_view text);
// "center,width,function": PS3.18 8.3.5.1.4. ErrorCode::malformed.
[[nodiscard]] Result<Window> parse_window(std::string_view text);
// One of the object's own views, by number or explanation: an extension. ErrorCode::malformed for nothing, and for more
// than an explanation has (PS3.5 6.2, LO).
[[nodiscard]] Result<std::string> parse_voi(std::string_view text);
// "8" or "16" bits of a grey PNG: an extension. ErrorCode::malformed.
[[nodiscard]] Result<SampleDepth> parse_bit_depth(std::string_view text);
// "no", "yes", "srgb", "adobergb" or "rommrgb": PS3.18 8.3.5.1.5. ErrorCode::malformed.
[[nodiscard]] Result<ColourProfile> parse_colour_profile(std::string_view text);

// A list of keywords, PS3.18 8.3.5.1.1; those that are not known are to be ignored with a warning. ErrorCode::malformed for
// what is no keyword.
struct ParsedAnnotations {
    Annotations annotations;
    std::vector<std::string> unsupported = {};
};
[[nodiscard]] Result<ParsedAnnotations> parse_annotations(std::string_view text);

// The picture that the query parameters ask for; of frame 1, as JPEG. A thumbnail takes a viewport without a region, and no
// other parameter matters to it (PS3.18 8.3.5.2). ErrorCode::malformed naming the parameter.
struct ParsedRendering {
    RenderRequest request;
    std::vector<std::string> unsupported_annotations = {};
};
[[nodiscard]] Result<ParsedRendering> parse_rendering(http::Request const& request, Purpose purpose);

// ErrorCode::malformed when the parameters are not for a presentation state: a window, a view or a source region.
[[nodiscard]] Result<void> check_for_presentation(RenderRequest const& request);

[[nodiscard]] std::string_view media_type_of(RenderedType type);

}  // namespace cassette::dicomweb
