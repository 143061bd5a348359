#include "dimse/command_set.h"

#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

auto read(std::string const& bytes) { return read_command_set(std::as_bytes(std::span{bytes})); }

}  // namespace

TEST_CASE("a C-STORE-RQ is read (PS3.7 9.3.1.1)") {
    auto const command = read(store_request({.sop_instance = "1.2.3", .message_id = 7}));
    REQUIRE(command);
    CHECK(command->is(CommandField::c_store_rq));
    CHECK(command->message_id == 7);
    CHECK(command->has_data_set);
    CHECK(command->affected_sop_class == ct_storage);
    CHECK(command->affected_sop_instance == "1.2.3");
}

TEST_CASE("a C-CANCEL-RQ names the message it cancels (PS3.7 9.3.2.3)") {
    auto const command = read(cancel_request(9));
    REQUIRE(command);
    CHECK(command->is(CommandField::c_cancel_rq));
    CHECK(command->message_id_being_responded_to == 9);
    CHECK_FALSE(command->has_data_set);
}

TEST_CASE("what is no command set is malformed") {
    CHECK_FALSE(read(""));
    CHECK_FALSE(read("garbage"));
    CHECK_FALSE(read(element(0x0000, 0x0110, little_endian(1, 2))));         // no Command Field
    CHECK_FALSE(read(echo_request() + element(0x0008, 0x0018, "1.2 ")));     // not group 0000
    CHECK_FALSE(read(echo_request().substr(0, echo_request().size() - 1)));  // cut
}

TEST_CASE("a response answers its request in ascending order of tags with the right group length (PS3.7 9.3.1.2)") {
    auto const request = read(store_request({.sop_instance = "1.2.3", .message_id = 7}));
    REQUIRE(request);
    auto const response = write_response(*request,
                                         {.status = 0xA900,
                                          .error_comment = "Data Set does not match SOP Class",
                                          .offending_element = cassette::Tag{0x0008, 0x0018}});
    auto const elements = read_elements(std::as_bytes(std::span{response}), implicit_vr_little_endian);
    REQUIRE(elements);
    CHECK(std::ranges::is_sorted(*elements, {}, &DataElement::tag));
    CHECK(read_little(elements->front().value) == response.size() - 12);
    CHECK(number_in(response, 0x0100) == 0x8001);
    CHECK(number_in(response, 0x0120) == 7);
    CHECK(number_in(response, 0x0800) == 0x0101);
    CHECK(number_in(response, 0x0900) == 0xA900);
    CHECK(text_in(response, 0x0901) == std::string{"\x08\x00\x18\x00", 4});
    CHECK(text_in(response, 0x0902) == "Data Set does not match SOP Class ");
    CHECK(text_in(response, 0x0002) == std::string{ct_storage} + '\0');
    CHECK(text_in(response, 0x1000) == std::string{"1.2.3\0", 6});
}

TEST_CASE("an Error Comment has at most 64 characters (PS3.7 C)") {
    auto const response = write_response(
        {},
        {.status = 0x0110,
         .error_comment = std::string_view{"0123456789012345678901234567890123456789012345678901234567890123456789"}});
    CHECK(text_in(response, 0x0902).size() == 64);
}

TEST_CASE("the response to an N-service names as affected what was requested (PS3.7 10.3)") {
    auto const request =
        read(command_set(element(0, 0x0003, std::string{"1.2.3\0", 6}) + element(0, 0x0100, little_endian(0x0110, 2)) +
                         element(0, 0x0110, little_endian(3, 2)) + element(0, 0x0800, little_endian(0x0101, 2)) +
                         element(0, 0x1001, std::string{"1.2.4\0", 6})));
    REQUIRE(request);
    auto const response = write_response(*request, {.status = 0x0211});
    CHECK(number_in(response, 0x0100) == 0x8110);
    CHECK(text_in(response, 0x0002) == std::string{"1.2.3\0", 6});
    CHECK(text_in(response, 0x1000) == std::string{"1.2.4\0", 6});
}
