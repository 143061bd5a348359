#include "dimse/sub_operation_tally.h"

#include "dimse/data_element.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;

namespace {

SOPInstanceUID uid(std::string const& text) { return *SOPInstanceUID::parse(text); }

}  // namespace

TEST_CASE("sub-operations are counted by the status of their responses (PS3.4 C.4.2.1.6 to C.4.2.1.9)") {
    SubOperationTally tally{6};
    tally.count(uid("1.1"), 0x0000);
    tally.count(uid("1.2"), 0xB000);
    tally.count(uid("1.3"), 0xA700);
    tally.count(uid("1.4"), 0x0111);
    tally.count_failed(uid("1.5"));
    CHECK(tally.pending() == SubOperations{.remaining = 1, .completed = 1, .failed = 3, .warning = 1});
    CHECK(tally.final() == SubOperations{.remaining = {}, .completed = 1, .failed = 3, .warning = 1});
    tally.count_rest_failed();
    CHECK(tally.final().failed == 4);
    CHECK(tally.status().code == 0xB000);
}

TEST_CASE("all is success, none is a failure, some are a warning (PS3.4 C.4.2.3.1, Table C.4-2)") {
    SubOperationTally nothing{0};
    CHECK(nothing.status().code == 0x0000);
    SubOperationTally all{1};
    all.count(uid("1.1"), 0x0000);
    CHECK(all.status().code == 0x0000);
    SubOperationTally none{1};
    none.count_failed(uid("1.1"));
    CHECK(none.status().code == 0xA702);
    SubOperationTally warned{1};
    warned.count(uid("1.1"), 0xB007);
    CHECK(warned.status().code == 0xB000);
}

TEST_CASE("the list of failed instances is a list of UIDs that an element has room for (PS3.4 C.4.2.1.4.2)") {
    SubOperationTally tally{5000};
    CHECK(tally.failed_list("1.2.840.10008.1.2").empty());
    tally.count_failed(uid("1.1"));
    tally.count_failed(uid("1.20"));
    auto const identifier = tally.failed_list("1.2.840.10008.1.2.1");
    auto const elements = read_elements(std::as_bytes(std::span{identifier}), explicit_vr_little_endian);
    REQUIRE(elements);
    REQUIRE(elements->size() == 1);
    CHECK(elements->front().tag == Tag{0x0008, 0x0058});
    CHECK(without_padding(elements->front().value) == "1.1\\1.20");
    for (int i = 0; i < 4000; ++i) tally.count_failed(uid("1.2.840.10008.5.1.4.1.1.2." + std::to_string(i)));
    auto const longest = tally.failed_list("1.2.840.10008.1.2.1");
    auto const read = read_elements(std::as_bytes(std::span{longest}), explicit_vr_little_endian);
    REQUIRE(read);
    CHECK(read->front().value.size() > 65'000);
    CHECK(tally.final().failed == 4002);
}

TEST_CASE("counts beyond what a US holds are told as the greatest that it does (PS3.7 E.1)") {
    SubOperationTally const tally{100'000};
    CHECK(tally.pending().remaining == 65535);
}
