#include "tools/viewer_folder.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Configuration with_viewer(std::filesystem::path folder) {
    Configuration configuration;
    configuration.viewer = std::move(folder);
    return configuration;
}

}  // namespace

TEST_CASE("the viewer is that of the folder that was named") {
    testing::TemporaryDirectory const folder;
    testing::write_file(folder / "index.html", "<html>");
    auto const viewer = find_viewer(with_viewer(folder.path()), {});
    REQUIRE(viewer);
    REQUIRE(*viewer);
    CHECK((*viewer)->has("index.html"));
}

TEST_CASE("a folder that was named and holds no viewer is an error that names the flag") {
    testing::TemporaryDirectory const folder;
    for (auto const& path : {folder.path(), folder / "absent"}) {
        auto const viewer = find_viewer(with_viewer(path), {});
        REQUIRE_FALSE(viewer);
        CHECK(viewer.error().code == ErrorCode::malformed);
        CHECK(viewer.error().detail.starts_with("--viewer: "));
    }
}

TEST_CASE("none is no viewer, and so is nothing beside the program") {
    Configuration configuration;
    REQUIRE(apply_file(configuration, "viewer = \"none\"", "node.toml"));
    auto const none = find_viewer(configuration, {});
    REQUIRE(none);
    CHECK(*none == nullptr);
    CHECK_FALSE(apply_file(configuration, "viewer = \"\"", "node.toml"));
    auto const beside = find_viewer(Configuration{}, {});
    REQUIRE(beside);
    CHECK(*beside == nullptr);
}

}  // namespace cassette
