#pragma once

#include <chrono>
#include <string>
#include <vector>

namespace cassette::testing {

struct CommandResult {
    int exit_code = -1;  // minus the number of the signal that ended it; 127 when there is no such program
    std::string output;
    std::string errors;
    std::string all() const { return output + errors; }
};

// Runs a program to its end. The test fails when it takes longer than `timeout`.
[[nodiscard]] CommandResult run_command(std::vector<std::string> const& command,
                                        std::chrono::seconds timeout = std::chrono::seconds{120});

}  // namespace cassette::testing
