// STYLE 11: the format is .clang-format's, as clang-format 14 understands it.

#include "tests/support/command.h"
#include "tests/tidy/source_file.h"

#include <doctest/doctest.h>

namespace cassette::tidy {

TEST_CASE("every source is formatted as .clang-format says") {
    if (testing::run_command({"clang-format-14", "--version"}).exit_code != 0) {
        MESSAGE("clang-format-14 is not installed: the format is not checked");
        return;
    }
    std::vector<std::string> command{"clang-format-14", "--dry-run", "-Werror", "--ferror-limit=1"};
    for (auto const& file : source_files()) {
        if (!file.is_generated()) command.push_back(std::string{CASSETTE_SOURCE_DIR "/"} + file.path);
    }
    auto const result = testing::run_command(command);
    CHECK_MESSAGE(result.exit_code == 0, ("run clang-format-14 -i on:\n" + result.errors));
}

}  // namespace cassette::tidy
