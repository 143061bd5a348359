#include "archive/part10/inflater.h"

#include "tests/support/dataset_builder.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette {

namespace {

using testing::deflated;

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

// What a stream inflates to when it comes in pieces of `piece` bytes.
Result<std::string> inflated(Inflater& inflater, std::string_view stream, std::size_t piece) {
    std::string out;
    auto const keep = [&](std::span<std::byte const> bytes) -> Result<void> {
        out.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    };
    for (; !stream.empty(); stream.remove_prefix(std::min(piece, stream.size())))
        if (auto fed = inflater.feed(bytes_of(stream.substr(0, piece)), keep); !fed) return fail(fed.error());
    return out;
}

}  // namespace

TEST_CASE("a raw deflate stream inflates the same however it is cut (PS3.5 A.5)") {
    std::string text;
    for (int i = 0; i < 40'000; ++i) text += std::to_string(i * 7919 % 1000);
    auto const stream = deflated(text);
    for (std::size_t const piece : {std::size_t{1}, std::size_t{7}, std::size_t{65'536}, stream.size()}) {
        CAPTURE(piece);
        Inflater inflater{1 << 20};
        auto const out = inflated(inflater, stream, piece);
        REQUIRE(out);
        CHECK((*out == text));
        CHECK(inflater.ended());
    }
}

TEST_CASE("a stream without its final block has not ended") {
    auto const stream = deflated(std::string(1000, 'x'));
    Inflater inflater{1 << 20};
    REQUIRE(inflated(inflater, stream.substr(0, stream.size() - 1), 3));
    CHECK_FALSE(inflater.ended());
}

TEST_CASE("bytes behind the end are ignored: a data set may be padded (PS3.5 A.5)") {
    Inflater inflater{1 << 20};
    auto const out = inflated(inflater, deflated("abc") + std::string(100, '\0'), 5);
    REQUIRE(out);
    CHECK(*out == "abc");
    CHECK(inflater.ended());
}

TEST_CASE("what is no deflate stream is malformed") {
    Inflater inflater{1 << 20};
    auto const out = inflated(inflater, "\xFF\xFF\xFF\xFF", 4);
    REQUIRE_FALSE(out);
    CHECK(out.error().code == ErrorCode::malformed);
}

TEST_CASE("a bomb is too large before it has gone off") {
    auto const bomb = deflated(std::string(std::size_t{64} << 20, '\0'));
    CHECK(bomb.size() < 128 * 1024);
    Inflater inflater{1 << 20};
    std::uint64_t passed = 0;
    auto const count = [&](std::span<std::byte const> bytes) -> Result<void> {
        passed += bytes.size();
        return {};
    };
    auto const fed = inflater.feed(bytes_of(bomb), count);
    REQUIRE_FALSE(fed);
    CHECK(fed.error().code == ErrorCode::too_large);
    CHECK(passed <= (1 << 20));
}

TEST_CASE("the bound itself may be reached") {
    Inflater inflater{1000};
    CHECK(inflated(inflater, deflated(std::string(1000, 'x')), 10));
    Inflater smaller{999};
    CHECK_FALSE(inflated(smaller, deflated(std::string(1000, 'x')), 10));
}

TEST_CASE("the sink's error is returned") {
    Inflater inflater{1000};
    auto const refuse = [](std::span<std::byte const>) -> Result<void> { return fail(ErrorCode::conflict, "no"); };
    auto const fed = inflater.feed(bytes_of(deflated("abc")), refuse);
    REQUIRE_FALSE(fed);
    CHECK(fed.error().code == ErrorCode::conflict);
}

}  // namespace cassette
