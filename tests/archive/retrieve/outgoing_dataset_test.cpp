#include "archive/retrieve/outgoing_dataset.h"

#include "archive/part10/file_meta.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/sample_image.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/transcoded.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::part10_of;
using testing::SampleImage;
using testing::SingleInstanceArchive;
using testing::small_image;

constexpr char const* explicit_little = "1.2.840.10008.1.2.1";
constexpr char const* implicit_little = "1.2.840.10008.1.2";
constexpr char const* rle = "1.2.840.10008.1.2.5";
constexpr char const* baseline = "1.2.840.10008.1.2.4.50";

std::unique_ptr<SingleInstanceArchive> holding(std::string_view part10) {
    auto stored = SingleInstanceArchive::holding(part10);
    REQUIRE_MESSAGE(stored, stored.error().detail);
    return std::move(*stored);
}

using Opened = Result<OutgoingDataset>;

Opened open(SingleInstanceArchive const& holder, std::vector<std::string> const& accepted) {
    return outgoing_dataset(holder.archive(), local_operator(), holder.location(), accepted);
}

Opened open_without_bulk(SingleInstanceArchive const& holder, std::vector<std::string> const& accepted) {
    return dataset_without_bulk_data(holder.archive(), local_operator(), holder.location(), accepted);
}

std::string bytes_of(OutgoingDataset& dataset) {
    auto bytes = testing::all_of(*dataset.bytes);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    return *std::move(bytes);
}

std::unique_ptr<DcmDataset> parsed(std::string const& dataset, E_TransferSyntax syntax) {
    auto read = std::make_unique<DcmDataset>();
    DcmInputBufferStream stream;
    stream.setBuffer(dataset.data(), static_cast<offile_off_t>(dataset.size()));
    stream.setEos();
    read->transferInit();
    REQUIRE(read->read(stream, syntax).good());
    read->transferEnd();
    return read;
}

SampleImage grey() {
    SampleImage image{.rows = 4, .columns = 4, .bits_allocated = 16, .bits_stored = 12, .frames = 2};
    for (std::uint16_t i = 0; i < 32; ++i) image.words.push_back(i);
    return image;
}

}  // namespace

TEST_CASE("a data set leaves as it lies in the file, behind preamble and File Meta (PS3.7 6.3.1)") {
    auto const pixels = std::string(600'000, '\x5A');
    auto const object = small_image().bytes({0x7FE0, 0x0010}, "OW", pixels);
    auto const holder = holding(object.part10());
    auto dataset = open(*holder, {implicit_little, explicit_little});
    REQUIRE(dataset);
    CHECK(dataset->transfer_syntax.str() == explicit_little);
    CHECK(dataset->instance == holder->location().instance);
    CHECK(dataset->bytes->length() == object.dataset().size());
    CHECK(bytes_of(*dataset) == object.dataset());
}

TEST_CASE("where its transfer syntax is not accepted the best that loses nothing is made") {
    auto const holder = holding(part10_of(grey(), EXS_RLELossless));
    auto as_stored = open(*holder, {explicit_little, rle});
    REQUIRE(as_stored);
    CHECK(as_stored->transfer_syntax.str() == rle);
    auto decoded = open(*holder, {implicit_little, explicit_little});
    REQUIRE(decoded);
    CHECK(decoded->transfer_syntax.str() == explicit_little);
    auto const dataset = parsed(bytes_of(*decoded), EXS_LittleEndianExplicit);
    Uint16 const* cells = nullptr;
    unsigned long count = 0;
    REQUIRE(dataset->findAndGetUint16Array(DCM_PixelData, cells, &count).good());
    REQUIRE(count == 32);
    CHECK(cells[31] == 31);
}

TEST_CASE("nothing is lost on the way: what could only be compressed with loss is not sent") {
    SampleImage const image{.rows = 8, .columns = 8, .bytes = std::vector<std::uint8_t>(64, 7)};
    auto const holder = holding(part10_of(image));
    auto const refused = open(*holder, {baseline});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::not_acceptable);
}

TEST_CASE("the attributes with the bulk of an instance are left out, and no others (PS3.4 Table Z.1-1, Z.4.2.3)") {
    auto image = grey();
    image.more = [](DcmDataset& dataset) {
        std::vector<Uint8> const bytes(64, 1);
        std::vector<Uint16> const words(40'000, 2);
        dataset.putAndInsertUint8Array(DcmTag{0x6000, 0x3000, EVR_OB}, bytes.data(), 64);
        dataset.putAndInsertUint16Array(DcmTag{0x6002, 0x3000, EVR_OW}, words.data(), 40'000);
        dataset.putAndInsertString(DcmTag{0x6000, 0x0022, EVR_LO}, "an overlay");
        DcmItem* waveform = nullptr;
        dataset.findOrCreateSequenceItem(DCM_WaveformSequence, waveform, -2);
        waveform->putAndInsertUint8Array(DcmTag{0x5400, 0x1010, EVR_OB}, bytes.data(), 64);
        waveform->putAndInsertUint16(DCM_NumberOfWaveformChannels, 1);
        DcmItem* icon = nullptr;
        dataset.findOrCreateSequenceItem(DCM_IconImageSequence, icon, -2);
        icon->putAndInsertUint8Array(DcmTag{0x7FE0, 0x0010, EVR_OB}, bytes.data(), 64);
        dataset.putAndInsertUint16Array(DcmTag{0x0028, 0x1201, EVR_OW}, words.data(), 40'000);
    };
    auto const holder = holding(part10_of(image));
    auto opened = open_without_bulk(*holder, {explicit_little});
    REQUIRE_MESSAGE(opened, opened.error().detail);
    CHECK(opened->instance == holder->location().instance);
    auto const dataset = parsed(bytes_of(*opened), EXS_LittleEndianExplicit);
    CHECK_FALSE(dataset->tagExists(DCM_PixelData));
    CHECK_FALSE(dataset->tagExists(DcmTagKey{0x6000, 0x3000}));
    CHECK_FALSE(dataset->tagExists(DcmTagKey{0x6002, 0x3000}));
    CHECK(dataset->tagExists(DcmTagKey{0x6000, 0x0022}));
    CHECK(dataset->tagExists(DCM_Rows));
    DcmItem* item = nullptr;
    REQUIRE(dataset->findAndGetSequenceItem(DCM_WaveformSequence, item).good());
    CHECK_FALSE(item->tagExists(DCM_WaveformData));
    CHECK(item->tagExists(DCM_NumberOfWaveformChannels));
    REQUIRE(dataset->findAndGetSequenceItem(DCM_IconImageSequence, item).good());
    CHECK(item->tagExists(DCM_PixelData));
    Uint16 const* table = nullptr;
    unsigned long entries = 0;
    REQUIRE(dataset->findAndGetUint16Array(DCM_RedPaletteColorLookupTableData, table, &entries).good());
    CHECK(entries == 40'000);
}

TEST_CASE("without its pixels an instance goes in its own transfer syntax, or uncompressed (PS3.5 10)") {
    auto const holder = holding(part10_of(grey(), EXS_RLELossless));
    CHECK(open_without_bulk(*holder, {implicit_little, rle})->transfer_syntax.str() == rle);
    auto implicit = open_without_bulk(*holder, {implicit_little});
    REQUIRE(implicit);
    auto const dataset = parsed(bytes_of(*implicit), EXS_LittleEndianImplicit);
    CHECK_FALSE(dataset->tagExists(DCM_PixelData));
    CHECK(dataset->tagExists(DCM_SOPInstanceUID));
    CHECK_FALSE(open_without_bulk(*holder, {baseline}));
}

}  // namespace cassette
