#include "archive/pixels/transcode.h"

#include "archive/pixels/transcode/dataset_stream.h"
#include "archive/pixels/transcode/pixel_streams.h"
#include "archive/pixels/transcode/streamed_value.h"
#include "schema/transfer_syntax.h"
#include "storage/folder_rendition_cache.h"
#include "storage/memory_blob_store.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/failing_blobs.h"
#include "tests/support/sample_image.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/transcoded.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <dcmtk/dcmdata/dcistrmb.h>
#include <dcmtk/dcmdata/dcmetinf.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>

namespace cassette {

using testing::decoded_cells;
using testing::frame_in;
using testing::obtainable;
using testing::part10_of;
using testing::SampleImage;
using testing::SingleInstanceArchive;
using testing::transcoded;

namespace {

constexpr std::string_view explicit_little = "1.2.840.10008.1.2.1";
constexpr std::string_view implicit_little = "1.2.840.10008.1.2";
constexpr std::string_view deflated_little = "1.2.840.10008.1.2.1.99";
constexpr std::string_view big = "1.2.840.10008.1.2.2";
constexpr std::string_view rle = "1.2.840.10008.1.2.5";
constexpr std::string_view baseline = "1.2.840.10008.1.2.4.50";
constexpr std::string_view sv1 = "1.2.840.10008.1.2.4.70";
constexpr std::string_view jpeg_ls = "1.2.840.10008.1.2.4.80";
constexpr std::string_view jpeg_2000 = "1.2.840.10008.1.2.4.90";

std::unique_ptr<SingleInstanceArchive> holding(std::string_view part10) {
    auto stored = SingleInstanceArchive::holding(part10);
    REQUIRE_MESSAGE(stored, stored.error().detail);
    return std::move(*stored);
}

// DCMTK's view of a file.
std::unique_ptr<DcmFileFormat> parsed(std::string const& part10) {
    auto file = std::make_unique<DcmFileFormat>();
    DcmInputBufferStream stream;
    stream.setBuffer(part10.data(), static_cast<offile_off_t>(part10.size()));
    stream.setEos();
    file->transferInit();
    REQUIRE(file->read(stream).good());
    file->transferEnd();
    return file;
}

std::string text_of(DcmItem& item, DcmTagKey const& key) {
    OFString text;
    (void)item.findAndGetOFStringArray(key, text);
    return text.c_str();
}

std::uint16_t number_of(DcmItem& item, DcmTagKey const& key) {
    Uint16 number = 0xFFFF;
    (void)item.findAndGetUint16(key, number);
    return number;
}

// Three frames of 12 bits in 16, with bits beside the stored ones.
SampleImage three_frames() {
    SampleImage image{.rows = 5, .columns = 7, .bits_allocated = 16, .bits_stored = 12, .frames = 3};
    for (unsigned i = 0; i < 105; ++i) image.words.push_back(static_cast<std::uint16_t>(i * 611));
    return image;
}

SampleImage colours(std::uint16_t planar) {
    SampleImage image{.rows = 16, .columns = 15, .samples = 3, .planar_configuration = planar, .photometric = "RGB"};
    for (unsigned i = 0; i < 720; ++i) image.bytes.push_back(static_cast<std::uint8_t>(i * i / 3));
    return image;
}

std::vector<std::string> every_lossless(SingleInstanceArchive const& holder) {
    auto syntaxes = obtainable(holder);
    std::erase_if(syntaxes, [](auto const& uid) { return find_transfer_syntax(uid)->lossy; });
    return syntaxes;
}

}  // namespace

TEST_CASE("what is obtainable, best first: native, lossless codings that have room, other native ones, JPEG Baseline") {
    using Uids = std::vector<std::string>;
    auto const grey = part10_of({.rows = 2, .columns = 2, .bytes = {1, 2, 3, 4}});
    CHECK(obtainable(*holding(grey)) ==
          Uids{"1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.90", "1.2.840.10008.1.2.4.80",
               "1.2.840.10008.1.2.4.70", "1.2.840.10008.1.2.5", "1.2.840.10008.1.2.8.1", "1.2.840.10008.1.2.1.98",
               "1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99", "1.2.840.10008.1.2.4.50"});
    auto const compressed = obtainable(*holding(part10_of(three_frames(), EXS_JPEGLSLossless)));
    CHECK(compressed.front() == explicit_little);
    CHECK(std::ranges::find(compressed, jpeg_ls) == compressed.end());
    CHECK(std::ranges::find(compressed, baseline) == compressed.end());
    auto const none = obtainable(*holding(part10_of({})));
    CHECK(none == Uids{"1.2.840.10008.1.2", "1.2.840.10008.1.2.1.99"});
}

TEST_CASE("pixels come back bit by bit from every lossless transfer syntax, whatever they were stored in") {
    for (auto const stored :
         {EXS_LittleEndianExplicit, EXS_LittleEndianImplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit,
          EXS_RLELossless, EXS_JPEGProcess14SV1, EXS_JPEGLSLossless})
        for (auto const& image : {three_frames(), colours(0), colours(1)}) {
            auto const part10 = part10_of(image, stored);
            auto const holder = holding(part10);
            auto const cells = decoded_cells(*holder);
            REQUIRE(cells);
            CAPTURE(DcmXfer{stored}.getXferName());
            for (auto const& syntax : every_lossless(*holder)) {
                CAPTURE(syntax);
                auto const there = transcoded(*holder, syntax);
                REQUIRE_MESSAGE(there, there.error().detail);
                auto const back = decoded_cells(*there);
                REQUIRE_MESSAGE(back, back.error().detail);
                CHECK(*back == *cells);
                CHECK(holding(*there)->location().transfer_syntax.str() == syntax);
                CHECK(text_of(*parsed(*there)->getMetaInfo(), DCM_TransferSyntaxUID) == syntax);
                CHECK(holding(*there)->location().instance == holder->location().instance);
            }
        }
}

TEST_CASE("DCMTK's own decoders find the same pixels") {
    auto const image = three_frames();
    for (auto const syntax : {rle, sv1, jpeg_ls}) {
        auto const there = transcoded(part10_of(image), syntax);
        REQUIRE(there);
        auto const file = parsed(*there);
        CAPTURE(syntax);
        REQUIRE(file->getDataset()->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).good());
        Uint16 const* words = nullptr;
        unsigned long count = 0;
        REQUIRE(file->getDataset()->findAndGetUint16Array(DCM_PixelData, words, &count).good());
        CHECK(std::vector<std::uint16_t>(words, words + count) == image.words);
    }
}

