#include "dimse/find_status.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;

TEST_CASE("C-FIND statuses are those of PS3.4 Table C.4-1, with short comments") {
    using enum ErrorCode;
    struct Case {
        ErrorCode code;
        std::uint16_t status;
    };
    for (auto const& [code, status] : {Case{nonconformant, 0xA900}, Case{out_of_resources, 0xA700},
                                       Case{too_large, 0xA700}, Case{unavailable, 0xA700}, Case{cancelled, 0xFE00},
                                       Case{not_authorized, 0x0124}, Case{unsupported_sop_class, 0x0122},
                                       Case{malformed, 0xC000}, Case{internal, 0xC001}, Case{not_found, 0xC001}}) {
        CAPTURE(status);
        CHECK(find_status(code).code == status);
        CHECK_FALSE(find_status(code).comment.empty());
        CHECK(find_status(code).comment.size() <= 64);
    }
    CHECK(find_pending.code == 0xFF00);
    CHECK(find_pending_without_some_keys.code == 0xFF01);
}
