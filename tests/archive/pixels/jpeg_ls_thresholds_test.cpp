#include "archive/pixels/jpeg_ls_thresholds.h"

#include <doctest/doctest.h>

#include <cstdint>

namespace cassette {

namespace {

// SOI, a frame header of one component, perhaps something between, a scan header and some data.
std::string stream_of(char precision, char near, std::string const& between = {}) {
    std::string stream{"\xFF\xD8\xFF\xF7\x00\x0B", 6};
    stream += precision;
    stream += std::string{"\x00\x04\x00\x04\x01\x01\x11\x00", 8};
    stream += between;
    stream += std::string{"\xFF\xDA\x00\x08\x01\x01\x00", 7};
    stream += near;
    return stream + std::string{"\x00\x00\x12\x34\xFF\xD9", 6};
}

}  // namespace

TEST_CASE("default thresholds of fewer than 8 bits are written before the scan (ISO/IEC 14495-1 C.2.4.1.1.1)") {
    struct Case {
        char precision;
        char near;
        std::string segment;
    };
    // MAXVAL, T1, T2, T3 and RESET. Of two bits, T3 would be beyond MAXVAL and is T2.
    Case const cases[]{
        {7, 0, {"\xFF\xF8\x00\x0D\x01\x00\x7F\x00\x02\x00\x03\x00\x0A\x00\x40", 15}},
        {6, 2, {"\xFF\xF8\x00\x0D\x01\x00\x3F\x00\x06\x00\x0B\x00\x13\x00\x40", 15}},
        {2, 0, {"\xFF\xF8\x00\x0D\x01\x00\x03\x00\x02\x00\x03\x00\x03\x00\x40", 15}},
    };
    for (auto const& [precision, near, segment] : cases) {
        CAPTURE(static_cast<int>(precision));
        auto const result = with_thresholds(stream_of(precision, near));
        REQUIRE(result);
        CHECK((*result == stream_of(precision, near, segment)));
    }
}

TEST_CASE("a stream of an odd length is filled up (PS3.5 A.4)") {
    auto const result = with_thresholds(stream_of(7, 0) + "x");
    REQUIRE(result);
    CHECK(result->size() % 2 == 0);
}

TEST_CASE("what says its thresholds, has 8 bits or more or is no JPEG-LS stays as it is") {
    CHECK_FALSE(with_thresholds(stream_of(8, 0)));
    CHECK_FALSE(with_thresholds(stream_of(16, 0)));
    CHECK_FALSE(with_thresholds(stream_of(7, 0, {"\xFF\xF8\x00\x0D\x01\x00\x7F\x00\x02\x00\x03\x00\x04\x00\x40", 15})));
    CHECK_FALSE(with_thresholds(""));
    CHECK_FALSE(with_thresholds("no JPEG-LS at all"));
    auto const whole = stream_of(7, 0);
    for (std::size_t length = 0; length < whole.size(); ++length) {
        auto const result = with_thresholds(std::string_view{whole}.substr(0, length));
        if (result) CHECK(result->size() >= length + 15);
    }
}

}  // namespace cassette
