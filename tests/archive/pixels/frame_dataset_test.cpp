#include "archive/pixels/frame_dataset.h"

#include "tests/support/sample_image.h"

#include <dcmtk/dcmdata/dcuid.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

constexpr Tag pixel_data{0x7FE0, 0x0010};

PixelDescription description_of(testing::SampleImage const& image) {
    auto const described = describe_pixels(*testing::dataset_of(image), pixel_data);
    REQUIRE(described);
    return *described;
}

Result<Frame> decode(testing::SampleImage const& image, EncodedFrame encoded) {
    return decode_frame(*testing::dataset_of(image), description_of(image), std::move(encoded));
}

// PS3.5 G: a header of 64 bytes with the number of segments and where they start, then runs: 253 repeats a byte four times.
std::string rle_of_four(char value) {
    std::string stream(64, '\0');
    stream[0] = 1;
    stream[4] = 64;
    stream.push_back(static_cast<char>(253));
    stream.push_back(value);
    return stream;
}

}  // namespace

TEST_CASE("cells in big endian are turned round; bytes are not (PS3.5 7.3)") {
    auto const words = description_of({.rows = 1, .columns = 2, .bits_allocated = 16, .bits_stored = 16});
    CHECK(native_frame(words, ByteOrder::big, "abcd")->bytes == "badc");
    CHECK(native_frame(words, ByteOrder::little, "abcd")->bytes == "abcd");
    auto const bytes = description_of({.rows = 2, .columns = 2});
    CHECK(native_frame(bytes, ByteOrder::big, "abcd")->bytes == "abcd");
    std::string text = "abcdefg";
    reverse_cells(text, 3);
    CHECK(text == "cbafedg");
}

TEST_CASE("a frame shorter than its description is not_acceptable") {
    auto const frame = native_frame(description_of({.rows = 2, .columns = 2}), ByteOrder::little, "abc");
    REQUIRE_FALSE(frame);
    CHECK(frame.error().code == ErrorCode::not_acceptable);
}

TEST_CASE("one frame is decoded from its fragments") {
    testing::SampleImage const image{.rows = 2, .columns = 2};
    auto const whole = decode(image, {UID_RLELosslessTransferSyntax, {rle_of_four('x')}});
    REQUIRE(whole);
    CHECK(whole->bytes.substr(0, 4) == "xxxx");
    CHECK(whole->description.rows == 2);
}

TEST_CASE("what is said to be JPEG, is none and is as long as its pixels, is its pixels") {
    testing::SampleImage const image{.rows = 3, .columns = 3};
    auto const frame = decode(image, {UID_JPEGProcess1TransferSyntax, {std::string("abcdefghi\0", 10)}});
    REQUIRE(frame);
    CHECK(frame->bytes.substr(0, 9) == "abcdefghi");
    CHECK_FALSE(decode(image, {UID_JPEGProcess1TransferSyntax, {"abcdefgh"}}));
    CHECK_FALSE(decode(image,
                       {UID_JPEGProcess1TransferSyntax,
                        {"\xFF\xD8"
                         "cdefghij"}}));
    CHECK_FALSE(decode(image, {UID_JPEG2000TransferSyntax, {"abcdefghij"}}));
}

TEST_CASE("a stream that cannot be what it is said to be is not_acceptable") {
    testing::SampleImage const image{.rows = 2, .columns = 2};
    // A frame header of 65535 x 65535, for which a decoder would allocate.
    std::string const huge{"\xFF\xD8\xFF\xC2\x00\x0B\x08\xFF\xFF\xFF\xFF\x01\x01\x11\x00\xFF\xD9\x00", 18};
    std::vector<EncodedFrame> const frames{
        {UID_JPEGProcess1TransferSyntax, {huge}},
        {UID_JPEGProcess1TransferSyntax, {std::string(100, '\0')}},
        {UID_JPEGProcess1TransferSyntax, {}},
        {UID_JPEGProcess1TransferSyntax, {""}},
        {UID_JPEGLSLosslessTransferSyntax, {huge}},
        {UID_RLELosslessTransferSyntax, {"short"}},
        {UID_RLELosslessTransferSyntax, {std::string(64, '\xFF')}},
        {UID_JPEG2000TransferSyntax, {huge}},
        {"1.2.3.4", {rle_of_four('x')}},
    };
    for (auto const& each : frames) {
        auto const frame = decode(image, each);
        CAPTURE(each.transfer_syntax);
        REQUIRE_FALSE(frame);
        CHECK(frame.error().code == ErrorCode::not_acceptable);
    }
}

}  // namespace cassette
