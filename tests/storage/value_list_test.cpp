#include "storage/value_list.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("a list of values is sorted and holds each once") {
    std::string list;
    for (auto const* value : {"MR", "CT", "MR", "", "SR"}) insert_value(list, value);
    CHECK(list == "CT\\MR\\SR");
    insert_value(list, "CT\\AU");
    CHECK(list == "AU\\CT\\MR\\SR");
}

TEST_CASE("who enters a value learns whether the list is another one") {
    std::string list;
    CHECK_FALSE(insert_value(list, ""));
    CHECK(insert_value(list, "MR"));
    CHECK_FALSE(insert_value(list, "MR"));
    CHECK(insert_value(list, "MR\\CT"));
    CHECK_FALSE(insert_value(list, "MR\\CT"));
}

TEST_CASE("a value is found whole") {
    CHECK(contains_value("CT\\MR", "MR"));
    CHECK_FALSE(contains_value("CT\\MR", "M"));
    CHECK_FALSE(contains_value("", "MR"));
}

TEST_CASE("values can be taken out") {
    std::string list = "CT\\MR\\SR";
    remove_value(list, "MR");
    CHECK(list == "CT\\SR");
    remove_value(list, "XX");
    remove_value(list, "CT");
    remove_value(list, "SR");
    CHECK(list.empty());
}

}  // namespace cassette
