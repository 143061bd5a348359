#include "storage/rendition_ledger.h"

#include "storage/memory_blob.h"

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

TEST_CASE("those opened last stay open, as long as they are known") {
    RenditionLedger ledger;
    auto const blob = std::make_shared<MemoryBlob>("x");
    ledger.keep_open(name(1), blob);
    CHECK(blob.use_count() == 1);
    ledger.add(name(1), 1);
    CHECK(ledger.opened(name(1)) == nullptr);
    ledger.keep_open(name(1), blob);
    ledger.keep_open(name(1), blob);
    CHECK(ledger.opened(name(1)) == blob);
    CHECK(blob.use_count() == 2);
    for (std::size_t i = 0; i < RenditionLedger::open_max; ++i) {
        Digest::Bytes bytes{};
        bytes[1] = 1;
        bytes[2] = static_cast<std::uint8_t>(i);
        ledger.add(Digest{bytes}, 1);
        ledger.keep_open(Digest{bytes}, std::make_shared<MemoryBlob>("y"));
    }
    CHECK(ledger.opened(name(1)) == nullptr);
    CHECK(blob.use_count() == 1);
    ledger.keep_open(name(1), blob);
    (void)ledger.trim(0);
    CHECK(ledger.opened(name(1)) == nullptr);
    CHECK(blob.use_count() == 1);
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
