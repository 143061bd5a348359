#include "archive/part10/parsed_header.h"

#include "tests/support/dataset_builder.h"
#include "tests/support/scanned_whole.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

using namespace std::string_view_literals;
using testing::DatasetBuilder;
using testing::Encoding;
using testing::small_image;

std::unique_ptr<DcmDataset> parsed(DatasetBuilder const& built, ElementEncoding encoding = {}) {
    auto const scanned = testing::scan_dataset(built.dataset(), encoding);
    REQUIRE(scanned);
    auto dataset = parse_header(*scanned);
    REQUIRE(dataset);
    return std::move(*dataset);
}

}  // namespace

TEST_CASE("DCMTK reads the normalised header in either byte order (PS3.5 7.3)") {
    for (auto const encoding : {Encoding::explicit_little_endian, Encoding::explicit_big_endian}) {
        bool const big = encoding == Encoding::explicit_big_endian;
        auto const dataset = parsed(small_image({}, encoding), {true, big ? ByteOrder::big : ByteOrder::little});
        Uint16 rows = 0;
        CHECK(dataset->findAndGetUint16({0x0028, 0x0010}, rows).good());
        CHECK(rows == 2);
        OFString name;
        CHECK(dataset->findAndGetOFString({0x0010, 0x0010}, name).good());
        CHECK(name == "Doe^Jane");
    }
}

TEST_CASE("what DCMTK cannot read all the same is malformed") {
    ScannedDataset scanned;
    scanned.header = std::string{"\x10\0\x20\0LO\xFF\x0F", 8};  // announces more than there is
    auto const refused = parse_header(scanned);
    if (!refused) CHECK(refused.error().code == ErrorCode::malformed);
}

}  // namespace cassette
