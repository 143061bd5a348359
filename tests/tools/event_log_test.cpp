#include "tools/event_log.h"

#include "tests/support/temporary_directory.h"
#include "tests/tools/redirected_errors.h"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>
#include <limits>

namespace cassette {

namespace {

// What is written to standard error while the log runs.
std::string logged(LogFormat format, std::string const& level, std::function<void()> const& act) {
    testing::TemporaryDirectory folder;
    {
        testing::RedirectedErrors const redirected{folder / "errors"};
        start_log(format, level);
        act();
        stop_log();
    }
    return testing::read_file(folder / "errors");
}

}  // namespace

TEST_CASE("an event is one line of JSON, whatever its fields hold") {
    auto const text = logged(LogFormat::json, "info", [] {
        log_event(Severity::info, "http",
                  {{"path", "/a\"b\\c\nd"}, {"status", std::int64_t{200}}, {"seconds", 0.25}, {"absent", ""}});
        log_event(Severity::error, "failed", {});
    });
    auto const end = text.find('\n');
    REQUIRE(end != std::string::npos);
    boost::json::error_code error;
    auto const line = boost::json::parse(text.substr(0, end), error);
    REQUIRE_FALSE(error);
    CHECK(line.at("event") == "http");
    CHECK(line.at("level") == "info");
    CHECK(line.at("path") == "/a\"b\\c\nd");
    CHECK(line.at("status") == 200);
    CHECK(line.at("seconds") == 0.25);
    CHECK_FALSE(line.as_object().contains("absent"));
    auto const time = std::string{line.at("time").as_string()};
    CHECK(time.size() == 27);  // 2026-01-02T03:04:05.678901Z
    CHECK(time[10] == 'T');
    CHECK(time.back() == 'Z');
    auto const second = boost::json::parse(text.substr(end + 1), error);
    REQUIRE_FALSE(error);
    CHECK(second.at("level") == "error");
}

TEST_CASE("a number that JSON cannot say is still JSON") {
    auto const text = logged(LogFormat::json, "info", [] {
        log_event(Severity::info, "odd", {{"seconds", std::numeric_limits<double>::infinity()}});
    });
    boost::json::error_code error;
    boost::json::parse(text, error);
    CHECK_FALSE(error);
}

TEST_CASE("the text format is for people, and still one line an event") {
    auto const text = logged(LogFormat::text, "info", [] {
        log_event(Severity::warn, "store",
                  {{"source", "MODALITY"}, {"why", "two words\nand lines"}, {"bytes", std::int64_t{5}}});
    });
    CHECK(text.find("warn") != std::string::npos);
    CHECK(text.find(" store source=MODALITY why=\"two words\\nand lines\" bytes=5\n") != std::string::npos);
    CHECK(std::count(text.begin(), text.end(), '\n') == 1);
}

TEST_CASE("events below the level are not logged") {
    auto const text = logged(LogFormat::json, "warn", [] {
        CHECK_FALSE(logs(Severity::info));
        CHECK(logs(Severity::error));
        log_event(Severity::info, "quiet", {});
        log_event(Severity::warn, "loud", {});
    });
    CHECK(text.find("quiet") == std::string::npos);
    CHECK(text.find("loud") != std::string::npos);
}

}  // namespace cassette
