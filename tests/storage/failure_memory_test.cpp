#include "storage/failure_memory.h"

#include "storage/sha256.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

Digest name(int number) {
    auto const text = std::to_string(number);
    return sha256(std::as_bytes(std::span{text}));
}

}  // namespace

TEST_CASE("a failure is remembered under its name for its lifetime, and not beyond clear") {
    std::chrono::steady_clock::time_point now{};
    FailureMemory memory{std::chrono::seconds{60}, [&] { return now; }};
    CHECK_FALSE(memory.find(name(1)));
    memory.remember(name(1), {ErrorCode::not_acceptable, "no"});
    now += std::chrono::seconds{59};
    auto const found = memory.find(name(1));
    REQUIRE(found);
    CHECK(found->code == ErrorCode::not_acceptable);
    CHECK(found->detail == "no");
    CHECK_FALSE(memory.find(name(2)));
    now += std::chrono::seconds{1};
    CHECK_FALSE(memory.find(name(1)));
    memory.remember(name(1), {ErrorCode::not_acceptable, "no"});
    memory.clear();
    CHECK_FALSE(memory.find(name(1)));
}

TEST_CASE("what may pass is not remembered, and nothing is without a lifetime") {
    auto const now = [] { return std::chrono::steady_clock::time_point{}; };
    FailureMemory memory{std::chrono::seconds{60}, now};
    for (auto const code : {ErrorCode::out_of_resources, ErrorCode::unavailable, ErrorCode::cancelled}) {
        memory.remember(name(1), {code, "busy"});
        CHECK_FALSE(memory.find(name(1)));
    }
    FailureMemory none{std::chrono::seconds{0}, now};
    none.remember(name(1), {ErrorCode::not_acceptable, "no"});
    CHECK_FALSE(none.find(name(1)));
}

TEST_CASE("however many fail, so many are remembered and no more") {
    constexpr int most = 4096;
    FailureMemory memory{std::chrono::seconds{60}, [] { return std::chrono::steady_clock::time_point{}; }};
    for (int i = 0; i <= most; ++i) memory.remember(name(i), {ErrorCode::not_acceptable, "no"});
    int remembered = 0;
    for (int i = 0; i <= most; ++i) remembered += memory.find(name(i)) ? 1 : 0;
    CHECK(remembered <= most);
    CHECK(memory.find(name(most)));
}

}  // namespace cassette
