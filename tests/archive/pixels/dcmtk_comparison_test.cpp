// The same pictures by DCMTK's own tools, which share no code with ours but some decoders.

#include "archive/part10/header.h"
#include "archive/pixels/bulk_tables.h"
#include "archive/pixels/functional_groups.h"
#include "archive/pixels/grey_transform.h"
#include "archive/pixels/render.h"
#include "archive/pixels/segmentation.h"
#include "archive/pixels/stored_frame.h"
#include "archive/pixels/value_range.h"
#include "archive/retrieve/retrieve.h"
#include "tests/support/command.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/temporary_directory.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

using testing::SingleInstanceArchive;

namespace {

// Where DCMTK's picture is not what the standard says. Segmentations are not compared: they are in colour here (PS3.3 C.8.20.2).
struct Excused {
    std::string_view files;  // how their names begin
    std::string_view reason;
};
constexpr std::array excused{
    Excused{"test_files_rtdose_expb",
            "big endian cells of 32 bits are reversed as a whole (PS3.5 7.3); DCMTK reverses words of 16. The little "
            "endian "
            "siblings, whose values are the same by pixels.tsv, are shown alike"},
    Excused{"multi-frame_CT0012.",
            "a perfusion map with Pixel Presentation COLOR: from 1024 on values are colours of its supplemental "
            "palette (PS3.3 "
            "C.8.16.2.1.1.1), of which DCMTK knows nothing"},
    Excused{"test-images_CTImage.dcm_JPEGLSLossyTransferSyntax_1.2.840.10008.1.2.4.81.dcm",
            "its Rescale Intercept is of VR UN, a DS all the same (PS3.5 6.2.2); DCMTK does without. The same object "
            "with its "
            "VRs, testImages_CTImage.dcm_..., is shown alike"},
    Excused{"Test_Data_GH610.dcm",
            "its Rescale Slope of 5.9e-8 gives values from 0 to 0.002 (PS3.3 C.11.1.1.2); DCMTK rounds them to 0, and "
            "all is "
            "black"},
};

bool is_excused(std::string_view name) {
    return std::ranges::any_of(excused, [&](Excused const& excuse) { return name.starts_with(excuse.files); });
}

std::optional<Window> first_window(DcmItem& attributes) {
    Float64 center = 0;
    Float64 width = 0;
    if (attributes.findAndGetFloat64(DCM_WindowCenter, center).bad()) return std::nullopt;
    if (attributes.findAndGetFloat64(DCM_WindowWidth, width).bad() || width < 1) return std::nullopt;
    return Window{center, width};
}

// The object's own, or one that shows all of the first frame.
std::optional<Window> window_for(SingleInstanceArchive const& stored) {
    auto const& archive = stored.archive();
    auto const& location = stored.location();
    auto const principal = local_operator();
    auto const blob = open_part10(archive, principal, location);
    auto const layout = layout_of(archive, principal, location);
    if (!blob || !layout) return std::nullopt;
    auto header = read_header(**blob, archive.settings.limits);
    if (!header) return std::nullopt;
    ObjectInArchive const object{archive, principal, location, *layout};
    REQUIRE(put_back_tables(object, {}, **header));
    lift_functional_groups(**header, 1);
    auto const frame = load_frame(object, **header, 1);
    if (!frame) return std::nullopt;
    auto const is_signed = frame->description.is_signed ? Signedness::signed_values : Signedness::unsigned_values;
    auto const modality = modality_transform_of(**header, is_signed);
    REQUIRE(modality);
    auto const values = values_in(*frame, std::nullopt);
    double const one = modality_value(*modality, values.first);
    double const other = modality_value(*modality, values.last);
    Window const whole{(one + other + 1) / 2, std::abs(other - one) + 1};
    return first_window(**header).value_or(whole);
}

// "P5 width height 255 <samples>", or P6 in colour.
struct Pnm {
    bool in_colour = false;
    std::string bytes;
};

std::string number(double value) {
    std::array<char, 64> text{};
    auto const end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return {text.data(), end};
}

// An object to be shown.
struct Stored {
    std::filesystem::path const& path;
    SingleInstanceArchive const& archive;
};

// As DCMTK shows the first frame; nullopt where it does not.
std::optional<Pnm> shown_by_dcmtk(Stored const& stored, std::optional<Window> const& window) {
    testing::TemporaryDirectory const folder;
    auto const decoded = (folder / "decoded.dcm").string();
    auto const target = (folder / "out.pnm").string();
    // JPEG-LS has a tool of its own.
    auto const& syntax = stored.archive.location().transfer_syntax.str();
    bool const is_jpeg_ls = syntax == "1.2.840.10008.1.2.4.80" || syntax == "1.2.840.10008.1.2.4.81";
    if (is_jpeg_ls && testing::run_command({"dcmdjpls", "-q", stored.path.string(), decoded}).exit_code != 0)
        return std::nullopt;
    auto const source = is_jpeg_ls ? decoded : stored.path.string();
    std::vector<std::string> command{"dcmj2pnm", "-q", "-O", "+op"};
    if (window) command.insert(command.end(), {"+Ww", number(window->center), number(window->width)});
    command.insert(command.end(), {source, target});
    auto const run = testing::run_command(command);
    if (run.exit_code != 0 || !std::filesystem::exists(target)) return std::nullopt;
    auto bytes = testing::read_file(target);
    if (!bytes.starts_with("P5") && !bytes.starts_with("P6")) return std::nullopt;
    bool const in_colour = bytes.starts_with("P6");
    return Pnm{in_colour, std::move(bytes)};
}

struct Comparison {
    double difference = 0;  // the mean of all samples
    std::string problem;    // why there is none
};

Comparison compared(testing::DecodedPicture const& picture, Pnm const& reference) {
    bool const in_colour = picture.channels == 3;
    if (in_colour != reference.in_colour) return {0, "one is grey, the other in colour"};
    auto const count = picture.samples.size();
    if (count + 8 > reference.bytes.size() || count + 32 < reference.bytes.size()) return {0, "another size"};
    auto const* const expected = reference.bytes.data() + reference.bytes.size() - count;
    double sum = 0;
    for (std::size_t i = 0; i < count; ++i)
        sum += std::abs(picture.samples[i] - static_cast<unsigned char>(expected[i]));
    return {sum / static_cast<double>(count), {}};
}

// nullopt where DCMTK does not show the object.
std::optional<Comparison> comparison(std::filesystem::path const& path, std::string const& file) {
    auto const stored = SingleInstanceArchive::holding(file);
    if (!stored || is_segmentation((*stored)->location().sop_class.str())) return std::nullopt;
    auto const window = window_for(**stored);
    auto const reference = shown_by_dcmtk({path, **stored}, window);
    if (!reference) return std::nullopt;
    RenderRequest request{.type = RenderedType::png};
    if (!reference->in_colour) request.window = window;
    request.purpose = Purpose::thumbnail;  // without overlays
    auto const bytes = testing::render(file, request);
    if (!bytes) return Comparison{0, "not rendered: " + bytes.error().detail};
    return compared(testing::decode_png(*bytes), *reference);
}

bool has_dcmtk() { return testing::run_command({"dcmj2pnm", "--version"}).exit_code != 127; }

}  // namespace

