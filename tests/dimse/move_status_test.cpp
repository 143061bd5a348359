#include "dimse/move_status.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;

TEST_CASE("errors before the first sub-operation are statuses of PS3.4 Tables C.4-2 and C.4-3") {
    CHECK(move_status(ErrorCode::nonconformant).code == 0xA900);
    CHECK(move_status(ErrorCode::out_of_resources).code == 0xA701);
    CHECK(move_status(ErrorCode::malformed).code == 0xC000);
    CHECK(move_status(ErrorCode::internal).code == 0xC001);
    CHECK(move_status(ErrorCode::cancelled).code == 0xFE00);
    CHECK(move_status(ErrorCode::not_authorized).code == 0x0124);
}

TEST_CASE("what is wrong with a Frame List is a status of PS3.4 Table Y.4-1") {
    CHECK(frame_status(ErrorCode::not_found).code == 0xAA00);
    CHECK(frame_status(ErrorCode::unsupported_sop_class).code == 0xAA01);
    CHECK(frame_status(ErrorCode::not_acceptable).code == 0xAA02);
    CHECK(frame_status(ErrorCode::nonconformant).code == 0xAA03);
    CHECK(frame_status(ErrorCode::malformed).code == 0xAA04);
    CHECK(frame_status(ErrorCode::out_of_resources).code == 0xA701);
}

TEST_CASE("every comment fits Error Comment (PS3.7 C.5.1, VR LO)") {
    for (auto const& status : {sub_operations_with_failures, sub_operations_failed, move_destination_unknown,
                               invalid_frame_request, frame_status(ErrorCode::nonconformant),
                               frame_status(ErrorCode::unsupported_sop_class), move_status(ErrorCode::too_large)})
        CHECK(status.comment.size() <= 64);
}
