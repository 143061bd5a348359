#pragma once

#include "dicomweb/service.h"

#include <vector>

namespace cassette::dicomweb {

// The Retrieve transaction for Rendered and Thumbnail resources, PS3.18 10.4.1.1.3 and 10.4.1.1.4, of studies, series,
// instances and frames.
// One image where a single part is acceptable: of a study or series that of its representative instance. Where a multipart is
// asked for, all: the frames of every instance, made one at a time, with icons for those that cannot be shown; and always for
// several frames. A thumbnail is always one image. Reports, documents and videos are given as themselves to those who take
// them. `service` must outlive the routes.
[[nodiscard]] std::vector<http::Route> wado_rendered_routes(Service const& service);

}  // namespace cassette::dicomweb