TEST_CASE("attributes say what became of the pixels (PS3.5 8.2)") {
    auto const colour_in = [](std::string const& part10, std::string_view syntax) {
        auto const there = transcoded(part10, syntax);
        REQUIRE(there);
        auto const file = parsed(*there);
        return text_of(*file->getDataset(), DCM_PhotometricInterpretation) + ' ' +
            std::to_string(number_of(*file->getDataset(), DCM_PlanarConfiguration));
    };
    auto const by_plane = part10_of(colours(1));
    CHECK(colour_in(by_plane, implicit_little) == "RGB 1");
    CHECK(colour_in(by_plane, rle) == "RGB 0");
    CHECK(colour_in(by_plane, jpeg_2000) == "YBR_RCT 0");
    CHECK(colour_in(*transcoded(by_plane, jpeg_2000), explicit_little) == "RGB 0");
    CHECK(colour_in(part10_of(colours(0), EXS_RLELossless), explicit_little) == "RGB 0");
    CHECK(colour_in(*transcoded(by_plane, baseline), explicit_little) == "RGB 0");
}

TEST_CASE("JPEG Baseline is another instance that says what was lost (PS3.3 C.7.6.1.1.5)") {
    auto image = colours(0);
    image.more = [](DcmDataset& dataset) {
        REQUIRE(dataset.putAndInsertString(DCM_ImageType, "ORIGINAL\\PRIMARY").good());
        REQUIRE(dataset.putAndInsertString(DCM_LossyImageCompressionRatio, "3").good());
        REQUIRE(dataset.putAndInsertString(DCM_LossyImageCompressionMethod, "ISO_14495_1").good());
    };
    auto const holder = holding(part10_of(image));
    auto const there = transcoded(*holder, baseline);
    REQUIRE_MESSAGE(there, there.error().detail);
    CHECK(*there == *transcoded(*holder, baseline));
    auto const file = parsed(*there);
    auto& dataset = *file->getDataset();
    auto const instance = text_of(dataset, DCM_SOPInstanceUID);
    CHECK(instance.starts_with("2.25."));
    CHECK(is_valid_uid(instance));
    CHECK(text_of(*file->getMetaInfo(), DCM_MediaStorageSOPInstanceUID) == instance);
    CHECK(text_of(dataset, DCM_ImageType) == "DERIVED\\PRIMARY");
    CHECK(text_of(dataset, DCM_LossyImageCompression) == "01");
    CHECK(text_of(dataset, DCM_LossyImageCompressionRatio).starts_with("3\\"));
    CHECK(text_of(dataset, DCM_LossyImageCompressionMethod) == "ISO_14495_1\\ISO_10918_1");
    DcmItem* source = nullptr;
    REQUIRE(dataset.findAndGetSequenceItem(DCM_SourceImageSequence, source).good());
    CHECK(text_of(*source, DCM_ReferencedSOPInstanceUID) == "1.2.3.4.1");
    CHECK(text_of(dataset, DCM_PhotometricInterpretation) == "YBR_FULL_422");
    CHECK(decoded_cells(*there)->size() == image.bytes.size());
    // Twelve bits would lose more than quantisation takes.
    CHECK(transcoded(part10_of(three_frames()), baseline).error().code == ErrorCode::not_acceptable);
}

