#include "storage/rendition_files.h"

#include "storage/sha256.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace cassette {

TEST_CASE("what is written is opened again, replaced, and removed") {
    testing::TemporaryDirectory const folder;
    RenditionFiles files{(folder / "renditions").native()};
    auto const found = files.start();
    REQUIRE(found);
    CHECK(found->empty());
    auto const name = sha256({});
    CHECK(files.open(name).error().code == ErrorCode::not_found);
    auto const written = files.write(name, "one");
    REQUIRE(written);
    CHECK((*written)->size() == 3);
    CHECK(files.write(name, "twenty"));
    CHECK((*files.open(name))->size() == 6);
    CHECK(std::filesystem::is_empty(folder / "renditions/incoming"));
    files.remove(name);
    files.remove(name);
    CHECK(files.open(name).error().code == ErrorCode::not_found);
}

TEST_CASE("the mark of a clean stop counts once") {
    testing::TemporaryDirectory const folder;
    auto const path = (folder / "renditions").native();
    RenditionFiles first{path};
    REQUIRE(first.start());
    REQUIRE(first.write(sha256({}), "one"));
    REQUIRE(first.stop());
    RenditionFiles second{path};
    auto const found = second.start();
    REQUIRE(found);
    REQUIRE(found->size() == 1);
    CHECK(found->front().name == sha256({}));
    CHECK(found->front().size == 3);
    // This one is not stopped.
    RenditionFiles third{path};
    auto const nothing = third.start();
    REQUIRE(nothing);
    CHECK(nothing->empty());
}

TEST_CASE("a mark from before the machine was started anew does not count") {
    testing::TemporaryDirectory const folder;
    auto const path = folder / "renditions";
    for (std::string_view const other_boot : {"00000000-0000-0000-0000-000000000000\n", ""}) {
        RenditionFiles before{path.native()};
        REQUIRE(before.start());
        REQUIRE(before.write(sha256({}), "one"));
        REQUIRE(before.stop());
        testing::write_file(path / "clean", other_boot);
        RenditionFiles after{path.native()};
        auto const found = after.start();
        REQUIRE(found);
        CHECK(found->empty());
        CHECK(after.open(sha256({})).error().code == ErrorCode::not_found);
    }
}

TEST_CASE("a folder that cannot be made is out_of_resources") {
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "file", "in the way");
    RenditionFiles files{(folder / "file" / "renditions").native()};
    CHECK(files.start().error().code == ErrorCode::out_of_resources);
}

}  // namespace cassette
