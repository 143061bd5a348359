// The public objects beside the checkout, when they are there: their pixels are those that independent decoders found, and
// stay so whatever they are transcoded to.

#include "archive/pixels/codecs.h"
#include "archive/pixels/transcode.h"
#include "archive/pixels/transcode/frame_source.h"
#include "schema/transfer_syntax.h"
#include "storage/sha256.h"
#include "tests/support/temporary_directory.h"
#include "tests/support/transcoded.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <sstream>

namespace cassette {

using testing::SingleInstanceArchive;

namespace {

std::filesystem::path shared() { return std::filesystem::path{CASSETTE_SOURCE_DIR} / ".." / "shared" / "data"; }

// A line of pixels.tsv, whose README says what is in it.
struct Reference {
    std::string path;
    std::string photometric;  // as stored
    bool lossy = false;
    double least = 0;
    double greatest = 0;
    double mean = 0;
    std::string digest;
};

std::vector<Reference> references() {
    std::vector<Reference> all;
    std::ifstream table{shared() / "pixels.tsv"};
    std::string line;
    std::getline(table, line);  // the heading
    while (std::getline(table, line)) {
        std::vector<std::string> fields;
        std::istringstream stream{line};
        for (std::string field; std::getline(stream, field, '\t');) fields.push_back(field);
        REQUIRE(fields.size() == 12);
        all.push_back({fields[0], fields[2], fields[8] == "1", std::stod(fields[5]), std::stod(fields[6]),
                       std::stod(fields[7]), fields[11]});
    }
    if (all.empty()) MESSAGE("skipped: there is no " << (shared() / "pixels.tsv").string());
    return all;
}

// Where the reference and we differ, and we are right.
struct Correction {
    std::string_view file;
    std::string_view digest;  // of a sibling with the same pixels; empty: figures are compared with nothing
    std::string_view reason;
};
constexpr std::array corrections{
    Correction{"multi-frame_CT0012.fragmented_no_bot_jpeg_ls.80.dcm",
               "b6b202c4af4494a26933ffa7834f9ab6b8a5b4b623f105751e84829abbcdd302",
               "GDCM gives zeros for a JPEG-LS frame in two fragments; the digest is that of the native sibling"},
    Correction{"multi-frame_CT0012.fragmented_no_bot_jpeg_ls.81.dcm", "", "the same, near-lossless"},
    Correction{"test_files_SC_rgb_small_odd_big_endian.dcm",
               "ef2df252ba3cd066405c4dd121d0efea1341083ae2f676e1f4c844b5a4838cb8",
               "bytes in words of OW are swapped in big endian, PS3.5 7.3; the little endian sibling"},
    Correction{"data_OBXXXX1A_expb.dcm", "48abdc16b5064b61cf5960f7056756fc97f4547186e88b3bbcc1ebc2a66e6ca7",
               "the same; the little endian sibling"},
    Correction{"pydicom_OBXXXX1A_expb.dcm", "", "the same, but its maker did not swap"},
    Correction{"JLSL_MR1_JLSL", "2541a628cb676972b37008a4fe6b5cce3df9866df62a77086bdffbe422064632",
               "GDCM fails; the digest is that of JPLL_MR1_JPLL and RLE_MR1_RLE"},
};

// Streams that no decoder here reads, and the reference's does not either or disagrees about; a test says so when one does.
constexpr std::array<std::string_view, 2> unreadable{
    "Data_multiframe.dcm",  // its frames have different sizes
    // The width in its stream was overwritten.
    "test_files_JPEG2000-embedded-sequence-delimiter.dcm",
};

// What the reference has a digest of, and the figures that stand for a lossy one.
struct Pixels {
    std::string cells;  // 1 bit as a byte
    double least = 0;
    double greatest = 0;
    double mean = 0;
};

// The reference leaves YBR as it is coded; a decoder here gives RGB (PS3.3 C.7.6.3.1.2).
void turn_into_ybr(std::string& bytes) {
    for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {
        double const r = static_cast<unsigned char>(bytes[i]);
        double const g = static_cast<unsigned char>(bytes[i + 1]);
        double const b = static_cast<unsigned char>(bytes[i + 2]);
        auto const put = [&](std::size_t at, double value) {
            bytes[at] = static_cast<char>(static_cast<unsigned char>(std::clamp(std::lround(value), 0L, 255L)));
        };
        put(i, 0.299 * r + 0.587 * g + 0.114 * b);
        put(i + 1, -0.168736 * r - 0.331264 * g + 0.5 * b + 128);
        put(i + 2, 0.5 * r - 0.418688 * g - 0.081312 * b + 128);
    }
}

// PS3.3 C.7.6.3.1.2: Y Y CB CR of two pixels; the reference repeats CB and CR.
void undo_subsampling(Frame& frame) {
    std::string whole;
    for (std::size_t i = 0; i + 3 < frame.bytes.size(); i += 4)
        for (std::size_t const y : {std::size_t{0}, std::size_t{1}})
            (((whole += frame.bytes[i + y]) += frame.bytes[i + 2]) += frame.bytes[i + 3]);
    frame.bytes = std::move(whole);
    frame.description.photometric = Photometric::ybr_full;
}

void add_frame(Pixels& pixels, Frame const& frame, double& sum) {
    auto const& description = frame.description;
    auto const cells = description.pixels() * description.samples;
    if (description.bits_allocated != 1)
        pixels.cells.append(frame.bytes, 0, static_cast<std::size_t>(native_frame_bytes(description)));
    visit_cells(frame, cells, [&](std::uint64_t, auto value) {
        auto const number = static_cast<double>(value);
        pixels.least = std::min(pixels.least, number);
        pixels.greatest = std::max(pixels.greatest, number);
        sum += number;
        if (description.bits_allocated == 1) pixels.cells.push_back(value != 0 ? '\1' : '\0');
    });
}

Result<Pixels> pixels_of(SingleInstanceArchive const& holder, std::string const& photometric) {
    auto const layout = decode_layout(holder.layout());
    REQUIRE(layout);
    auto source = FrameSource::open(holder.archive(), local_operator(), {holder.location(), *layout});
    if (!source) return fail(source.error());
    Pixels pixels{{}, HUGE_VAL, -HUGE_VAL, 0};
    double sum = 0;
    std::uint64_t count = 0;
    for (std::uint32_t number = 1; number <= layout->pixels.frames; ++number) {
        auto frame = source->load(number);
        if (!frame) return fail(frame.error());
        bool const was_ybr = photometric.starts_with("YBR_FULL");
        if (was_ybr && frame->description.photometric == Photometric::rgb) turn_into_ybr(frame->bytes);
        if (frame->description.photometric == Photometric::ybr_full_422) undo_subsampling(*frame);
        add_frame(pixels, *frame, sum);
        count += frame->description.pixels() * frame->description.samples;
    }
    pixels.mean = sum / static_cast<double>(std::max<std::uint64_t>(count, 1));
    return pixels;
}

std::string digest_of(std::string const& bytes) { return sha256(std::as_bytes(std::span{bytes})).hex(); }

bool equals(Pixels const& pixels, Reference const& reference) {
    auto const digest = digest_of(pixels.cells);
    if (digest == reference.digest) return true;
    for (auto const& correction : corrections)
        if (reference.path.ends_with(correction.file)) return correction.digest.empty() || correction.digest == digest;
    // Colours beyond what RGB has are cut off on the way.
    auto const tolerance = reference.photometric.starts_with("YBR") ? 3.0 : 1.0;
    auto const near = [&](double one, double other) { return std::abs(one - other) <= tolerance; };
    return reference.lossy && near(pixels.mean, reference.mean) &&
        (tolerance > 1 || (near(pixels.least, reference.least) && near(pixels.greatest, reference.greatest)));
}

std::unique_ptr<SingleInstanceArchive> holding(std::string const& path) {
    auto stored = SingleInstanceArchive::holding(testing::read_file(shared() / path));
    if (!stored) return nullptr;
    return std::move(*stored);
}

bool can_be_decoded(SingleInstanceArchive const& holder, std::string const& path) {
    auto const layout = decode_layout(holder.layout());
    REQUIRE(layout);
    bool const known = std::ranges::any_of(unreadable, [&](auto name) { return path.ends_with(name); });
    return !known && layout->pixels.encoding != PixelEncoding::none &&
        (layout->pixels.encoding == PixelEncoding::native || can_decode(holder.location().transfer_syntax.str()));
}

// Cells of a stored object against those of what it is transcoded to. A few of each coding are decoded by DCMTK's tools, too.
void check_round_trip(std::string const& part10, std::string const& cells, std::string const& syntax) {
    auto const there = testing::transcoded(part10, syntax);
    CHECK_MESSAGE(there, there.error().detail);
    if (!there) return;
    auto const back = testing::decoded_cells(*there);
    CHECK_MESSAGE(back, back.error().detail);
    bool const same = back && *back == cells;
    CHECK(same);
    auto const first = SingleInstanceArchive::holding(*there);
    REQUIRE(first);
    CHECK((*first)->location().transfer_syntax.str() == syntax);
}

}  // namespace

TEST_CASE("decoded pixels are those that independent decoders found") {
    int equal = 0;
    for (auto const& reference : references()) {
        CAPTURE(reference.path);
        auto const holder = holding(reference.path);
        if (!holder || !can_be_decoded(*holder, reference.path)) continue;
        auto const pixels = pixels_of(*holder, reference.photometric);
        // What is broken may fail, if not crash.
        if (!pixels && reference.path.starts_with("broken/")) continue;
        CHECK_MESSAGE(pixels, pixels.error().detail);
        if (!pixels) continue;
        CAPTURE(pixels->least);
        CAPTURE(pixels->greatest);
        CAPTURE(pixels->mean);
        CAPTURE(reference.mean);
        CHECK(equals(*pixels, reference));
        ++equal;
    }
    MESSAGE("compared " << equal << " objects");
}

TEST_CASE("what is said to be unreadable is refused, and does no harm") {
    for (auto const& reference : references()) {
        bool const known = std::ranges::any_of(unreadable, [&](auto name) { return reference.path.ends_with(name); });
        auto const holder = known ? holding(reference.path) : nullptr;
        if (!holder) continue;
        CAPTURE(reference.path);
        auto const pixels = pixels_of(*holder, reference.photometric);
        CHECK_FALSE(pixels);
        if (!pixels) CHECK(pixels.error().code == ErrorCode::not_acceptable);
    }
}

TEST_CASE("segmentations of single bits are the same in every coding that the collection has them in") {
    auto const cells_of = [](std::string const& name) -> std::optional<std::string> {
        auto const holder = holding("objects/pydicom-pydicom-data/" + name);
        if (!holder) return std::nullopt;
        auto const cells = testing::decoded_cells(*holder);
        CHECK_MESSAGE(cells, name << ": " << cells.error().detail);
        return cells ? std::optional{*cells} : std::nullopt;
    };
    if (references().empty()) return;
    auto const aligned = cells_of("data_liver_expb.dcm");
    for (auto const* name : {"data_liver_rle.dcm", "data_liver_deflate.dcm", "data_liver_j2k.dcm"}) {
        CAPTURE(name);
        CHECK((cells_of(name) == aligned));
    }
    auto const unaligned = cells_of("data_liver_nonbyte_aligned.dcm");
    for (auto const* name : {"data_liver_nonbyte_aligned_rle.dcm", "data_liver_nonbyte_aligned_deflate.dcm",
                             "data_liver_nonbyte_aligned_j2k.dcm"}) {
        CAPTURE(name);
        CHECK((cells_of(name) == unaligned));
        auto const there =
            testing::transcoded(*holding(std::string{"objects/pydicom-pydicom-data/"} + name), "1.2.840.10008.1.2.1");
        REQUIRE(there);
        CHECK((testing::decoded_cells(*there) ? *testing::decoded_cells(*there) : "") == unaligned);
    }
}

TEST_CASE("every object comes back bit by bit from every lossless transfer syntax it can be transcoded to") {
    constexpr std::size_t small_enough_for_all = 700'000;
    std::size_t turn = 0;
    std::map<std::string, int> trips;
    for (auto const& reference : references()) {
        auto const holder = holding(reference.path);
        if (!holder || !can_be_decoded(*holder, reference.path)) continue;
        auto const cells = testing::decoded_cells(*holder);
        if (!cells) continue;  // the other test says so
        auto const part10 = testing::read_file(shared() / reference.path);
        auto const syntaxes = testing::obtainable(*holder);
        for (std::size_t i = 0; i < syntaxes.size(); ++i) {
            bool const skipped = cells->size() > small_enough_for_all && i != turn % syntaxes.size();
            if (skipped || find_transfer_syntax(syntaxes[i])->lossy) continue;
            CAPTURE(reference.path);
            CAPTURE(syntaxes[i]);
            check_round_trip(part10, *cells, syntaxes[i]);
            ++trips[syntaxes[i]];
        }
        ++turn;
    }
    for (auto const& [syntax, count] : trips) MESSAGE(count << " objects to " << syntax << " and back");
}

}  // namespace cassette
