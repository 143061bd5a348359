#pragma once

#include "dicomweb/http/router.h"
#include "dicomweb/settings.h"
#include "dicomweb/static_files.h"

#include <filesystem>
#include <memory>
#include <vector>

namespace cassette::dicomweb {

// The OHIF viewer as npm has it built (`dist` of @ohif/app), made to live below /viewer: it is built for the root of a site,
// so what names the root in it is rewritten as it leaves. ErrorCode::not_found when the folder is none or has no index.html.
[[nodiscard]] Result<StaticFiles> open_viewer(std::filesystem::path const& folder, OpenFile open,
                                              ServiceSettings const& settings);

// GET /viewer and what is below it: the files; index.html for a path of the application itself; and app-config.js, which
// points the viewer at this node. nullptr: both paths answer ErrorCode::not_found and say what is missing.
// The second owner of `files` is whoever opened them.
[[nodiscard]] std::vector<http::Route> viewer_routes(std::shared_ptr<StaticFiles const> files,
                                                     ServiceSettings const& settings);

}  // namespace cassette::dicomweb