TEST_CASE("a synthetic picture is the same as dcmj2pnm's within one grey level (PS3.4 N.2)") {
    if (!has_dcmtk()) {
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
                testing::put(dataset, DCM_WindowCenter, "300");
                testing::put(dataset, DCM_WindowWidth, "900");
            };
            testing::TemporaryDirectory const folder;
            auto const file = testing::part10_of(image);
            testing::write_file(folder / "image.dcm", file);
            auto const found = comparison(folder / "image.dcm", file);
            REQUIRE(found);
            CHECK(found->problem.empty());
            CHECK(found->difference < 1);
        }
    }
}

TEST_CASE("real pictures are the same as DCMTK's within one grey level (PS3.4 N.2)") {
    auto const folder = std::filesystem::path{CASSETTE_SOURCE_DIR} / "../shared/data/objects";
    if (!std::filesystem::is_directory(folder) || !has_dcmtk()) {
        MESSAGE("SKIPPED: ../shared/data or dcmj2pnm is not there");
        return;
    }
    std::size_t same = 0;
    std::size_t others = 0;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        auto const found = comparison(entry.path(), testing::read_file(entry.path()));
        if (!found) continue;
        auto const name = entry.path().filename().string();
        bool const is_same = found->problem.empty() && found->difference < 1;
        CAPTURE(name);
        CAPTURE(found->problem);
        CAPTURE(found->difference);
        CHECK(is_same != is_excused(name));
        ++(is_same ? same : others);
    }
    CHECK(same > 260);
    MESSAGE(same << " objects are the same, " << others << " are not, and the table says why");
}

}  // namespace cassette
