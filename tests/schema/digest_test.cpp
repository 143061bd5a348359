#include "schema/digest.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("a digest is written in 64 lower-case digits and read in either case") {
    std::string const hex = "00ff" + std::string(60, 'a');
    auto const digest = Digest::parse(hex);
    REQUIRE(digest);
    CHECK(digest->hex() == hex);
    CHECK(*Digest::parse("00FF" + std::string(60, 'A')) == *digest);
}

TEST_CASE("what is not 64 hexadecimal digits is no digest") {
    for (std::string const& bad : {std::string{}, std::string(63, '0'), std::string(65, '0'), std::string(64, 'g')}) {
        CAPTURE(bad);
        CHECK(Digest::parse(bad).error().code == ErrorCode::malformed);
    }
}
