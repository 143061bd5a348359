#include "schema/transfer_syntax.h"
#include "schema/uid.h"

#include <doctest/doctest.h>

#include <set>

using namespace cassette;

TEST_CASE("each transfer syntax is in the table once, under a valid UID (PS3.6 A)") {
    std::set<std::string_view> uids;
    for (auto const& syntax : transfer_syntaxes()) {
        CAPTURE(syntax.name);
        CHECK(is_valid_uid(syntax.uid));
        CHECK(uids.insert(syntax.uid).second);
        CHECK(syntax.media_type.find('/') != std::string_view::npos);
    }
}

TEST_CASE("the native syntaxes are told apart by how their data set is written (PS3.5 10)") {
    CHECK(find_transfer_syntax("1.2.840.10008.1.2")->encoding == DatasetEncoding::implicit_little);
    CHECK(find_transfer_syntax("1.2.840.10008.1.2.1")->encoding == DatasetEncoding::explicit_little);
    CHECK(find_transfer_syntax("1.2.840.10008.1.2.2")->encoding == DatasetEncoding::explicit_big);
    CHECK(find_transfer_syntax("1.2.840.10008.1.2.1.99")->encoding == DatasetEncoding::deflated);
    CHECK(find_transfer_syntax("1.2.840.10008.1.2.4.80")->encapsulated);
    CHECK(find_transfer_syntax("1.2.3") == nullptr);
}
