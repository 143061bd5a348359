#pragma once

#include "storage/blob_store.h"

#include <memory>
#include <string>

namespace cassette {

// A spool in a file that has no name from the start, so that nothing is left of it after a crash either. The folder says
// which medium. ErrorCode::out_of_resources when no file can be made there.
[[nodiscard]] Result<std::shared_ptr<Spool>> open_file_spool(std::string const& folder);

}  // namespace cassette
