#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/pieces.h"

#include <ctime>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// Opens a regular file; ErrorCode::not_found when there is none.
using OpenFile = Result<std::shared_ptr<Blob const>> (*)(std::string const& path);

// In files with this extension every `from` is sent as `to`.
struct Rewriting {
    std::string extension;  // ".js"
    std::string from;
    std::string to;
};

// A file as it leaves: what is rewritten in it, its entity tag, and its gzip coding when that is smaller.
struct StaticContent {
    Pieces pieces;
    std::string etag;                  // strong, of the bytes as sent (RFC 9110 8.8.3)
    std::shared_ptr<Blob const> gzip;  // nullptr: identity only
};

// A file that is sent over and over. It is read when it is first asked for; after that the file's own ranges leave by
// sendfile, and the gzip coding from memory. Thread-safe.
class StaticFile {
public:
    // `path` is absolute and without symbolic links.
    StaticFile(std::string path, std::time_t modified) : path_{std::move(path)}, modified_{modified} {}

    // Whole, with Content-Type, ETag, Last-Modified and Cache-Control; whoever sends it evaluates conditions.
    // ErrorCode::not_found when it is gone or has become a link, internal when it cannot be read.
    Result<http::Response> get(http::Request const& request, OpenFile open, std::vector<Rewriting> const& rewritings);

private:
    Result<StaticContent const*> content(OpenFile open, std::vector<Rewriting> const& rewritings);

    std::string path_;
    std::time_t modified_;
    std::mutex mutex_;
    std::unique_ptr<StaticContent const> content_;  // made once, under the mutex
};

}  // namespace cassette::dicomweb
