#include "dicomweb/transaction.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

namespace cassette::dicomweb {

TEST_CASE("a transaction is found by its method and pattern") {
    auto const* const found = find_transaction(http::Method::get, "/studies/{study}");
    REQUIRE(found != nullptr);
    CHECK(found->name == "Retrieve Study");
    CHECK(find_transaction(http::Method::post, "/studies/{study}")->name == "Store Study Instances");
    CHECK(find_transaction(http::Method::put, "/studies/{study}") == nullptr);
}

TEST_CASE("names of transactions are distinct, because they are ids in the WADL document") {
    std::set<std::string_view> names;
    for (auto const& transaction : transactions()) {
        CAPTURE(transaction.name);
        CHECK(names.insert(transaction.name).second);
        CHECK((transaction.section == "-" || transaction.section.starts_with("PS3.18 ")));
    }
}

}  // namespace cassette::dicomweb
