#include "dicomweb/static_files.h"

#include <sys/stat.h>

#include <system_error>
#include <utility>

namespace cassette::dicomweb {

namespace {

std::time_t modified_at(std::filesystem::path const& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0 ? status.st_mtime : 0;
}

}  // namespace

Result<StaticFiles> StaticFiles::open(StaticFolder folder) {
    std::error_code error;
    folder.path = std::filesystem::canonical(folder.path, error);
    if (error || !std::filesystem::is_directory(folder.path, error))
        return fail(ErrorCode::not_found, "no such folder");
    StaticFiles files{std::move(folder)};
    if (auto listed = files.list(); !listed) return fail(listed.error());
    return files;
}

Result<void> StaticFiles::list() {
    std::error_code error;
    std::filesystem::recursive_directory_iterator entry{folder_.path, error};
    for (; !error && entry != std::filesystem::recursive_directory_iterator{}; entry.increment(error)) {
        // symlink_status: a link is no regular file, and the iterator does not follow it to a folder.
        if (entry->symlink_status(error).type() != std::filesystem::file_type::regular) continue;
        auto const& path = entry->path();
        files_.emplace(path.lexically_relative(folder_.path).generic_string(),
                       std::make_unique<StaticFile>(path.string(), modified_at(path)));
    }
    if (error) return fail(ErrorCode::internal, "cannot list the folder: " + error.message());
    return {};
}

Result<http::Response> StaticFiles::get(http::Request const& request, std::string_view path) const {
    auto const found = files_.find(path);
    if (found == files_.end()) return fail(ErrorCode::not_found, "no such file");
    return found->second->get(request, folder_.open, folder_.rewritings);
}

}  // namespace cassette::dicomweb
