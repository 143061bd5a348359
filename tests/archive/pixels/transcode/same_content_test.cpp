#include "archive/pixels/transcode/same_content.h"

#include "tests/support/sample_image.h"
#include "tests/support/transcoded.h"

#include "storage/memory_blob.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <doctest/doctest.h>

namespace cassette {

namespace {

using testing::part10_of;
using testing::SampleImage;
using testing::SingleInstanceArchive;

constexpr std::string_view jpeg_ls = "1.2.840.10008.1.2.4.80";

SampleImage sample() {
    SampleImage image{.rows = 5, .columns = 7, .bits_allocated = 16, .bits_stored = 12, .frames = 3};
    for (unsigned i = 0; i < 105; ++i) image.words.push_back(static_cast<std::uint16_t>(i * 611));
    return image;
}

// Compares `original` with what JPEG-LS makes of `other`.
Result<DescribedInstance> compared(
    SampleImage const& original, SampleImage const& other,
    std::function<bool()> const& stopped = [] { return false; }) {
    auto const holder = SingleInstanceArchive::holding(part10_of(original));
    REQUIRE(holder);
    auto copy = testing::transcoded(part10_of(other), jpeg_ls);
    REQUIRE_MESSAGE(copy, copy.error().detail);
    auto const layout = decode_layout((*holder)->layout());
    REQUIRE(layout);
    return check_same_content((*holder)->archive(), local_operator(), {(*holder)->location(), *layout},
                              {std::make_shared<MemoryBlob>(*std::move(copy)), stopped});
}

void add_sequence(DcmDataset& dataset, char const* meaning) {
    auto item = std::make_unique<DcmItem>();
    REQUIRE(item->putAndInsertString(DCM_CodeMeaning, meaning).good());
    REQUIRE(dataset.insertSequenceItem(DCM_AnatomicRegionSequence, item.get()).good());
    (void)item.release();  // the data set owns it now
}

}  // namespace

TEST_CASE("a copy of the same pixels and attributes is described") {
    auto const same = compared(sample(), sample());
    REQUIRE_MESSAGE(same, same.error().detail);
    CHECK(same->transfer_syntax.str() == jpeg_ls);
    CHECK(same->layout.pixels.frames == 3);
}

TEST_CASE("whatever differs is found") {
    auto original = sample();
    auto other = sample();
    SUBCASE("a bit beside the stored ones") { other.words[104] ^= 0x8000; }
    SUBCASE("a pixel of the last frame") { other.words[104] ^= 1; }
    SUBCASE("a frame less") {
        other.frames = 2;
        other.words.resize(70);
    }
    SUBCASE("the bits stored") { other.bits_stored = 11; }
    SUBCASE("an attribute that is not there") {
        original.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_PatientComments, "kept"); };
    }
    SUBCASE("an attribute that came to it") {
        other.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_PatientComments, "made up"); };
    }
    SUBCASE("a value within a sequence") {
        original.more = [](DcmDataset& dataset) { add_sequence(dataset, "Head"); };
        other.more = [](DcmDataset& dataset) { add_sequence(dataset, "Neck"); };
    }
    SUBCASE("padding of a value") {
        original.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_PatientComments, "abc "); };
        other.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_PatientComments, " abc"); };
    }
    SUBCASE("a long value, which stays in the object") {
        static std::string const long_text(100'000, 'a');
        static std::string const other_text = std::string(99'999, 'a') + 'b';
        original.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_TextValue, long_text.c_str()); };
        other.more = [](DcmDataset& dataset) { dataset.putAndInsertString(DCM_TextValue, other_text.c_str()); };
    }
    SUBCASE("an attribute behind the pixels") {
        original.more = [](DcmDataset& dataset) {
            dataset.putAndInsertString(DcmTag{0x7FE1, 0x0010, EVR_LO}, "ACME 1.1");
        };
    }
    auto const refused = compared(original, other);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::nonconformant);
}

TEST_CASE("what is digitally signed stays as it was signed (PS3.15 C)") {
    auto original = sample();
    original.more = [](DcmDataset& dataset) {
        auto item = std::make_unique<DcmItem>();
        REQUIRE(item->putAndInsertString(DCM_DigitalSignatureUID, "1.2.3").good());
        REQUIRE(dataset.insertSequenceItem(DCM_DigitalSignaturesSequence, item.get()).good());
        (void)item.release();  // the data set owns it now
    };
    CHECK(compared(original, original).error().code == ErrorCode::nonconformant);
}

TEST_CASE("a comparison that is stopped says so") {
    CHECK(compared(sample(), sample(), [] { return true; }).error().code == ErrorCode::cancelled);
}

}  // namespace cassette
