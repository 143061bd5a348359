#include "tests/support/command.h"

#include "tests/support/child_process.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette::testing {

CommandResult run_command(std::vector<std::string> const& command, std::chrono::seconds timeout) {
    TemporaryDirectory const scratch;
    ChildStreams const streams{.input = "/dev/null", .output = scratch / "output", .errors = scratch / "errors"};
    auto child = ChildProcess::start(command, streams);
    auto const ended = child.wait(timeout);
    CHECK_MESSAGE(ended.has_value(), (command[0] + " did not end in time"));
    child.kill();
    return {ended.value_or(-1), read_file(streams.output), read_file(streams.errors)};
}

}  // namespace cassette::testing
