#include "tools/writability_watch.h"

#include "tests/support/temporary_directory.h"
#include "tests/tools/redirected_errors.h"
#include "tools/event_log.h"

#include <doctest/doctest.h>

#include <cerrno>
#include <string>

namespace cassette {

namespace {

std::size_t count_of(std::string const& text, std::string const& word) {
    std::size_t count = 0;
    for (auto at = text.find(word); at != std::string::npos; at = text.find(word, at + 1)) ++count;
    return count;
}

std::chrono::steady_clock::time_point present;

}  // namespace

TEST_CASE("the log tells each turn once, however long it lasts") {
    testing::TemporaryDirectory const folder;
    std::filesystem::create_directory(folder / "incoming");
    Writability writability{folder.path(), {.now = [] { return present; }}};
    {
        testing::RedirectedErrors const redirected{folder / "log"};
        start_log(LogFormat::json, "info");
        auto const step = writability_step(writability);
        CHECK(step() == std::chrono::seconds{1});
        writability.note(error_of_errno(ENOSPC, "write"));
        for (int i = 0; i < 5; ++i) {
            writability.note(error_of_errno(ENOSPC, "write"));
            (void)step();
        }
        present += std::chrono::seconds{1};
        for (int i = 0; i < 5; ++i) (void)step();
        stop_log();
    }
    auto const log = testing::read_file(folder / "log");
    CAPTURE(log);
    CHECK(count_of(log, "\"level\":\"error\"") == 1);
    CHECK(count_of(log, "\"event\":\"read_only\"") == 1);
    CHECK(count_of(log, "\"reason\":\"no_space\"") == 1);
    CHECK(count_of(log, "\"event\":\"writable_again\"") == 1);
    CHECK_FALSE(writability.standing().refusal);
}

TEST_CASE("the health check is told the reason and since when, and nothing while all is well") {
    CHECK_FALSE(read_only_state({}));
    Writability::Standing const refusing{Refusal::io_error,
                                         std::chrono::system_clock::time_point{std::chrono::hours{1}},
                                         "fdatasync: Input/output error", 5};
    auto const state = read_only_state(refusing);
    REQUIRE(state);
    CHECK(state->reason == "io_error");
    CHECK(state->since == 3600'000'000'000);
}

}  // namespace cassette
