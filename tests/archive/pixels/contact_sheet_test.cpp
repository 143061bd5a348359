// Thumbnails of real objects on one page, for a person to look at: CASSETTE_CONTACT_SHEET names the PNG to be written, and
// CASSETTE_CONTACT_SHEET_OF a folder of objects other than those of ../shared/data.

#include "archive/pixels/icon.h"
#include "archive/pixels/lettering.h"
#include "archive/pixels/png_encoder.h"
#include "archive/pixels/render.h"
#include "tests/support/decoded_picture.h"
#include "tests/support/single_instance_archive.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <vector>

namespace cassette {

namespace {

constexpr std::uint32_t cell = 132;
constexpr std::uint32_t thumbnail = 112;
constexpr std::size_t columns = 24;

struct Thumbnail {
    testing::DecodedPicture picture;
    std::string name;
};

std::vector<std::filesystem::path> objects() {
    std::vector<std::filesystem::path> paths;
    auto const* const named = std::getenv("CASSETTE_CONTACT_SHEET_OF");
    auto const folder = named != nullptr ? std::filesystem::path{named}
                                         : std::filesystem::path{CASSETTE_SOURCE_DIR} / "../shared/data/objects";
    if (!std::filesystem::is_directory(folder)) return paths;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder})
        if (entry.is_regular_file()) paths.push_back(entry.path());
    std::ranges::sort(paths);
    return paths;
}

std::string bytes_of(Blob const& blob) {
    std::string bytes(blob.size(), '\0');
    REQUIRE(blob.read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

Thumbnail thumbnail_of(std::filesystem::path const& path, std::string const& file) {
    auto const stored = testing::SingleInstanceArchive::holding(file);
    if (!stored) return {{}, path.filename()};
    auto const& location = (*stored)->location();
    RenderRequest request{.frame = std::max(location.frames, 1U) / 2 + location.frames % 2,
                          .type = RenderedType::png,
                          .viewport = Viewport{thumbnail, thumbnail}};
    request.purpose = Purpose::thumbnail;
    auto image = rendered((*stored)->archive(), local_operator(), location, request);
    if (!image) {
        MESSAGE(path.filename().string() << ": " << image.error().detail);
        image = rendered_icon((*stored)->archive(), location.sop_class.str(), request);
    }
    REQUIRE(image);
    return {testing::decode_png(bytes_of(**image)), path.filename()};
}

void place(Raster& sheet, Thumbnail const& shown, std::size_t position) {
    auto const left = static_cast<std::uint32_t>(position % columns) * cell + 10;
    auto const top = static_cast<std::uint32_t>(position / columns) * cell + 4;
    for (std::uint32_t y = 0; y < shown.picture.height; ++y) {
        for (std::uint32_t x = 0; x < shown.picture.width; ++x) {
            auto const* const from =
                shown.picture.samples.data() + (std::size_t{y} * shown.picture.width + x) * shown.picture.channels;
            auto const third = shown.picture.channels == 3 ? 2 : 0;
            blend(sheet, left + x, top + y, {from[0], from[third / 2], from[third]}, 1);
        }
    }
    auto const name = shown.name.substr(shown.name.size() > 22 ? shown.name.size() - 22 : 0);
    draw_text(sheet, {left - 6.0, top + thumbnail + 4.0}, name, Lettering{6, {255, 220, 120}});
}

}  // namespace

TEST_CASE("every real object has a thumbnail or an icon (PS3.18 10.4.1.1.4)") {
    auto const paths = objects();
    auto const* const target = std::getenv("CASSETTE_CONTACT_SHEET");
    if (paths.empty() || target == nullptr) {
        MESSAGE("SKIPPED: ../shared/data is not there, or CASSETTE_CONTACT_SHEET names no file for the page");
        return;
    }
    auto const rows = (paths.size() + columns - 1) / columns;
    Raster sheet{static_cast<std::uint32_t>(columns) * cell, static_cast<std::uint32_t>(rows) * cell, 3, {}};
    sheet.samples.assign(std::size_t{sheet.width} * sheet.height * 3, 40);
    for (std::size_t i = 0; i < paths.size(); ++i) {
        CAPTURE(paths[i].string());
        place(sheet, thumbnail_of(paths[i], testing::read_file(paths[i])), i);
    }
    auto const page = encode_png(sheet);
    REQUIRE(page);
    std::ofstream{target, std::ios::binary} << *page;
    CHECK(std::filesystem::file_size(target) == page->size());
}

}  // namespace cassette
