#pragma once

#include "dicomweb/viewer.h"
#include "tools/configuration.h"

#include <memory>

namespace cassette {

using Viewer = std::shared_ptr<dicomweb::StaticFiles const>;  // the second owner is the routes made of it

// The viewer of the configuration's folder, or of `viewer` beside the program or in the folder above, where tools/setup puts
// it. nullptr when there is none there or none is wanted; ErrorCode::malformed when the folder that was named holds none.
[[nodiscard]] Result<Viewer> find_viewer(Configuration const& configuration, dicomweb::ServiceSettings const& settings);

}  // namespace cassette
