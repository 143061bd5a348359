#include "storage/rendition_ledger.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Digest name(std::uint8_t number) {
    Digest::Bytes bytes{};
    bytes[0] = number;
    return Digest{bytes};
}

}  // namespace

TEST_CASE("the least recently used go first, until the rest fits") {
    RenditionLedger ledger;
    for (std::uint8_t i = 1; i <= 4; ++i) ledger.add(name(i), 10);
    CHECK(ledger.touch(name(1)));
    CHECK(ledger.bytes() == 40);
    CHECK(ledger.trim(40).empty());
    CHECK(ledger.trim(25) == std::vector{name(2), name(3)});
    CHECK(ledger.bytes() == 20);
    CHECK_FALSE(ledger.touch(name(2)));
    CHECK(ledger.trim(0) == std::vector{name(4), name(1)});
    CHECK(ledger.bytes() == 0);
}

TEST_CASE("adding what is known replaces its size") {
    RenditionLedger ledger;
    ledger.add(name(1), 10);
    ledger.add(name(1), 3);
    CHECK(ledger.bytes() == 3);
    ledger.add(name(2), 0);
    CHECK(ledger.trim(0).size() == 2);
}

}  // namespace cassette
