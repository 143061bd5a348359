#pragma once

#include "archive/pixels/scene.h"
#include "archive/pixels/source_frame.h"

#include <optional>

namespace cassette {

// The frame of the superimposed set of a blending state (PS3.3 C.11.14) that is shown with one of the underlying set: the nearest
// of those that lie in its plane within half a slice, in its frame of reference; where nothing says where the images are, the
// one of the same size at the same place in its set, or the only one. nullopt when there is none in the archive. Errors are those
// of the objects and of the index.
[[nodiscard]] Result<std::optional<LocatedFrame>> superimposed_frame(Archive const& archive, Principal const& principal,
                                                                     InstanceLocation const& state,
                                                                     LocatedFrame const& underlying);

// An underlying frame with the one that the request superimposes, in the state's pseudo-colours and as opaque as it says
// (PS3.4 N.2.4), in the underlying one's rows and columns. ErrorCode::not_acceptable when the request names none, they do not lie
// in one plane, or one is no grey image; too_large beyond the memory budget; otherwise errors are those of shown_frame.
[[nodiscard]] Result<ShownFrame> shown_blend(Scene const& scene);

}  // namespace cassette
