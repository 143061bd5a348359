#pragma once

#include "schema/result.h"

#include <filesystem>
#include <string>

namespace cassette {

// The secret of a data folder from which de-identified objects get their UIDs (archive/deidentify): 64 hexadecimal digits in
// the file, mode 0600, made of the system's randomness the first time. Whoever has it can tell whose UID a new one is; when it
// is lost, later UIDs differ from earlier ones. ErrorCode::out_of_resources when it can be neither read nor made; malformed
// when the file holds something else.
[[nodiscard]] Result<std::string> open_pseudonym_key(std::filesystem::path const& file);

}  // namespace cassette
