// The same pictures by DCMTK's dcm2pnm, which shares no code with ours but the decoders.

#include "archive/pixels/render.h"
#include "tests/support/command.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcfilefo.h>
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <optional>

namespace cassette {

namespace {

constexpr std::size_t objects_max = 40;

// "P5 width height 255 <samples>": the samples.
std::string_view samples_of_pgm(std::string_view file, testing::DecodedPicture const& like) {
    auto const count = std::size_t{like.width} * like.height;
    return count <= file.size() ? file.substr(file.size() - count) : std::string_view{};
}

// The mean absolute difference in grey levels; nullopt where dcm2pnm does not show the object.
std::optional<double> difference(std::filesystem::path const& path, std::string const& file) {
    testing::TemporaryDirectory const folder;
    auto const target = (folder / "out.pgm").string();
    auto const run = testing::run_command({"dcmj2pnm", "-q", "-O", "+op", "+Ww", "300", "900", path.string(), target});
    if (run.exit_code != 0 || !std::filesystem::exists(target)) return std::nullopt;
    auto const reference = testing::read_file(target);
    if (!reference.starts_with("P5")) return std::nullopt;
    RenderRequest request{.type = RenderedType::png, .window = Window{300, 900}};
    request.purpose = Purpose::thumbnail;  // without overlays
    auto const bytes = testing::render(file, request);
    REQUIRE_MESSAGE(bytes, bytes.error().detail);
    auto const picture = testing::decode_png(*bytes);
    auto const expected = samples_of_pgm(reference, picture);
    REQUIRE(expected.size() == picture.samples.size());
    double sum = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        sum += std::abs(picture.samples[i] - static_cast<unsigned char>(expected[i]));
    return sum / static_cast<double>(expected.size());
}

// Grey pictures with a window of their own kind: CT and MR, as they are stored natively.
bool is_compared(DcmFileFormat& file) {
    OFString photometric;
    OFString modality;
    (void)file.getDataset()->findAndGetOFString(DCM_PhotometricInterpretation, photometric);
    (void)file.getDataset()->findAndGetOFString(DCM_Modality, modality);
    bool const is_native = !DcmXfer{file.getDataset()->getOriginalXfer()}.isEncapsulated();
    return is_native && photometric.substr(0, 10) == "MONOCHROME" && (modality == "CT" || modality == "MR");
}

}  // namespace

TEST_CASE("a synthetic picture is the same as dcm2pnm's within one grey level (PS3.4 N.2)") {
    if (testing::run_command({"dcmj2pnm", "--version"}).exit_code == 127) {
        MESSAGE("SKIPPED: there is no dcmj2pnm");
        return;
    }
    for (char const* photometric : {"MONOCHROME1", "MONOCHROME2"}) {
        for (auto const is_signed : {std::uint16_t{0}, std::uint16_t{1}}) {
            testing::SampleImage image{.rows = 32,
                                       .columns = 64,
                                       .bits_allocated = 16,
                                       .bits_stored = 12,
                                       .pixel_representation = is_signed,
                                       .photometric = photometric};
            for (unsigned i = 0; i < 2048; ++i) image.words.push_back(static_cast<std::uint16_t>(i * 2));
            image.more = [](DcmDataset& dataset) {
                testing::put(dataset, DCM_RescaleSlope, "1");
                testing::put(dataset, DCM_RescaleIntercept, "-1024");
            };
            testing::TemporaryDirectory const folder;
            auto const file = testing::part10_of(image);
            testing::write_file(folder / "image.dcm", file);
            auto const found = difference(folder / "image.dcm", file);
            REQUIRE(found);
            CHECK(*found < 1);
        }
    }
}

TEST_CASE("real pictures are the same as dcm2pnm's within one grey level (PS3.4 N.2)") {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / "../shared/data/objects";
    bool const possible =
        std::filesystem::is_directory(folder) && testing::run_command({"dcmj2pnm", "--version"}).exit_code != 127;
    if (!possible) {
        MESSAGE("SKIPPED: ../shared/data or dcmj2pnm is not there");
        return;
    }
    std::size_t compared = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        DcmFileFormat file;
        bool const readable = entry.is_regular_file() && file.loadFile(entry.path().c_str()).good();
        if (!readable || !is_compared(file) || compared == objects_max) continue;
        CAPTURE(entry.path().string());
        auto const found = difference(entry.path(), testing::read_file(entry.path()));
        if (!found) continue;
        ++compared;
        CHECK(*found < 1);
    }
    CHECK(compared > 10);
    MESSAGE(compared << " objects compared");
}

}  // namespace cassette
