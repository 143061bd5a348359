#include "tools/pseudonym_key.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace cassette {

TEST_CASE("a data folder's key is made once, kept, and nobody else's business") {
    testing::TemporaryDirectory const folder;
    testing::TemporaryDirectory const other;
    auto const key = open_pseudonym_key(folder / "pseudonym.key");
    REQUIRE(key);
    CHECK(key->size() == 64);
    CHECK(*open_pseudonym_key(folder / "pseudonym.key") == *key);
    CHECK(*open_pseudonym_key(other / "pseudonym.key") != *key);
    using std::filesystem::perms;
    CHECK(std::filesystem::status(folder / "pseudonym.key").permissions() == (perms::owner_read | perms::owner_write));
}

TEST_CASE("a key that is not one, and a folder that is not there, are errors") {
    testing::TemporaryDirectory const folder;
    std::ofstream{folder / "short"} << "abc";
    CHECK(open_pseudonym_key(folder / "short").error().code == ErrorCode::malformed);
    std::ofstream{folder / "other"} << std::string(64, 'z');
    CHECK(open_pseudonym_key(folder / "other").error().code == ErrorCode::malformed);
    CHECK(open_pseudonym_key(folder / "missing" / "key").error().code == ErrorCode::out_of_resources);
}

}  // namespace cassette
