#include "archive/pixels/stored_frame.h"

#include "archive/part10/header.h"
#include "tests/support/sample_image.h"
#include "tests/support/single_instance_archive.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

Result<Frame> load(testing::SampleImage const& image, E_TransferSyntax syntax, std::uint32_t number) {
    auto const stored = testing::SingleInstanceArchive::holding(testing::part10_of(image, syntax));
    REQUIRE(stored);
    auto const& holder = **stored;
    auto const layout = decode_layout(holder.layout());
    REQUIRE(layout);
    auto const blob = open_part10(holder.archive(), local_operator(), holder.location());
    REQUIRE(blob);
    auto const header = read_header(**blob, {});
    REQUIRE(header);
    return load_frame({holder.archive(), local_operator(), holder.location(), *layout}, **header, number);
}

}  // namespace

TEST_CASE("a frame's cells are the same in whatever byte order and coding they are stored (PS3.5 7.3)") {
    testing::SampleImage image{.rows = 1, .columns = 3, .bits_allocated = 16, .bits_stored = 16, .frames = 2};
    image.words = {1, 2, 3, 0x0102, 0x0304, 0x0506};
    for (auto const syntax : {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit,
                              EXS_DeflatedLittleEndianExplicit, EXS_RLELossless}) {
        auto const frame = load(image, syntax, 2);
        REQUIRE_MESSAGE(frame, frame.error().detail);
        CHECK(frame->bytes.substr(0, 6) == "\2\1\4\3\6\5");
    }
}

TEST_CASE("bytes in words of big endian belong to two frames where these have an odd length (PS3.5 7.3)") {
    testing::SampleImage image{.rows = 1, .columns = 3, .frames = 2, .bytes = {1, 2, 3, 4, 5, 6}};
    CHECK(load(image, EXS_BigEndianExplicit, 1)->bytes == "\1\2\3");
    CHECK(load(image, EXS_BigEndianExplicit, 2)->bytes == "\4\5\6");
}

TEST_CASE("there is no frame behind the last") {
    testing::SampleImage const image{.rows = 1, .columns = 2, .bytes = {1, 2}};
    CHECK(load(image, EXS_LittleEndianExplicit, 2).error().code == ErrorCode::not_found);
    CHECK(load(image, EXS_LittleEndianExplicit, 0).error().code == ErrorCode::not_found);
}

}  // namespace cassette
