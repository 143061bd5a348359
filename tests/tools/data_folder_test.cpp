#include "tools/data_folder.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <unistd.h>

namespace cassette {

using testing::TemporaryDirectory;

TEST_CASE("a data folder is made when it may be, and is missed when it may not") {
    TemporaryDirectory temporary;
    auto const missing = DataFolder::open(temporary / "data", CreateFolder::never);
    REQUIRE_FALSE(missing);
    CHECK(missing.error().code == ErrorCode::not_found);
    CHECK_FALSE(std::filesystem::exists(temporary / "data"));
    auto const made = DataFolder::open(temporary / "data/below", CreateFolder::if_missing);
    REQUIRE(made);
    CHECK(made->path() == temporary / "data/below");
    CHECK(made->index_file() == temporary / "data/below/index.sqlite");
}

TEST_CASE("a data folder has one user at a time, and is free when that one is gone") {
    TemporaryDirectory temporary;
    {
        auto const first = DataFolder::open(temporary.path(), CreateFolder::never);
        REQUIRE(first);
        auto const second = DataFolder::open(temporary.path(), CreateFolder::never);
        REQUIRE_FALSE(second);
        CHECK(second.error().code == ErrorCode::unavailable);
    }
    CHECK(DataFolder::open(temporary.path(), CreateFolder::never));
}

TEST_CASE("a folder that cannot be made is out_of_resources and named") {
    TemporaryDirectory temporary;
    testing::write_file(temporary / "file", "");
    auto const folder = DataFolder::open(temporary / "file/data", CreateFolder::if_missing);
    REQUIRE_FALSE(folder);
    CHECK(folder.error().code == ErrorCode::out_of_resources);
    CHECK(folder.error().detail.find("file/data") != std::string::npos);
}

TEST_CASE("stores keep the reserve of the configuration") {
    TemporaryDirectory temporary;
    auto const folder = DataFolder::open(temporary.path(), CreateFolder::never);
    REQUIRE(folder);
    Configuration configuration;
    configuration.reserve_bytes = UINT64_MAX;
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    REQUIRE(stores);
    CHECK(stores->blobs->create().error().code == ErrorCode::out_of_resources);
    CHECK(stores->writability->standing().refusal == Refusal::low_space);
    CHECK(stores->index->counts());
}

TEST_CASE("stores open on an empty folder, and objects without an index are not hidden by a new one") {
    TemporaryDirectory temporary;
    auto const folder = DataFolder::open(temporary.path(), CreateFolder::never);
    REQUIRE(folder);
    CHECK_FALSE(folder->lacks_index());
    Configuration configuration;
    configuration.on_duplicate = OnDuplicate::reject;
    configuration.instance_bytes_max = 77;
    {
        auto const stores = open_stores(*folder, configuration, folder->index_file());
        REQUIRE(stores);
        CHECK(stores->archive->settings.on_duplicate == OnDuplicate::reject);
        CHECK(stores->archive->settings.instance_bytes_max == 77);
        CHECK(stores->index->counts()->instances == 0);
    }
    std::filesystem::create_directories(folder->path() / "objects/ab");
    std::filesystem::remove(folder->index_file());
    CHECK(folder->lacks_index());
    auto const refused = open_stores(*folder, configuration, folder->index_file());
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::conflict);
    CHECK(refused.error().detail.find("reindex") != std::string::npos);
    // The rebuilt one lies elsewhere until it is whole.
    CHECK(open_stores(*folder, configuration, folder->path() / "index.new"));
}

}  // namespace cassette
