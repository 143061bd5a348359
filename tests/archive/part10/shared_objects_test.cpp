// The public objects beside the checkout, when they are there: all that two independent readers accept is accepted, and
// nothing of what is broken hurts.

#include "archive/part10/described_instance.h"
#include "archive/part10/header.h"
#include "storage/memory_blob.h"
#include "tests/support/dicom_json_checker.h"
#include "tests/support/scanned_whole.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <optional>
#include <vector>

namespace cassette {

namespace {

// The files of a folder of the shared data; none, with a message, where there are none.
std::vector<std::filesystem::path> shared_files(std::string_view folder) {
    auto const path = std::filesystem::path{CASSETTE_SOURCE_DIR} / ".." / "shared" / "data" / folder;
    std::vector<std::filesystem::path> files;
    if (!std::filesystem::is_directory(path)) {
        MESSAGE("skipped: there is no " << path.string());
        return files;
    }
    for (auto const& entry : std::filesystem::recursive_directory_iterator{path})
        if (entry.is_regular_file()) files.push_back(entry.path());
    CHECK_FALSE(files.empty());
    return files;
}

// The File-set's directory is no Composite SOP Instance (PS3.10 8).
bool is_directory_record(ScannedInstance const& scanned) { return scanned.meta.sop_class == "1.2.840.10008.1.3.10"; }

void check_described(DescribedInstance const& described) {
    CHECK(testing::dicom_json_report(described.metadata) == "");
    auto const& pixels = described.layout.pixels;
    bool const pixels_fit = std::find(described.warnings.begin(), described.warnings.end(), StoreWarning::pixel_data) ==
        described.warnings.end();
    for (std::uint32_t frame = 1; pixels_fit && frame <= pixels.frames; ++frame) {
        CAPTURE(frame);
        auto const ranges = frame_ranges(described.layout, frame);
        CHECK((ranges || ranges.error().code == ErrorCode::not_acceptable));
    }
}

}  // namespace

TEST_CASE("every object that two independent readers accept is accepted, described and told as JSON (PS3.18 F)") {
    std::size_t count = 0;
    for (std::string_view const folder : {"objects", "series"}) {
        for (auto const& path : shared_files(folder)) {
            CAPTURE(path.string());
            auto const bytes = testing::read_file(path);
            auto const scanned = testing::scan_part10(bytes);
            CHECK(scanned);
            if (!scanned || is_directory_record(*scanned)) continue;
            auto const described = describe_instance(*scanned, {});
            CHECK_MESSAGE(described, described.error().detail);
            if (!described) continue;
            check_described(*described);
            // Skipping over bulk data finds the same as reading it.
            CHECK((testing::summary(scan_blob(MemoryBlob{bytes}, {})) == testing::summary(scanned)));
            ++count;
        }
    }
    MESSAGE("described " << count << " objects");
}

TEST_CASE("a shared object cut into random pieces is the same object") {
    std::uint64_t seed = 0;
    for (auto const& path : shared_files("objects")) {
        if (std::filesystem::file_size(path) > 40'000) continue;
        auto const bytes = testing::read_file(path);
        ++seed;
        CAPTURE(path.string());
        CAPTURE(seed);
        CHECK((testing::summary(testing::scan_part10(bytes, {}, {0, seed})) ==
               testing::summary(testing::scan_part10(bytes))));
    }
}

TEST_CASE("broken objects never hurt, and what is taken is told as JSON") {
    std::size_t taken = 0;
    auto const files = shared_files("broken");
    for (auto const& path : files) {
        CAPTURE(path.string());
        auto const bytes = testing::read_file(path);
        auto const whole = testing::scan_part10(bytes);
        CHECK((testing::summary(testing::scan_part10(bytes, {}, {0, 7})) == testing::summary(whole)));
        if (!whole) continue;
        auto const described = describe_instance(*whole, {});
        if (!described) continue;
        check_described(*described);
        ++taken;
    }
    MESSAGE("took " << taken << " of " << files.size() << " broken objects");
}

}  // namespace cassette
