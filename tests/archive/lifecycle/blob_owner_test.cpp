#include "archive/lifecycle/blob_owner.h"

#include "tests/support/archive_on_disk.h"
#include "tests/support/dataset_builder.h"
#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace cassette {

TEST_CASE("a blob is of the SOP Instance that its bytes name, and of nobody else when they name none") {
    testing::ArchiveOnDisk on_disk;
    auto& archive = on_disk.archive();
    auto const stored = testing::stored_file(archive, testing::small_image().part10());
    auto const other = *SOPInstanceUID::parse("1.2.3.1.77");
    auto const is_of_another_than = [&](SOPInstanceUID const& instance) {
        return is_of_another(archive.blobs, stored.blob, instance, archive.settings.limits);
    };
    CHECK_FALSE(is_of_another_than(stored.instance));
    CHECK(is_of_another_than(other));

    auto const objects = on_disk.objects();
    REQUIRE(objects.size() == 1);
    SUBCASE("cut within the File Meta group") { std::filesystem::resize_file(objects.front(), 140); }
    SUBCASE("not DICOM any more") { std::filesystem::resize_file(objects.front(), 0); }
    SUBCASE("missing") { std::filesystem::remove(objects.front()); }
    CHECK_FALSE(is_of_another_than(other));
}

}  // namespace cassette
