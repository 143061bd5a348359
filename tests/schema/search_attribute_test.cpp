#include "schema/search_attribute.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

using namespace cassette;

TEST_CASE("the built-in search attributes are distinct, and no column holds them") {
    std::set<std::string> names, paths;
    CHECK(built_in_search_attributes().size() == 40);
    for (auto const& attribute : built_in_search_attributes()) {
        CAPTURE(attribute.name);
        CHECK(names.insert(attribute.name).second);
        CHECK(paths.insert(path_text(attribute.sequences, attribute.tag)).second);
        CHECK(std::ranges::count(attribute.name, '.') == static_cast<std::ptrdiff_t>(attribute.sequences.size()));
        auto const column = find_attribute(attribute.tag);
        bool const has_column =
            attribute.sequences.empty() && column && attributes()[*column].matching != Matching::none;
        CHECK_FALSE(has_column);
    }
}

TEST_CASE("a path of tags reads back as it was") {
    for (std::string_view const text : {"00181000", "00400275.00400009", "0040A730.0040A168.00080100"}) {
        CAPTURE(text);
        auto const path = parse_path(text);
        REQUIRE(path);
        CHECK(path_text(path->sequences, path->tag) == text);
    }
    for (std::string_view const text : {"", ".", "0018", "00181000.", ".00181000", "00400275,00400009", "PatientName",
                                        "00080001.00080001.00080001.00080001.00080001.00080001"}) {
        CAPTURE(text);
        CHECK(parse_path(text).error().code == ErrorCode::malformed);
    }
}

TEST_CASE("VRs with values are matched, binary ones and sequences are not (PS3.4 C.2.2.2)") {
    CHECK(matching_of_vr("UI") == Matching::uid);
    CHECK(matching_of_vr("PN") == Matching::person_name);
    CHECK(matching_of_vr("DS") == Matching::number);
    CHECK(is_decimal_vr("DS"));
    CHECK_FALSE(is_decimal_vr("IS"));
    for (auto const* vr : {"SQ", "OB", "OW", "UN", "XX", ""}) CHECK_FALSE(matching_of_vr(vr));
}

TEST_CASE("attributes are the same by what they are, not by name") {
    SearchAttribute const one{"one", {}, {0x0009, 0x1001}, "ACME", "LO", Level::study, Matching::text};
    auto other = one;
    other.name = "other";
    CHECK(same_attribute(one, other));
    other.private_creator = "OTHER";
    CHECK_FALSE(same_attribute(one, other));
    other = one;
    other.level = Level::series;
    CHECK_FALSE(same_attribute(one, other));
}

TEST_CASE("item numbers of four levels fit beside each other") {
    static_assert(item_shift(search_depth_max) == 0);
    std::int64_t all = 0;
    for (std::size_t depth = 1; depth <= search_depth_max; ++depth) all |= item_number_max << item_shift(depth);
    CHECK(all > 0);
    CHECK((all >> item_shift(1)) == item_number_max);
}
