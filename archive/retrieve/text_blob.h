#pragma once

#include "storage/blob_store.h"

#include <memory>
#include <string>

namespace cassette {

// A text as a blob at hand: in a file in memory, which leaves by sendfile to many at once, or as bytes where there is no
// descriptor left for one.
[[nodiscard]] std::shared_ptr<Blob const> text_blob(std::string text);

}  // namespace cassette
