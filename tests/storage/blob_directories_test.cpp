#include "storage/blob_directories.h"

#include "storage/file_system.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>

namespace cassette {

TEST_CASE("only 64 lower-case hexadecimal digits are a blob's name") {
    std::string const name(64, 'a');
    REQUIRE(digest_of_file_name(name));
    CHECK(digest_of_file_name(name)->hex() == name);
    for (auto const& foreign : {std::string{}, std::string(63, 'a'), std::string(65, 'a'), std::string(64, 'A'),
                                std::string(64, 'g'), std::string(60, 'a') + ".tmp"}) {
        CAPTURE(foreign);
        CHECK_FALSE(digest_of_file_name(foreign));
    }
}

TEST_CASE("a blob lies two folders deep, and they are made when they are missing") {
    testing::TemporaryDirectory const folder;
    auto const objects = (folder / "objects").native();
    BlobDirectories directories{objects, posix_file_system()};
    CHECK(directories.prepare());
    CHECK(directories.prepare());
    auto const digest = *Digest::parse("01fe" + std::string(60, '7'));
    CHECK(directories.path_of(digest) == objects + "/01/fe/01fe" + std::string(60, '7'));
    CHECK_FALSE(directories.sync(digest));
    CHECK(directories.make(digest));
    CHECK(directories.sync(digest));
    std::filesystem::remove_all(folder / "objects/01");
    CHECK(directories.make(digest));
    CHECK(directories.sync(digest));
    CHECK(std::filesystem::is_directory(folder / "objects/01/fe"));
}

}  // namespace cassette
