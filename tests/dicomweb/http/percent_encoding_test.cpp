#include "dicomweb/http/percent_encoding.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette::http {

TEST_CASE("%XX is a byte and '+' stays '+' (RFC 3986 2.1)") {
    CHECK(*percent_decode("a%2Cb%5c%5C+%00") == std::string("a,b\\\\+\0", 7));
    CHECK(*percent_decode("") == "");
}

TEST_CASE("a '%' without two hexadecimal digits is malformed (RFC 3986 2.1)") {
    for (std::string_view bad : {"%", "%4", "a%", "%4g", "%g4", "%%41", "% 1", "%-1"}) {
        CAPTURE(bad);
        auto const decoded = percent_decode(bad);
        REQUIRE_FALSE(decoded);
        CHECK(decoded.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("decoding undoes encoding, and encoded text is of unreserved characters and '%' (RFC 3986 2.3)") {
    std::mt19937_64 generator{20240611};
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(generator() % 40, '\0');
        for (char& c : bytes) c = static_cast<char>(generator());
        CAPTURE(round);
        auto const text = percent_encode(bytes);
        CHECK(text.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%") ==
              std::string::npos);
        auto const decoded = percent_decode(text);
        REQUIRE(decoded);
        CHECK(*decoded == bytes);
    }
}

TEST_CASE("decoding never grows a text, whatever it is") {
    std::mt19937_64 generator{7};
    for (int round = 0; round < 5000; ++round) {
        std::string text(generator() % 12, '\0');
        for (char& c : text) c = "%0aAfgG/"[generator() % 8];
        CAPTURE(text);
        auto const decoded = percent_decode(text);
        if (decoded) CHECK(decoded->size() <= text.size());
        if (text.find('%') == std::string::npos) CHECK(decoded);
    }
}

}  // namespace cassette::http
