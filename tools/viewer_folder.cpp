#include "tools/viewer_folder.h"

#include "storage/file_blob.h"

#include <filesystem>
#include <system_error>
#include <utility>

namespace cassette {

namespace {

Viewer shared(dicomweb::StaticFiles files) { return std::make_shared<dicomweb::StaticFiles const>(std::move(files)); }

}  // namespace

Result<Viewer> find_viewer(Configuration const& configuration, dicomweb::ServiceSettings const& settings) {
    if (configuration.viewer) {
        if (configuration.viewer->empty()) return Viewer{};
        auto files = dicomweb::open_viewer(*configuration.viewer, open_file_blob, settings);
        if (!files) return fail(ErrorCode::malformed, "--viewer: " + files.error().detail);
        return shared(*std::move(files));
    }
    std::error_code error;
    auto const home = std::filesystem::read_symlink("/proc/self/exe", error).parent_path();
    if (error) return Viewer{};
    for (auto const& folder : {home / "viewer", home.parent_path() / "viewer"})
        if (auto files = dicomweb::open_viewer(folder, open_file_blob, settings)) return shared(*std::move(files));
    return Viewer{};
}

}  // namespace cassette
