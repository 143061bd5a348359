#include "archive/part10/uninterpreted_value.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("bytes without a VR are values of the VR they are known to have, little endian (PS3.5 6.2.2)") {
    using Values = std::vector<std::string>;
    struct Case {
        std::string_view vr, base64;
        Values expected;
    };
    for (auto const& [vr, base64, expected] : {
             Case{"LO", "QUJcQyA=", {"AB", "C"}}, Case{"ST", "QUJcQyA=", {"AB\\C"}}, Case{"CS", "WUVTAA==", {"YES"}},
             Case{"UL", "AQAAAA==", {"1"}}, Case{"SL", "/////w==", {"-1"}}, Case{"SV", "//////////8=", {"-1"}},
             Case{"FL", "AADAPw==", {"1.5"}}, Case{"FD", "AAAAAAAA+D8=", {"1.5"}}, Case{"AT", "CAAYAA==", {"00080018"}},
             Case{"UL", "AQA=", {}},  // too short
             Case{"LO", "", {}},      // nothing
             Case{"LO", "gICA", {}},  // not UTF-8
             Case{"OB", "QUI=", {}},  // a VR without values of that kind
             Case{"LO", "!!!!", {}},  // not base64
         }) {
        CAPTURE(vr);
        CAPTURE(base64);
        CHECK(uninterpreted_values(vr, base64) == expected);
    }
}

}  // namespace cassette
