// Law: what is encoded comes back bit by bit. HTJ2K is encoded by OpenJPH and decoded by OpenJPEG.

#include "archive/pixels/jpeg2000/codec.h"

#include "archive/pixels/codecs.h"
#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/jpeg2000/openjpeg_coder.h"
#include "archive/pixels/jpeg2000/openjph_coder.h"
#include "tests/support/sample_image.h"

#include <doctest/doctest.h>

#include <random>

namespace cassette {

namespace {

constexpr std::string_view j2k = "1.2.840.10008.1.2.4.90";
constexpr std::string_view htj2k = "1.2.840.10008.1.2.4.201";
constexpr std::string_view rpcl = "1.2.840.10008.1.2.4.202";

// Noise on a ramp, within so many bits, which a filter neither sees through nor drowns in.
Frame frame_of(PixelDescription const& description) {
    std::mt19937 random{7};
    auto const cell = description.bits_allocated / 8;
    std::string bytes;
    for (std::uint64_t i = 0; i < description.pixels() * description.samples; ++i) {
        auto value = static_cast<std::int32_t>((i * 3 + random() % 50) % (1U << description.bits_stored));
        if (description.is_signed) value -= 1 << (description.bits_stored - 1);
        bytes.append(reinterpret_cast<char const*>(&value), cell);
    }
    return {description, bytes};
}

PixelDescription grey(std::uint32_t rows, std::uint32_t columns, std::uint32_t allocated, std::uint32_t stored) {
    return {.rows = rows, .columns = columns, .bits_allocated = allocated, .bits_stored = stored};
}

std::vector<PixelDescription> descriptions() {
    auto is_signed = grey(70, 33, 16, 12);
    is_signed.is_signed = true;
    auto colour = grey(20, 130, 8, 8);
    colour.samples = 3;
    colour.photometric = Photometric::rgb;
    return {grey(1, 1, 8, 8), grey(64, 64, 8, 8), grey(129, 70, 16, 12), grey(3, 300, 16, 16), is_signed, colour};
}

// A header that says what the frame is, for decoding.
std::unique_ptr<DcmDataset> header_of(PixelDescription const& description) {
    return testing::dataset_of({.rows = static_cast<std::uint16_t>(description.rows),
                                .columns = static_cast<std::uint16_t>(description.columns),
                                .samples = static_cast<std::uint16_t>(description.samples),
                                .bits_allocated = static_cast<std::uint16_t>(description.bits_allocated),
                                .bits_stored = static_cast<std::uint16_t>(description.bits_stored),
                                .pixel_representation = static_cast<std::uint16_t>(description.is_signed ? 1 : 0),
                                .photometric = description.samples == 3 ? "YBR_RCT" : "MONOCHROME2"});
}

Result<Frame> decode(PixelDescription const& description, std::string_view syntax, std::string stream) {
    return decode_frame(*header_of(description), description, {syntax, {std::move(stream)}});
}

}  // namespace

TEST_CASE("JPEG 2000 and HTJ2K give back every bit (PS3.5 8.2.4)") {
    for (auto const& description : descriptions()) {
        auto const frame = frame_of(description);
        for (auto const syntax : {j2k, htj2k, rpcl}) {
            CAPTURE(syntax);
            CAPTURE(description.columns);
            auto const stream = encode_frame(frame, syntax);
            REQUIRE(stream);
            CHECK(stream->size() % 2 == 0);
            auto const back = decode(description, syntax, *stream);
            REQUIRE_MESSAGE(back, back.error().detail);
            CHECK(back->bytes.substr(0, frame.bytes.size()) == frame.bytes);
            CHECK((back->description == description));
        }
    }
}

TEST_CASE("a high-throughput stream decodes under every name, and a Part 1 stream too: the stream says which it is") {
    auto const frame = frame_of(grey(16, 16, 8, 8));
    for (auto const written : {j2k, htj2k})
        for (std::string_view const read :
             {"1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.91", "1.2.840.10008.1.2.4.92", "1.2.840.10008.1.2.4.93",
              "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203"}) {
            auto const back = decode(frame.description, read, *encode_frame(frame, written));
            CAPTURE(read);
            REQUIRE(back);
            CHECK(back->bytes.substr(0, frame.bytes.size()) == frame.bytes);
        }
}

TEST_CASE("the coders keep signed values of few bits, and the colour transformation, by themselves") {
    std::vector<std::byte> values(3 * 90);
    for (std::size_t i = 0; i < values.size(); ++i) values[i] = static_cast<std::byte>(i * i);
    jpeg2000::Cells const cells{10, 9, 3, 1, values};
    using jpeg2000::Sign;
    for (auto const& coding :
         {jpeg2000::Coding{8, Sign::is_unsigned, true}, jpeg2000::Coding{8, Sign::is_signed, false}})
        for (auto const& stream :
             {jpeg2000::encode_with_openjpeg(cells, coding), jpeg2000::encode_with_openjph(cells, coding)}) {
            REQUIRE(stream);
            std::vector<std::byte> back(values.size());
            CHECK(jpeg2000::decode_with_openjpeg(*stream, {10, 9, 3, 1, back}));
            CHECK(back == values);
        }
    std::vector<std::byte> other(4);
    CHECK_FALSE(jpeg2000::decode_with_openjpeg("no stream", {2, 2, 1, 1, other}));
}

TEST_CASE("integers of 32 bits are decoded as far as OpenJPEG goes, signed and unsigned (PS3.5 8.2.4)") {
    for (bool const is_signed : {false, true}) {
        CAPTURE(is_signed);
        auto description = grey(24, 40, 32, 24);
        description.is_signed = is_signed;
        auto frame = frame_of(description);
        auto const sign = is_signed ? jpeg2000::Sign::is_signed : jpeg2000::Sign::is_unsigned;
        auto const bytes = std::as_writable_bytes(std::span{frame.bytes});
        auto stream = jpeg2000::encode_with_openjpeg({40, 24, 1, 4, bytes}, {24, sign, false});
        REQUIRE(stream);
        auto const back = decode(description, j2k, *stream);
        REQUIRE_MESSAGE(back, back.error().detail);
        CHECK(back->bytes.substr(0, frame.bytes.size()) == frame.bytes);
    }
}

TEST_CASE("HTJ2K Lossless RPCL: the order, the least resolution and the tile part's length (PS3.5 10.18)") {
    auto const stream = encode_frame(frame_of(grey(300, 5000, 8, 8)), rpcl);
    REQUIRE(stream);
    using namespace std::string_view_literals;
    auto const style = stream->find("\xFF\x52\x00\x0C"sv);
    REQUIRE(style != std::string::npos);
    CHECK((*stream)[style + 5] == 2);  // RPCL
    auto const decompositions = static_cast<unsigned>((*stream)[style + 9]);
    CHECK((5000U >> decompositions) <= 64);
    CHECK(stream->find("\xFF\x55\x00\x08\x00\x40"sv) < stream->find("\xFF\x90\x00\x0A"sv));
}

TEST_CASE("a stream that is not of the size described is refused before anything is allocated for it") {
    auto const frame = frame_of(grey(16, 16, 8, 8));
    auto wide = frame.description;
    wide.columns = 17;
    auto deep = frame.description;
    deep.samples = 3;
    deep.photometric = Photometric::rgb;
    for (auto const syntax : {j2k, htj2k}) {
        auto const stream = *encode_frame(frame, syntax);
        CHECK(decode(wide, syntax, stream).error().code == ErrorCode::not_acceptable);
        CHECK(decode(deep, syntax, stream).error().code == ErrorCode::not_acceptable);
        CHECK(decode(frame.description, syntax, "x" + stream).error().code == ErrorCode::not_acceptable);
    }
    auto const twelve = *encode_frame(frame_of(grey(16, 16, 16, 12)), j2k);
    CHECK(decode(frame.description, j2k, twelve).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("a damaged stream gives some picture or not_acceptable, and never a crash") {
    auto const frame = frame_of(grey(40, 40, 16, 12));
    for (auto const syntax : {j2k, htj2k}) {
        auto const whole = *encode_frame(frame, syntax);
        for (std::size_t at = 0; at < whole.size(); at += 3) {
            auto damaged = whole;
            damaged[at] = static_cast<char>(damaged[at] ^ 0x5A);
            auto const decoded = decode(frame.description, syntax, damaged);
            if (!decoded) CHECK(decoded.error().code == ErrorCode::not_acceptable);
            auto const cut = decode(frame.description, syntax, whole.substr(0, at));
            if (!cut) CHECK(cut.error().code == ErrorCode::not_acceptable);
        }
    }
}

TEST_CASE("what cannot be encoded is not_acceptable") {
    auto description = grey(4, 4, 32, 32);
    CHECK(encode_frame({description, std::string(64, 'x')}, j2k).error().code == ErrorCode::not_acceptable);
    description = grey(4, 4, 8, 8);
    CHECK(encode_frame({description, "too short"}, j2k).error().code == ErrorCode::not_acceptable);
    CHECK(encode_frame({description, std::string(16, 'x')}, "1.2.840.10008.1.2.4.91").error().code ==
          ErrorCode::not_acceptable);
}

}  // namespace cassette
