#include "tests/dicomweb/golden.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>

namespace cassette::dicomweb {

void check_golden(std::string_view name, std::string const& text) {
    auto const file = std::filesystem::path{CASSETTE_SOURCE_DIR} / "tests/golden" / name;
    if (std::getenv("UPDATE_GOLDEN") != nullptr) {
        std::filesystem::create_directories(file.parent_path());
        testing::write_file(file, text);
        return;
    }
    CAPTURE(file.string());
    REQUIRE(std::filesystem::exists(file));
    CHECK(text == testing::read_file(file));
}

}  // namespace cassette::dicomweb
