#include "archive/pixels/codestream.h"

#include "archive/part10/part10_scanner.h"
#include "archive/pixels/jpeg_encoder.h"
#include "schema/transfer_syntax.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <initializer_list>
#include <string>

namespace cassette {

namespace {

std::string bytes(std::initializer_list<int> values) {
    std::string text;
    for (int const value : values) text += static_cast<char>(value);
    return text;
}

// FF mm llll content
std::string segment(int marker, std::string const& content) {
    auto const length = content.size() + 2;
    return bytes({0xFF, marker, static_cast<int>(length >> 8), static_cast<int>(length & 0xFF)}) + content;
}

// Precision, 0x0102 lines of 0x0304 samples, one component.
std::string frame_header(int marker, int precision) {
    return segment(marker, bytes({precision, 1, 2, 3, 4, 1, 1, 0x11, 0}));
}

std::string scan_header(int selection) { return segment(0xDA, bytes({1, 1, 0, selection, 0, 0})); }

std::string jpeg(int frame_marker, int precision, int selection) {
    return bytes({0xFF, 0xD8}) + segment(0xE0, "JFIF") + frame_header(frame_marker, precision) + scan_header(selection);
}

std::string jpeg_2000(int depth, int components, std::string const& between, int wavelet) {
    std::string size = bytes({0, 0, 0, 0, 3, 4, 0, 0, 1, 2}) + std::string(24, '\0') + bytes({0, components});
    for (int i = 0; i < components; ++i) size += bytes({depth, 1, 1});
    return bytes({0xFF, 0x4F}) + segment(0x51, size) + between +
        segment(0x52, bytes({0, 0, 0, 1, components == 3 ? 1 : 0, 5, 4, 4, 0, wavelet}));
}

struct Row {
    std::string stream;
    std::string_view transfer_syntax;
    std::string_view photometric;
    std::uint32_t samples;
    std::uint32_t bits;
    bool is_signed = false;
};

}  // namespace

TEST_CASE("a code stream tells its transfer syntax and its pixels (PS3.5 8.2)") {
    Row const rows[] = {
        {jpeg(0xC0, 8, 0), "1.2.840.10008.1.2.4.50", "MONOCHROME2", 1, 8},
        {jpeg(0xC1, 12, 0), "1.2.840.10008.1.2.4.51", "MONOCHROME2", 1, 12},
        {jpeg(0xC3, 16, 1), "1.2.840.10008.1.2.4.70", "MONOCHROME2", 1, 16},
        {jpeg(0xC3, 16, 2), "1.2.840.10008.1.2.4.57", "MONOCHROME2", 1, 16},
        {jpeg(0xF7, 12, 0), "1.2.840.10008.1.2.4.80", "MONOCHROME2", 1, 12},
        {jpeg(0xF7, 12, 2), "1.2.840.10008.1.2.4.81", "MONOCHROME2", 1, 12},
        {jpeg_2000(0x0B, 1, "", 1), "1.2.840.10008.1.2.4.90", "MONOCHROME2", 1, 12},
        {jpeg_2000(0x8F, 1, "", 0), "1.2.840.10008.1.2.4.91", "MONOCHROME2", 1, 16, true},
        {jpeg_2000(0x07, 3, "", 1), "1.2.840.10008.1.2.4.90", "YBR_RCT", 3, 8},
        {jpeg_2000(0x07, 3, "", 0), "1.2.840.10008.1.2.4.91", "YBR_ICT", 3, 8},
        {jpeg_2000(0x07, 1, segment(0x50, "caps"), 1), "1.2.840.10008.1.2.4.201", "MONOCHROME2", 1, 8},
        {jpeg_2000(0x07, 1, segment(0x50, "caps"), 0), "1.2.840.10008.1.2.4.203", "MONOCHROME2", 1, 8},
    };
    for (auto const& row : rows) {
        CAPTURE(row.transfer_syntax);
        auto const stream = read_codestream(row.stream);
        REQUIRE(stream);
        CHECK(stream->transfer_syntax == row.transfer_syntax);
        CHECK(stream->photometric == row.photometric);
        CHECK(stream->rows == 0x0102);
        CHECK(stream->columns == 0x0304);
        CHECK(stream->samples == row.samples);
        CHECK(stream->bits == row.bits);
        CHECK(stream->is_signed == row.is_signed);
        for (std::size_t length = 0; length < row.stream.size(); ++length)
            CHECK_FALSE(read_codestream(std::string_view{row.stream}.substr(0, length)));
    }
}

TEST_CASE("the colours of a JPEG are read from its components and its Adobe segment (PS3.3 C.7.6.3.1.2)") {
    Raster const colour{4, 3, 3, std::vector<std::uint8_t>(36, 100)};
    auto const encoded = encode_jpeg(colour, 90);
    REQUIRE(encoded);
    auto const stream = read_codestream(*encoded);
    REQUIRE(stream);
    CHECK(stream->samples == 3);
    CHECK(stream->rows == 3);
    CHECK(stream->photometric.starts_with("YBR_FULL"));
    auto adobe = encoded->substr(0, 2) + segment(0xEE, "Adobe" + bytes({0, 100, 0, 0, 0, 0, 0})) + encoded->substr(2);
    CHECK(read_codestream(adobe)->photometric == "RGB");
}

TEST_CASE("a JP2 file's code stream begins behind its boxes (ISO/IEC 15444-1 I.5.4)") {
    auto const box = [](std::string const& type, std::string const& content) {
        return bytes({0, 0, 0, static_cast<int>(content.size() + 8)}) + type + content;
    };
    auto const boxes = box("jP  ", "\r\n\x87\n") + box("ftyp", "jp2 ....") + box("jp2h", std::string(20, 'h'));
    auto const stream = jpeg_2000(0x07, 1, "", 1);
    CHECK(codestream_offset(boxes + box("jp2c", stream)) == boxes.size() + 8);
    CHECK(codestream_offset(boxes + bytes({0, 0, 0, 0}) + "jp2c" + stream) == boxes.size() + 8);
    CHECK(codestream_offset(boxes) == 0);
    CHECK(codestream_offset(box("jP  ", "\r\n\x87\n") + bytes({0, 0, 0, 0}) + "junk" + stream) == 0);
    CHECK(codestream_offset(stream) == 0);
    CHECK(codestream_offset("") == 0);
}

TEST_CASE("what is no code stream is none") {
    for (std::string const& other : {std::string{}, std::string{"\xFF\xD8"}, std::string{"\x89PNG\r\n"},
                                     bytes({0xFF, 0xD8, 0xFF, 0xDA, 0, 2}), bytes({0xFF, 0x4F, 0xFF, 0x52, 0, 2})})
        CHECK_FALSE(read_codestream(other));
}

TEST_CASE("the code streams of real objects say what their headers say") {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / ".." / "shared" / "data" / "objects";
    if (!std::filesystem::exists(folder)) {
        MESSAGE("skipped: no shared test objects");
        return;
    }
    std::size_t compared = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        auto const path = entry.path();
        auto const file = testing::read_file(path);
        Part10Scanner scanner{DatasetLimits{}};
        if (!scanner.feed(std::as_bytes(std::span{file}))) continue;
        auto const scanned = scanner.finish();
        if (!scanned || scanned->dataset.pixels.fragments.empty() || scanned->deflated) continue;
        auto const& fragment = scanned->dataset.pixels.fragments.front();
        auto const start = scanned->range.offset - scanner.prefix()->size() + fragment.offset;
        auto const stream = read_codestream(std::string_view{file}.substr(start, fragment.length));
        if (!stream) continue;
        ++compared;
        CAPTURE(path);
        CAPTURE(scanned->transfer_syntax);
        CHECK(stream->rows > 0);
        auto const* told = find_transfer_syntax(scanned->transfer_syntax);
        REQUIRE(told != nullptr);
        CHECK(find_transfer_syntax(stream->transfer_syntax)->media_type == told->media_type);
    }
    CHECK(compared > 50);
}

}  // namespace cassette
