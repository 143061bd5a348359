#include "schema/deidentification.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace cassette {

TEST_CASE("the table is in the order of its tags, each once (PS3.15 Table E.1-1)") {
    auto const entries = deidentified_attributes();
    CHECK(entries.size() > 600);
    CHECK(std::ranges::adjacent_find(entries, std::ranges::greater_equal{}, &DeidentifiedAttribute::tag) ==
          entries.end());
    for (auto const& entry : entries) CHECK(deidentification_action(entry.tag) == entry.action);
}

TEST_CASE("the Basic Profile's actions (PS3.15 Table E.1-1)") {
    using enum DeidentificationAction;
    DeidentifiedAttribute const rows[] = {
        {{0x0008, 0x0018}, uid},
        {{0x0008, 0x0050}, empty},
        {{0x0010, 0x0010}, empty},
        {{0x0010, 0x0020}, empty_or_dummy},
        {{0x0010, 0x4000}, remove},
        {{0x0008, 0x1140}, remove_or_empty_or_uid},
        {{0x0008, 0x0022}, remove_or_empty},
        {{0x0008, 0x002A}, remove_or_empty_or_dummy},
        {{0x0018, 0x1400}, remove_or_dummy},
        {{0x0040, 0xA730}, dummy},
        {{0x0028, 0x0010}, keep},
        {{0x0008, 0x0016}, keep},
        {{0x7FE0, 0x0010}, keep},
        {{0x0009, 0x0010}, remove},
        {{0x0029, 0x1010}, remove},
        {{0x5000, 0x3000}, remove},
        {{0x50FE, 0x0005}, remove},
        {{0x6000, 0x3000}, remove},
        {{0x601E, 0x4000}, remove},
        {{0x6000, 0x0010}, keep},
    };
    for (auto const& row : rows) {
        CAPTURE(to_hex(row.tag));
        CHECK(deidentification_action(row.tag) == row.action);
    }
}

}  // namespace cassette
