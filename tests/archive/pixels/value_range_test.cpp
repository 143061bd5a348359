#include "archive/pixels/value_range.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <cstring>

namespace cassette {

namespace {

Frame words(std::vector<std::uint16_t> const& values) {
    Frame frame;
    frame.description.rows = 1;
    frame.description.columns = static_cast<std::uint32_t>(values.size());
    frame.description.bits_allocated = frame.description.bits_stored = 16;
    frame.bytes.resize(values.size() * 2);
    std::memcpy(frame.bytes.data(), values.data(), frame.bytes.size());
    return frame;
}

}  // namespace

TEST_CASE("a few outliers do not darken a picture") {
    std::vector<std::uint16_t> values;
    for (std::uint16_t i = 0; i < 10'000; ++i) values.push_back(static_cast<std::uint16_t>(1000 + i % 100));
    values[5] = 65535;
    values[6] = 0;
    auto const shown = values_worth_showing(words(values), std::nullopt);
    CHECK(shown.first >= 1000);
    CHECK(shown.first <= 1002);
    CHECK(shown.last >= 1097);
    CHECK(shown.last <= 1099);
    auto const all = values_in(words(values), std::nullopt);
    CHECK(all.first == 0);
    CHECK(all.last == 65535);
}

TEST_CASE("padding does not count, unless there is nothing else (PS3.3 C.7.5.1.1.2)") {
    auto const frame = words({0, 0, 50, 60});
    CHECK(values_in(frame, ValueInterval{0, 0}).first == 50);
    CHECK(values_worth_showing(frame, ValueInterval{0, 0}).last == 60);
    CHECK(values_in(frame, ValueInterval{0, 100}).last == 60);
    DcmDataset attributes;
    REQUIRE(attributes.putAndInsertUint16(DcmTag{DCM_PixelPaddingValue, EVR_US}, 10).good());
    REQUIRE(attributes.putAndInsertUint16(DcmTag{DCM_PixelPaddingRangeLimit, EVR_US}, 4).good());
    auto const padding = padding_of(attributes, frame.description);
    REQUIRE(padding);
    CHECK(padding->first == 4);
    CHECK(padding->last == 10);
}

TEST_CASE("least and greatest are of the bits stored, signed where they are (PS3.5 8.1.1)") {
    auto frame = words({0x0FFF, 0xF001, 0x8123, 0x0800});
    auto& description = frame.description;
    struct Case {
        std::uint32_t bits_stored, shift;
        bool is_signed;
        double first, last;
    };
    for (auto const& each :
         {Case{16, 0, false, 0x0800, 0xF001}, Case{16, 0, true, -0x7EDD, 0x0FFF}, Case{12, 0, false, 0x001, 0xFFF},
          Case{12, 0, true, -0x800, 0x123}, Case{12, 4, false, 0x080, 0xF00}, Case{12, 4, true, -0x7EE, 0x0FF}}) {
        CAPTURE(each.bits_stored);
        CAPTURE(each.shift);
        CAPTURE(each.is_signed);
        description.bits_stored = each.bits_stored;
        description.shift = each.shift;
        description.is_signed = each.is_signed;
        auto const found = values_in(frame, std::nullopt);
        CHECK(found.first == each.first);
        CHECK(found.last == each.last);
        // The long way, around a padding that is not there.
        auto const same = values_in(frame, ValueInterval{100'000, 100'000});
        CHECK(same.first == each.first);
        CHECK(same.last == each.last);
    }
}

TEST_CASE("8 bits that use their range are shown as they are") {
    Frame frame;
    frame.description.rows = 1;
    frame.description.columns = 3;
    frame.bytes = {10, 20, static_cast<char>(200)};
    CHECK(values_worth_showing(frame, std::nullopt).first == 0);
    CHECK(values_worth_showing(frame, std::nullopt).last == 255);
    frame.bytes[2] = 30;
    CHECK(values_worth_showing(frame, std::nullopt).first == 10);
    CHECK(values_worth_showing(frame, std::nullopt).last == 30);
}

TEST_CASE("what bits can say") {
    PixelDescription description;
    description.bits_stored = 12;
    CHECK(values_possible(description).last == 4095);
    description.is_signed = true;
    CHECK(values_possible(description).first == -2048);
    CHECK(values_possible(description).last == 2047);
}

}  // namespace cassette
