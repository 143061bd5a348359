#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cassette::testing {

// In lower-case hexadecimal, by OpenSSL and not by the code under test.
[[nodiscard]] std::string sha256_of(std::string_view bytes);
[[nodiscard]] std::string sha256_of_file(std::filesystem::path const& path);

}  // namespace cassette::testing
