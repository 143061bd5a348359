#include "archive/outgoing/arrival_filter.h"

#include <doctest/doctest.h>

namespace cassette {

namespace {

Arrival ct() {
    return {*StudyInstanceUID::parse("1.2"),
            *SeriesInstanceUID::parse("1.2.1"),
            *SOPInstanceUID::parse("1.2.1.1"),
            "1.2.840.10008.5.1.4.1.1.2",
            "CT1@192.0.2.1:50412",
            "CT",
            "SCANNER-A",
            "General Hospital",
            0};
}

}  // namespace

TEST_CASE("a filter lets pass what fits one value of each of its lists") {
    struct {
        char const* what;
        ArrivalFilter filter;
        bool passes;
    } const rows[]{
        {"everything", {}, true},
        {"one of several modalities", {.modality = {"MR", "CT"}}, true},
        {"another modality", {.modality = {"MR"}}, false},
        {"a wildcard", {.station_name = {"SCANNER-*"}}, true},
        {"a single character", {.station_name = {"SCANNER-?"}}, true},
        {"case counts", {.modality = {"ct"}}, false},
        {"the calling AE title", {.calling_ae_title = {"CT1"}}, true},
        {"another calling AE title", {.calling_ae_title = {"CT2"}}, false},
        {"the address is no AE title", {.calling_ae_title = {"CT1@*"}}, false},
        {"a SOP Class", {.sop_class = {"1.2.840.10008.5.1.4.1.1.2"}}, true},
        {"a SOP Class and the enhanced ones", {.sop_class = {"1.2.840.10008.5.1.4.1.1.2.*"}}, false},
        {"an institution", {.institution_name = {"General*"}}, true},
        {"all lists have to fit", {.modality = {"CT"}, .institution_name = {"Other"}}, false},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        CHECK(passes(row.filter, ct()) == row.passes);
    }
}

TEST_CASE("what did not come over DIMSE has no calling AE title") {
    auto arrival = ct();
    for (std::string const source : {"import", "192.0.2.1:50412", "[2001:db8::1]:104", "", "@192.0.2.1:1"}) {
        CAPTURE(source);
        arrival.source = source;
        CHECK(calling_ae_title_of(source).empty());
        CHECK_FALSE(passes({.calling_ae_title = {"?*"}}, arrival));
    }
    CHECK(calling_ae_title_of("A@B@192.0.2.1:104") == "A@B");
}

}  // namespace cassette
