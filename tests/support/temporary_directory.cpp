#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <stdlib.h>

#include <fstream>
#include <sstream>
#include <system_error>
#include <utility>

namespace cassette::testing {

TemporaryDirectory::TemporaryDirectory() {
    auto name = (std::filesystem::temp_directory_path() / "cassette-test-XXXXXX").string();
    auto const* made = mkdtemp(name.data());
    REQUIRE_MESSAGE(made != nullptr, "no temporary directory");
    path_ = name;
}

TemporaryDirectory::~TemporaryDirectory() {
    if (path_.empty()) return;
    std::error_code ignored;  // a test has nothing better to do with it
    std::filesystem::remove_all(path_, ignored);
}

std::string read_file(std::filesystem::path const& path) {
    // Byte by byte, without optimisation, this was a third of the time of tests with large pictures.
    std::ostringstream bytes;
    bytes << std::ifstream{path, std::ios::binary}.rdbuf();
    return std::move(bytes).str();
}

void write_file(std::filesystem::path const& path, std::string_view bytes) {
    std::ofstream stream{path, std::ios::binary};
    stream.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    REQUIRE_MESSAGE(stream.flush(), path.string());
}

}  // namespace cassette::testing
