#include "dimse/store_status.h"

#include <doctest/doctest.h>

#include <tuple>

using namespace cassette;
using namespace cassette::dimse;

TEST_CASE("C-STORE statuses are those of PS3.4 Table B.2-1 and PS3.7 C, with short comments") {
    using enum ErrorCode;
    struct Case {
        ErrorCode code;
        std::uint16_t status;
    };
    for (auto const& [code, status] :
         {Case{malformed, 0xC000}, Case{nonconformant, 0xA900}, Case{unsupported_sop_class, 0x0122},
          Case{unsupported_transfer_syntax, 0xC122}, Case{too_large, 0xA700}, Case{out_of_resources, 0xA700},
          Case{unavailable, 0xA700}, Case{not_authorized, 0x0124}, Case{conflict, 0x0111}, Case{not_found, 0x0110},
          Case{internal, 0x0110}}) {
        CAPTURE(status);
        CHECK(store_status(code).code == status);
        CHECK(store_status(code).code == failure_reason(code));
        CHECK_FALSE(store_status(code).comment.empty());
        CHECK(store_status(code).comment.size() <= 64);
    }
}

TEST_CASE("what is untidy in a stored object is one of the warnings of PS3.4 Table B.2-1") {
    using enum StoreWarning;
    for (auto const& [warning, status, comment] : {std::tuple{trailing_bytes, 0xB006, "Elements discarded"},
                                                   {missing_type_2, 0xB007, "Data Set does not match SOP Class"},
                                                   {pixel_data, 0xB007, "Data Set does not match SOP Class"}}) {
        CAPTURE(status);
        CHECK(store_warning_status(warning).code == status);
        CHECK(store_warning_status(warning).comment == comment);
    }
}
