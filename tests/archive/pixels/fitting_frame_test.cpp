#include "archive/pixels/fitting_frame.h"

#include "archive/part10/header.h"
#include "tests/support/rendered_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/transcoded.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <chrono>
#include <cmath>

namespace cassette {

using testing::png_of;
using testing::put;
using testing::SampleImage;
using testing::SingleInstanceArchive;

namespace {

constexpr char const* wavelet = "1.2.840.10008.1.2.4.90";
constexpr char const* high_throughput = "1.2.840.10008.1.2.4.201";
constexpr char const* baseline = "1.2.840.10008.1.2.4.50";

// A body on dark: discs in discs, and noise.
double shade(std::uint32_t x, std::uint32_t y, SampleImage const& image) {
    double const across = (x - image.columns / 2.0) / image.columns;
    double const down = (y - image.rows / 2.0) / image.rows;
    double const radius = std::sqrt(across * across + down * down);
    double const noise = 0.02 * ((x * 7919U + y * 104729U) % 17U) / 17.0;
    return (radius > 0.45 ? 0.05 : 0.4 + 0.2 * std::cos(radius * 25)) + noise;
}

SampleImage radiograph(std::uint16_t rows, std::uint16_t columns) {
    SampleImage image{.rows = rows, .columns = columns, .bits_allocated = 16, .bits_stored = 12};
    for (std::uint32_t y = 0; y < rows; ++y)
        for (std::uint32_t x = 0; x < columns; ++x)
            image.words.push_back(static_cast<std::uint16_t>(shade(x, y, image) * 4000));
    image.more = [](DcmDataset& dataset) {
        put(dataset, DCM_WindowCenter, "1500");
        put(dataset, DCM_WindowWidth, "2500");
    };
    return image;
}

SampleImage photograph() {
    SampleImage image{.rows = 300, .columns = 401, .samples = 3, .photometric = "RGB"};
    for (std::uint32_t y = 0; y < image.rows; ++y)
        for (std::uint32_t x = 0; x < image.columns; ++x)
            for (unsigned const channel : {0U, 1U, 2U})
                image.bytes.push_back(static_cast<std::uint8_t>(shade(x, y, image) * (250 - 40 * channel)));
    return image;
}

std::string in(char const* syntax, SampleImage const& image) {
    auto const there = testing::transcoded(testing::part10_of(image), syntax);
    REQUIRE_MESSAGE(there, there.error().detail);
    return *there;
}

double difference(testing::DecodedPicture const& one, testing::DecodedPicture const& other) {
    REQUIRE(one.width == other.width);
    REQUIRE(one.height == other.height);
    REQUIRE(one.samples.size() == other.samples.size());
    double sum = 0;
    for (std::size_t i = 0; i < one.samples.size(); ++i) sum += std::abs(one.samples[i] - other.samples[i]);
    return sum / static_cast<double>(one.samples.size());
}

RenderRequest thumbnail(std::uint32_t side) {
    return {.type = RenderedType::png, .viewport = Viewport{side, side}, .purpose = Purpose::thumbnail};
}

// The columns of the frame that the picture is made of.
std::uint32_t columns_for(std::string const& part10, RenderRequest const& request) {
    auto const stored = SingleInstanceArchive::holding(part10);
    REQUIRE(stored);
    auto const& holder = **stored;
    auto const layout = decode_layout(holder.layout());
    REQUIRE(layout);
    auto const blob = open_part10(holder.archive(), local_operator(), holder.location());
    REQUIRE(blob);
    auto const header = read_header(**blob, {});
    REQUIRE(header);
    auto const frame =
        load_fitting_frame({holder.archive(), local_operator(), holder.location(), *layout}, **header, request);
    REQUIRE(frame);
    return frame->description.columns;
}

double milliseconds(std::string const& part10, RenderRequest const& request) {
    auto const start = std::chrono::steady_clock::now();
    REQUIRE(testing::render(part10, request));
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("a thumbnail of a reduced frame is that of the whole but for a grey level or two") {
    auto const grey = radiograph(480, 641);
    auto const colour = photograph();
    struct Case {
        char const* syntax;
        SampleImage const& image;
    };
    for (auto const& [syntax, image] :
         {Case{wavelet, grey}, Case{high_throughput, grey}, Case{wavelet, colour}, Case{baseline, colour}})
        for (std::uint32_t const side : {200U, 128U, 60U, 37U}) {
            CAPTURE(std::string{syntax});
            CAPTURE(side);
            auto const coded = in(syntax, image);
            CHECK(columns_for(coded, thumbnail(side)) <= image.columns / 2 + 1U);
            CHECK(columns_for(coded, thumbnail(side)) >= side);
            auto const whole = png_of(testing::part10_of(image), thumbnail(side));
            CHECK(difference(png_of(coded, thumbnail(side)), whole) < 2);
        }
}

TEST_CASE("where the picture depends on every pixel, the frame is decoded whole") {
    auto const plain = radiograph(256, 300);
    auto const with = [&](std::function<void(DcmDataset&)> const& more) {
        auto image = plain;
        image.more = [more, first = plain.more](DcmDataset& dataset) {
            first(dataset);
            more(dataset);
        };
        return image;
    };
    CHECK(columns_for(in(wavelet, plain), thumbnail(64)) < 300);
    for (auto const& image : {with([](DcmDataset& dataset) { (void)dataset.findAndDeleteElement(DCM_WindowCenter); }),
                              with([](DcmDataset& dataset) {
                                  put(dataset, DcmTagKey{0x6000, 0x0010}, std::uint16_t{256});
                              }),
                              with([](DcmDataset& dataset) { put(dataset, DCM_ShutterShape, "CIRCULAR"); })})
        CHECK(columns_for(in(wavelet, image), thumbnail(64)) == 300);
    auto const coded = in(wavelet, plain);
    auto part = thumbnail(64);
    part.region = SourceRegion{10, 10, 100, 100};
    CHECK(columns_for(coded, part) == 300);
    CHECK(columns_for(coded, thumbnail(200)) == 300);
    CHECK(columns_for(coded, {.type = RenderedType::png}) == 300);
    auto windowed = thumbnail(64);
    windowed.window = Window{1500, 2500};
    auto const without = with([](DcmDataset& dataset) { (void)dataset.findAndDeleteElement(DCM_WindowCenter); });
    CHECK(columns_for(in(wavelet, without), windowed) < 300);
}

TEST_CASE("proportions are those of the whole frame, whatever was rounded") {
    for (std::uint16_t const rows : {std::uint16_t{101}, std::uint16_t{257}}) {
        auto const image = radiograph(rows, 403);
        auto const native = testing::part10_of(image);
        auto const coded = in(wavelet, image);
        for (std::uint32_t side = 20; side < 60; side += 3) {
            CAPTURE(side);
            auto const small = png_of(coded, thumbnail(side));
            auto const whole = png_of(native, thumbnail(side));
            CHECK(small.width == whole.width);
            CHECK(small.height == whole.height);
        }
    }
    DcmDataset nothing;
    CHECK(rounding_aspect(nothing, {10, 10, 1, {}}) == 1);
}

TEST_CASE("reduced decoding is what makes a thumbnail of a large picture quick") {
    auto const coded = in(wavelet, radiograph(1200, 1600));
    auto whole = thumbnail(256);
    whole.region = SourceRegion{};  // all of it, which is decoded whole
    auto const quick = milliseconds(coded, thumbnail(256));
    MESSAGE("JPEG 2000, 1600 x 1200, thumbnail of 256: " << milliseconds(coded, whole) / quick << " times as quick");
}

}  // namespace cassette