TEST_CASE("what decoding a lossy coding gives says that it lost something") {
    auto const lossy = transcoded(part10_of(colours(0)), baseline);
    REQUIRE(lossy);
    // Its maker says nothing of it.
    auto const file = parsed(*lossy);
    REQUIRE(file->getDataset()->findAndDeleteElement(DCM_LossyImageCompression).good());
    testing::TemporaryDirectory const folder;
    auto const path = folder / "silent.dcm";
    REQUIRE(file->saveFile(path.c_str(), EXS_JPEGProcess1).good());
    auto const there = transcoded(testing::read_file(path), explicit_little);
    REQUIRE(there);
    auto const decoded = parsed(*there);
    CHECK(text_of(*decoded->getDataset(), DCM_LossyImageCompression) == "01");
    CHECK(text_of(*decoded->getDataset(), DCM_SOPInstanceUID) == text_of(*file->getDataset(), DCM_SOPInstanceUID));
}

TEST_CASE("long values, also in sequences, and what lies behind the pixel data come along") {
    std::string text(100'001, 'x');
    std::vector<Uint16> words(40'000);
    for (std::size_t i = 0; i < words.size(); ++i) words[i] = static_cast<Uint16>(i);
    auto image = three_frames();
    image.more = [&](DcmDataset& dataset) {
        REQUIRE(dataset.putAndInsertString(DCM_TextValue, text.c_str()).good());
        DcmItem* item = nullptr;
        REQUIRE(dataset.findOrCreateSequenceItem(DCM_WaveformSequence, item).good());
        REQUIRE(item->putAndInsertUint16Array(DcmTag{DCM_RedPaletteColorLookupTableData, EVR_OW}, words.data(), 40'000)
                    .good());
        DcmItem* signature = nullptr;
        REQUIRE(dataset.findOrCreateSequenceItem(DCM_DigitalSignaturesSequence, signature).good());
        REQUIRE(signature->putAndInsertUint16(DCM_MACIDNumber, 7).good());
    };
    for (auto const stored :
         {EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_DeflatedLittleEndianExplicit, EXS_RLELossless})
        for (auto const to : {implicit_little, deflated_little, rle}) {
            CAPTURE(DcmXfer{stored}.getXferName());
            CAPTURE(to);
            auto const there = transcoded(part10_of(image, stored), to);
            if (!there && to == rle && stored == EXS_RLELossless) continue;
            REQUIRE_MESSAGE(there, there.error().detail);
            auto const file = parsed(*there);
            CHECK((text_of(*file->getDataset(), DCM_TextValue) == text));
            DcmItem* item = nullptr;
            REQUIRE(file->getDataset()->findAndGetSequenceItem(DCM_WaveformSequence, item).good());
            Uint16 const* found = nullptr;
            unsigned long count = 0;
            REQUIRE(item->findAndGetUint16Array(DCM_RedPaletteColorLookupTableData, found, &count).good());
            CHECK((std::vector<Uint16>(found, found + count) == words));
            REQUIRE(file->getDataset()->findAndGetSequenceItem(DCM_DigitalSignaturesSequence, item).good());
            CHECK(number_of(*item, DCM_MACIDNumber) == 7);
        }
}

TEST_CASE("single bits run on from frame to frame, and stay so, copied or coded (PS3.5 8.1.1)") {
    SampleImage image{.rows = 3, .columns = 3, .bits_allocated = 1, .bits_stored = 1, .frames = 3};
    image.bytes = {0xA5, 0x5A, 0x81, 0x07};
    auto const holder = holding(part10_of(image));
    for (std::string_view const syntax : {implicit_little, rle, std::string_view{"1.2.840.10008.1.2.8.1"}}) {
        auto const there = transcoded(*holder, syntax);
        REQUIRE(there);
        CHECK(*decoded_cells(*there) == *decoded_cells(*holder));
        auto const back = transcoded(*there, explicit_little);
        REQUIRE(back);
        Uint8 const* bits = nullptr;
        auto const file = parsed(*back);
        REQUIRE(file->getDataset()->findAndGetUint8Array(DCM_PixelData, bits).good());
        CHECK(std::string_view{reinterpret_cast<char const*>(bits), 4} == std::string_view{"\xA5\x5A\x81\x07", 4});
    }
    CHECK(frame_in(*holder, 2, implicit_little)->size() == 2);
}

TEST_CASE("a frame alone: native cells in little endian, or the bit stream") {
    auto const image = three_frames();
    auto const native = holding(part10_of(image));
    auto const cells = *decoded_cells(*native);
    for (auto const stored : {EXS_LittleEndianExplicit, EXS_BigEndianExplicit, EXS_RLELossless})
        for (auto const to : {explicit_little, deflated_little, implicit_little})
            for (std::uint32_t number = 1; number <= 3; ++number) {
                auto const holder = holding(part10_of(image, stored));
                CHECK(*frame_in(*holder, number, to) == cells.substr((number - 1) * 70, 70));
            }
    auto const stream = frame_in(*native, 2, jpeg_ls);
    REQUIRE(stream);
    CHECK(transcoded(*native, jpeg_ls)->find(*stream) != std::string::npos);
}

TEST_CASE("frames that are not there, syntaxes that cannot be, and streams that are damaged have their errors") {
    auto const holder = holding(part10_of(three_frames()));
    using enum ErrorCode;
    CHECK(frame_in(*holder, 0, rle).error().code == not_found);
    CHECK(frame_in(*holder, 4, rle).error().code == not_found);
    CHECK(frame_in(*holding(part10_of({})), 1, rle).error().code == not_found);
    for (auto const syntax : {std::string_view{"1.2.840.10008.1.2.4.100"}, big, std::string_view{"1.2.3.4"}}) {
        CHECK(frame_in(*holder, 1, syntax).error().code == not_acceptable);
        CHECK(transcoded(*holder, syntax).error().code == not_acceptable);
    }
    auto damaged = part10_of(colours(0), EXS_JPEGLSLossless);
    auto const start = damaged.rfind("\xFF\xD8\xFF");
    REQUIRE(start != std::string::npos);
    damaged[start + 1] = '\0';
    CHECK(transcoded(damaged, explicit_little).error().code == not_acceptable);
    CHECK(frame_in(*holding(damaged), 1, rle).error().code == not_acceptable);
    auto huge = three_frames();
    huge.more = [](DcmDataset& dataset) {
        REQUIRE(dataset.putAndInsertUint16(DCM_Rows, 65535).good());
        REQUIRE(dataset.putAndInsertUint16(DCM_Columns, 65535).good());
    };
    CHECK_FALSE(frame_in(*holding(part10_of(huge)), 1, rle));
}

TEST_CASE("what is asked for as it is stored comes as it is stored") {
    auto const part10 = part10_of(three_frames(), EXS_RLELossless);
    auto const holder = holding(part10);
    CHECK((*transcoded(*holder, rle) == part10));
    CHECK(frame_in(*holder, 1, rle));
}

TEST_CASE("an icon whose pixels were encapsulated goes, a native one stays (PS3.3 C.7.6.1.1.6)") {
    auto image = three_frames();
    image.more = [](DcmDataset& dataset) {
        DcmItem* icon = nullptr;
        REQUIRE(dataset.findOrCreateSequenceItem(DCM_IconImageSequence, icon).good());
        REQUIRE(icon->putAndInsertUint16(DCM_Rows, 1).good());
        REQUIRE(
            icon->putAndInsertUint8Array(DcmTag{DCM_PixelData, EVR_OB}, std::array<Uint8, 2>{1, 2}.data(), 2).good());
    };
    auto const kept = transcoded(part10_of(image), rle);
    REQUIRE(kept);
    CHECK(parsed(*kept)->getDataset()->tagExists(DCM_IconImageSequence));
    auto const icon = testing::item(testing::encapsulated("", {"stream"}), testing::Length::undefined);
    auto built = testing::small_image({});
    built.element({0x0088, 0x0200}, testing::sequence({0x0088, 0x0200}, icon, testing::Length::undefined));
    auto const gone = transcoded(built.part10(""), implicit_little);
    REQUIRE(gone);
    CHECK_FALSE(parsed(*gone)->getDataset()->tagExists(DCM_IconImageSequence));
}

TEST_CASE("frames are made one at a time") {
    SampleImage image{.rows = 100, .columns = 100, .bits_allocated = 16, .bits_stored = 16, .frames = 40};
    image.words.resize(400'000, 7);
    auto const holder = holding(part10_of(image, EXS_RLELossless));
    auto const layout = decode_layout(holder->layout());
    REQUIRE(layout);
    auto const to = TransferSyntaxUID::parse(explicit_little);
    auto const stream = transcoded_part10(holder->archive(), local_operator(), {holder->location(), *layout}, *to);
    REQUIRE(stream);
    std::size_t largest = 0;
    std::size_t all = 0;
    for (auto piece = (*stream)->next(); piece && *piece; piece = (*stream)->next()) {
        largest = std::max(largest, (*piece)->size());
        all += (*piece)->size();
    }
    CHECK(largest <= 20'000);
    CHECK((*stream)->length() == all);
}

TEST_CASE("encoded frames are kept, and made once") {
    testing::TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder / "renditions");
    REQUIRE(cache);
    auto const holder = holding(part10_of(three_frames()));
    auto const& plain = holder->archive();
    Archive const archive{plain.blobs, plain.index, **cache, plain.settings};
    auto const layout = decode_layout(holder->layout());
    StoredObject const object{holder->location(), *layout};
    FrameRequest const request{2, *TransferSyntaxUID::parse(jpeg_ls)};
    auto const made = transcoded_frame(archive, local_operator(), object, request);
    REQUIRE(made);
    auto const bytes = (*cache)->bytes();
    CHECK(bytes >= (*made)->size());
    CHECK(transcoded_frame(archive, local_operator(), object, request));
    CHECK((*cache)->bytes() == bytes);
}

TEST_CASE("a medium that fails is an error and not a shorter object") {
    auto image = three_frames();
    image.more = [](DcmDataset& dataset) {
        REQUIRE(dataset.putAndInsertString(DCM_TextValue, std::string(100'000, 'x').c_str()).good());
    };
    auto const holder = holding(part10_of(image));
    testing::FailingBlobs blobs{holder->archive().blobs};
    Archive const archive{blobs, holder->archive().index, holder->archive().renditions, {}};
    auto const layout = decode_layout(holder->layout());
    auto const to = *TransferSyntaxUID::parse(implicit_little);
    CHECK_FALSE(transcoded_part10(archive, local_operator(), {holder->location(), *layout}, to));
    // The values themselves are read later.
    auto failing = blobs.open(holder->location().blob);
    REQUIRE(failing);
    auto const bytes = std::make_shared<DatasetBytes>(*failing, *layout);
    auto dataset = std::make_unique<DcmDataset>();
    REQUIRE(put_streamed_values(*dataset, *layout, bytes));
    auto const stream = stream_of(std::move(dataset), ValueRepresentations::explicit_vr, bytes);
    CHECK(testing::all_of(*stream).error().code == ErrorCode::internal);
}

}  // namespace cassette
