#include "schema/failure_reason.h"

#include <doctest/doctest.h>

using namespace cassette;

TEST_CASE("failures have the statuses that C-STORE and STOW-RS share (PS3.4 Table B.2-1, PS3.18 Table I.2-2)") {
    using enum ErrorCode;
    struct Row {
        ErrorCode code;
        std::uint16_t reason;
    };
    for (auto const& [code, reason] :
         {Row{malformed, 0xC000}, Row{nonconformant, 0xA900}, Row{unsupported_sop_class, 0x0122},
          Row{unsupported_transfer_syntax, 0xC122}, Row{too_large, 0xA700}, Row{out_of_resources, 0xA700},
          Row{unavailable, 0xA700}, Row{not_authorized, 0x0124}, Row{conflict, 0x0111}, Row{internal, 0x0110}}) {
        CAPTURE(reason);
        CHECK(failure_reason(code) == reason);
    }
}
