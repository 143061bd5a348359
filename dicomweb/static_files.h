#pragma once

#include "dicomweb/static_file.h"

#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

struct StaticFolder {
    std::filesystem::path path;
    OpenFile open = nullptr;
    std::vector<Rewriting> rewritings;
};

// The regular files below a folder, listed when it is opened. A request's path is looked up in that list and never becomes
// a path of the file system, so nothing outside can be named; symbolic links are not listed. Thread-safe.
class StaticFiles {
public:
    // ErrorCode::not_found when there is no such folder, internal when it cannot be listed.
    [[nodiscard]] static Result<StaticFiles> open(StaticFolder folder);

    bool has(std::string_view path) const { return files_.contains(path); }
    std::size_t size() const { return files_.size(); }
    // `path` is relative, as "assets/favicon.ico". ErrorCode::not_found for what is not listed; the rest as StaticFile::get.
    [[nodiscard]] Result<http::Response> get(http::Request const& request, std::string_view path) const;

private:
    explicit StaticFiles(StaticFolder folder) : folder_{std::move(folder)} {}
    Result<void> list();

    StaticFolder folder_;
    std::map<std::string, std::unique_ptr<StaticFile>, std::less<>> files_;
};

}  // namespace cassette::dicomweb
