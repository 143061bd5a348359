#include "dimse/commitment_report.h"

#include <doctest/doctest.h>

namespace cassette::dimse {

TEST_CASE("a status that is no success is told to the operator in hexadecimal") {
    CHECK(failed_with("N-EVENT-REPORT", 0x0110).error.detail == "N-EVENT-REPORT: status 0110H");
    CHECK(failed_with("C-STORE", 0xA7F0).error.detail == "C-STORE: status A7F0H");
}

}  // namespace cassette::dimse
