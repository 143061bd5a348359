// Frames of a stored video, loaded and rendered like those of any object.

#include "archive/part10/instance_layout.h"
#include "archive/pixels/stored_frame.h"
#include "archive/pixels/transcode.h"
#include "tests/support/encoded_video.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/transcoded.h"

#include <doctest/doctest.h>

#include <cmath>

namespace cassette {

using testing::grey_of_frame;
using testing::png_of;
using testing::SingleInstanceArchive;
using testing::VideoObject;

namespace {

std::string object_with(std::string stream, std::size_t fragment_bytes = 0) {
    VideoObject object;
    object.stream = std::move(stream);
    object.fragment_bytes = fragment_bytes;
    return testing::part10_of(object);
}

std::string sound_stream() {
    auto const bytes = testing::encoded({});
    REQUIRE(bytes);
    return *bytes;
}

Result<std::string> rendered_frame(std::string const& part10, std::uint32_t frame) {
    return testing::render(part10, {.frame = frame, .type = RenderedType::png});
}

}  // namespace

TEST_CASE("a frame of a video is rendered in colour, at any size, in one fragment or several (PS3.5 8.2.5)") {
    for (std::size_t const fragment_bytes : {0U, 1000U}) {
        auto const part10 = object_with(sound_stream(), fragment_bytes);
        for (std::uint32_t const frame : {1U, 15U, 30U}) {
            CAPTURE(frame);
            auto const picture = png_of(part10, {.frame = frame});
            CHECK(picture.width == 64);
            CHECK(picture.height == 48);
            REQUIRE(picture.channels == 3);
            CHECK(std::abs(picture.samples[3000] - grey_of_frame(frame)) <= 3);
            auto const small =
                png_of(part10, {.frame = frame, .viewport = Viewport{16, 16}, .purpose = Purpose::thumbnail});
            CHECK(small.width == 16);
            CHECK(small.height == 12);
        }
    }
}

TEST_CASE("a video has as many frames as its object says, and no more than its stream has (PS3.3 C.7.6.6)") {
    auto const whole = object_with(sound_stream());
    CHECK(rendered_frame(whole, 31).error().code == ErrorCode::not_found);
    CHECK(rendered_frame(whole, 0).error().code == ErrorCode::not_found);
    VideoObject short_stream;
    auto const twenty = testing::encoded({.frames = 20});
    REQUIRE(twenty);
    short_stream.stream = *twenty;
    auto const part10 = testing::part10_of(short_stream);
    CHECK(rendered_frame(part10, 20));
    CHECK(rendered_frame(part10, 21).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("a video that cannot be decoded is not_acceptable") {
    for (auto const& stream : {std::string{}, std::string(3000, 'x'), sound_stream().substr(0, 60)})
        CHECK(rendered_frame(object_with(stream), 1).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("a video is given as it is: it is transcoded to nothing") {
    auto const stored = SingleInstanceArchive::holding(object_with(sound_stream()));
    REQUIRE(stored);
    CHECK(testing::obtainable(**stored).empty());
}

}  // namespace cassette
