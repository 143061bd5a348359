#include "tests/support/stored_file.h"

#include <doctest/doctest.h>

namespace cassette::testing {

StoredInstance stored_file(Archive& archive, std::string_view file) {
    auto incoming = IncomingInstance::part10(archive, local_operator(), "test");
    REQUIRE(incoming);
    REQUIRE(incoming->write(std::as_bytes(std::span{file})));
    auto stored = incoming->commit();
    REQUIRE(stored);
    return *stored;
}

}  // namespace cassette::testing
