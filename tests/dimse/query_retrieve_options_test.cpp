#include "dimse/query_retrieve_options.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace std::string_literals;

namespace {

QueryRetrieveSOPClass sop_class(std::string_view uid) {
    auto const found = find_query_retrieve_sop_class(uid);
    REQUIRE(found);
    return *found;
}

constexpr char const* study_root_find = "1.2.840.10008.5.1.4.1.2.2.1";
constexpr char const* study_root_move = "1.2.840.10008.5.1.4.1.2.2.2";
constexpr char const* study_root_get = "1.2.840.10008.5.1.4.1.2.2.3";

}  // namespace

TEST_CASE("what is granted is as long as what was proposed, and no more than that (PS3.4 C.5.1.1, C.5.2.1, C.5.3.1)") {
    struct Case {
        char const* sop_class;
        std::string proposed, granted;
    };
    for (auto const& [uid, proposed, granted] : {
             Case{study_root_find, "\1"s, "\1"s},
             Case{study_root_find, "\0"s, "\0"s},
             Case{study_root_find, "\1\1\1\1\1\1\1"s, "\1\1\1\1\0\1\1"s},
             Case{study_root_find, "\0\1\0"s, "\0\1\0"s},
             Case{study_root_find, "\2\1"s, "\0\1"s},
             Case{study_root_find, "\1\1\1\1\1\1\1\1\1"s, "\1\1\1\1\0\1\1"s},
             Case{study_root_find, "", ""},
             Case{study_root_move, "\1"s, "\1"s},
             Case{study_root_move, "\1\1"s, "\1\0"s},
             Case{study_root_get, "\1\1\1"s, "\1\0"s},
             Case{"1.2.840.10008.5.1.4.1.2.3.2", "\1"s, "\1"s},
             Case{"1.2.840.10008.5.1.4.1.2.4.3", "\1"s, ""},
             Case{"1.2.840.10008.5.1.4.1.2.5.3", "\1"s, ""},
         }) {
        CAPTURE(uid);
        CAPTURE(proposed.size());
        CHECK(granted_options(sop_class(uid), proposed) == granted);
    }
}

TEST_CASE("a byte that is not there is no (PS3.4 C.5.1.1.2)") {
    auto const find = sop_class(study_root_find);
    CHECK(read_options(find, "") == QueryRetrieveOptions{});
    CHECK(read_options(find, "\1") == QueryRetrieveOptions{.relational = true});
    CHECK(read_options(find, "\0\1\1"s) ==
          QueryRetrieveOptions{.combined_date_time = true, .fuzzy_person_names = true});
    CHECK(read_options(find, "\0\0\0\1\1\1\1"s) ==
          QueryRetrieveOptions{.timezone_adjustment = true, .empty_values = true, .multiple_values = true});
    CHECK(read_options(sop_class(study_root_move), "\1\1"s) == QueryRetrieveOptions{.relational = true});
}

TEST_CASE("only Query/Retrieve SOP Classes are answered (PS3.7 D.3.3.5)") {
    std::vector<ExtendedNegotiation> const proposed{{study_root_find, "\1\1"}, {"1.2.840.10008.5.1.4.1.1.2", "\2"}};
    CHECK(granted_query_retrieve_options(proposed) == std::vector<ExtendedNegotiation>{{study_root_find, "\1\1"}});
}
