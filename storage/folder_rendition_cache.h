#pragma once

#include "storage/rendition_cache.h"

#include <filesystem>

namespace cassette {

// Renditions as files under `folder`. Files are not synced; after an unclean stop, and after the machine was started anew,
// the cache starts empty.
[[nodiscard]] Result<std::unique_ptr<RenditionCache>> open_folder_rendition_cache(
    std::filesystem::path const& folder, RenditionCacheSettings const& settings = {});

}  // namespace cassette
