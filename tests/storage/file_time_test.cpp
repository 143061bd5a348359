#include "storage/file_time.h"

#include "storage/posix_file.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/stat.h>

namespace cassette {

TEST_CASE("a file has the time that it was given, to the nanosecond") {
    testing::TemporaryDirectory const folder;
    auto const file = open_file((folder / "a").native(), O_WRONLY | O_CREAT);
    REQUIRE(file);
    for (std::int64_t const time :
         {std::int64_t{0}, std::int64_t{999'999'999}, std::int64_t{1'700'000'000'123'456'789}}) {
        set_modified_at(file->get(), time);
        struct stat status {};
        REQUIRE(::fstat(file->get(), &status) == 0);
        CHECK(modified_at(status) == time);
    }
}

TEST_CASE("a time that cannot be given leaves the file's own") {
    set_modified_at(-1, 0);
    testing::TemporaryDirectory const folder;
    auto const file = open_file((folder / "a").native(), O_WRONLY | O_CREAT);
    REQUIRE(file);
    set_modified_at(file->get(), 5);
    set_modified_at(file->get(), -1);
    struct stat status {};
    REQUIRE(::fstat(file->get(), &status) == 0);
    CHECK(modified_at(status) == 5);
}

}  // namespace cassette
