#include "tools/log_sink.h"

#include "tests/support/temporary_directory.h"
#include "tests/tools/redirected_errors.h"

#include <doctest/doctest.h>
#include <spdlog/logger.h>

#include <algorithm>
#include <array>
#include <functional>
#include <sstream>
#include <thread>
#include <vector>

namespace cassette {

namespace {

// What the sink has written once it is gone.
std::string written(std::function<void(spdlog::logger&)> const& act) {
    testing::TemporaryDirectory folder;
    {
        testing::RedirectedErrors const redirected{folder / "errors"};
        spdlog::logger logger{"test", std::make_shared<LogSink>()};
        logger.set_pattern("%v");
        act(logger);
    }
    return testing::read_file(folder / "errors");
}

}  // namespace

TEST_CASE("of what many threads log at once nothing is dropped or mixed") {
    constexpr int threads = 8;
    constexpr int lines = 2000;
    auto const text = written([](spdlog::logger& logger) {
        std::vector<std::jthread> loggers;
        for (int thread = 0; thread < threads; ++thread)
            loggers.emplace_back([&logger, thread] {
                auto const level = thread == 0 ? spdlog::level::warn : spdlog::level::info;
                for (int line = 0; line < lines; ++line) logger.log(level, "line of {}", thread);
            });
    });
    std::array<int, threads> seen{};
    std::istringstream stream{text};
    for (std::string line; std::getline(stream, line);) {
        REQUIRE(line.size() == 9);
        REQUIRE(line.starts_with("line of "));
        ++seen.at(static_cast<std::size_t>(line.back() - '0'));
    }
    CHECK(std::ranges::all_of(seen, [](int count) { return count == lines; }));
}

TEST_CASE("more than may wait is written all the same, in order") {
    std::string const long_line(100'000, 'x');
    auto const text = written([&](spdlog::logger& logger) {
        for (int line = 0; line < 100; ++line) logger.info("{} {}", line, long_line);
    });
    std::istringstream stream{text};
    int count = 0;
    for (std::string line; std::getline(stream, line); ++count) CHECK(line.starts_with(std::to_string(count) + " x"));
    CHECK(count == 100);
}

}  // namespace cassette
