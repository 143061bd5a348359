#pragma once

#include "schema/result.h"

#include <filesystem>
#include <memory>
#include <string>

namespace cassette {

// Sends files to a node by STOW-RS (PS3.18 10.5), one single-part request each over a connection that is kept. One thread.
class StowClient {
public:
    // `url` is "http://HOST:PORT", perhaps with the path of the DICOMweb service; "/dicom-web" where there is none.
    // ErrorCode::malformed for another scheme or form.
    static Result<std::unique_ptr<StowClient>> for_url(std::string const& url);
    virtual ~StowClient() = default;
    // ErrorCode::unavailable when the node cannot be reached, conflict when it did not store the file.
    virtual Result<void> send(std::filesystem::path const& file) = 0;
};

}  // namespace cassette
