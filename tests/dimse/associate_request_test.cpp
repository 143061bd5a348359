#include "dimse/associate_request.h"

#include "dimse/associate_items.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

ReadRequest read(std::string const& bytes) { return read_associate_request(std::as_bytes(std::span{bytes})); }

std::string with_items(std::string const& items) {
    auto body = std::string{'\0', '\1', '\0', '\0'} + "CASSETTE        SCRIPTED        " + std::string(32, '\0');
    return pdu(1, body + items);
}

std::string const application_context = item(0x10, "1.2.840.10008.3.1.1.1");
std::string const context_1 = presentation_context({1, verification, {implicit_little}});
std::string const user_information = item(0x50, item(0x51, big_endian(16384, 4)));

}  // namespace

TEST_CASE("an A-ASSOCIATE-RQ gives titles and presentation contexts in order (PS3.8 9.3.2)") {
    auto const request = read(
        associate_request({{1, verification, {implicit_little}}, {3, ct_storage, {explicit_little, implicit_little}}}));
    REQUIRE_FALSE(request.rejection);
    CHECK(request.request.called_ae_title == "CASSETTE");
    CHECK(request.request.calling_ae_title == "SCRIPTED");
    REQUIRE(request.request.contexts.size() == 2);
    CHECK(request.request.contexts[1].id == 3);
    CHECK(request.request.contexts[1].abstract_syntax == ct_storage);
    CHECK(request.request.contexts[1].transfer_syntaxes == std::vector<std::string>{explicit_little, implicit_little});
}

TEST_CASE("user information is read, and what cannot be read of it is as if it were not there (PS3.7 D.3.3)") {
    auto const uid = big_endian(17, 2) + verification;
    auto const all = item(0x51, big_endian(16384, 4)) + item(0x52, "1.2.3") + item(0x53, big_endian(0x00050007, 4)) +
        item(0x54, uid + std::string{"\0\1", 2}) + item(0x55, "SOMETHING_1") +
        item(0x56, uid + std::string{"\1\0\1", 3}) + item(0x57, uid + big_endian(5, 2) + "1.2.3" + big_endian(0, 2)) +
        item(0x58, std::string{"\2\1\0\4", 4} + "user" + big_endian(6, 2) + "secret");
    auto const read_all = read(with_items(application_context + context_1 + item(0x50, all)));
    REQUIRE_FALSE(read_all.rejection);
    auto const& request = read_all.request;
    CHECK(request.pdu_length_max == 16384);
    CHECK(request.implementation_class == "1.2.3");
    CHECK(request.implementation_version == "SOMETHING_1");
    CHECK(request.operations == OperationsWindow{5, 7});
    CHECK(request.roles == std::vector<RoleSelection>{{verification, false, true}});
    CHECK(request.roles_for(ct_storage) == RoleSelection{ct_storage, true, false});
    REQUIRE(request.extended_for(verification) != nullptr);
    CHECK(request.extended_for(verification)->information == std::string{"\1\0\1", 3});
    CHECK(request.extended_for(ct_storage) == nullptr);
    CHECK(request.common_extended == std::vector<CommonExtendedNegotiation>{{verification, "1.2.3"}});
    REQUIRE(request.identity);
    CHECK(request.identity->type == IdentityType::username_and_passcode);
    CHECK(request.identity->response_requested);
    CHECK(request.identity->primary == "user");
    CHECK(request.identity->secondary == "secret");

    auto const broken = item(0x51, big_endian(16384, 4)) + item(0x53, "x") + item(0x54, "\x7F") + item(0x56, "\1") +
        item(0x57, "\1\1\1") + item(0x58, "\1\0\xFF\xFF");
    auto const read_broken = read(with_items(application_context + context_1 + item(0x50, broken)));
    REQUIRE_FALSE(read_broken.rejection);
    CHECK_FALSE(read_broken.request.operations);
    CHECK(read_broken.request.roles.empty());
    CHECK(read_broken.request.extended.empty());
    CHECK(read_broken.request.common_extended.empty());
    REQUIRE(read_broken.request.identity);
    CHECK(read_broken.request.identity->type == static_cast<IdentityType>(0));
}

TEST_CASE("a request that is written reads back the same (PS3.8 9.3.2)") {
    AssociateRequest sent{
        .called_ae_title = "CALLED",
        .calling_ae_title = "CALLING",
        .contexts = {{1, verification, {implicit_little}}, {3, ct_storage, {explicit_little, implicit_little}}},
        .pdu_length_max = 65536};
    sent.roles = {{ct_storage, true, true}};
    sent.extended = {{ct_storage, std::string{"\2\0\0\0\0\0", 6}}};
    sent.operations = OperationsWindow{0, 1};
    sent.identity = UserIdentity{IdentityType::jwt, false, "token", ""};
    auto const received = read(write_associate_request(sent));
    REQUIRE_FALSE(received.rejection);
    CHECK(received.request.called_ae_title == "CALLED");
    CHECK(received.request.calling_ae_title == "CALLING");
    REQUIRE(received.request.contexts.size() == 2);
    CHECK(received.request.contexts[1].transfer_syntaxes == sent.contexts[1].transfer_syntaxes);
    CHECK(received.request.pdu_length_max == 65536);
    CHECK(received.request.roles == sent.roles);
    CHECK(received.request.extended == sent.extended);
    CHECK(received.request.operations == sent.operations);
    REQUIRE(received.request.identity);
    CHECK(received.request.identity->primary == "token");
}

TEST_CASE("unrecognized items are ignored (PS3.8 9.3.1)") {
    CHECK_FALSE(
        read(with_items(item(0x99, "anything") + application_context + context_1 + user_information)).rejection);
}

TEST_CASE("UIDs padded with NUL or spaces are taken without (PS3.5 6.2)") {
    auto const padded =
        presentation_context({1, std::string{verification} + '\0', {std::string{implicit_little} + " "}});
    auto const request = read(with_items(application_context + padded + user_information));
    REQUIRE_FALSE(request.rejection);
    CHECK(request.request.contexts[0].abstract_syntax == verification);
    CHECK(request.request.contexts[0].transfer_syntaxes[0] == implicit_little);
}

TEST_CASE("control characters in an AE title do not reach the log") {
    auto bytes = associate_request({{1, verification, {implicit_little}}});
    bytes[26] = '\n';
    CHECK(read(bytes).request.calling_ae_title == "?CRIPTED");
}

TEST_CASE("an A-ASSOCIATE-RQ that cannot be is refused (PS3.8 9.3.4)") {
    struct Refused {
        char const* what;
        std::string bytes;
        Rejection rejection;
    };
    auto other_version = associate_request({{1, verification, {implicit_little}}});
    other_version[7] = '\2';
    auto const other_context = item(0x10, "1.2.3");
    auto const even = presentation_context({2, verification, {implicit_little}});
    auto const no_transfer_syntax = presentation_context({1, verification, {}});
    auto const long_uid = presentation_context({1, std::string(65, '1'), {implicit_little}});
    std::vector<Refused> const table{
        {"nothing", pdu(1, ""), no_reason_given},
        {"no items", with_items(""), no_reason_given},
        {"another protocol version", other_version, protocol_version_not_supported},
        {"another application context", with_items(other_context + context_1 + user_information),
         application_context_not_supported},
        {"no application context", with_items(context_1 + user_information), no_reason_given},
        {"two application contexts",
         with_items(application_context + application_context + context_1 + user_information), no_reason_given},
        {"no presentation context", with_items(application_context + user_information), no_reason_given},
        {"no user information", with_items(application_context + context_1), no_reason_given},
        {"an even ID", with_items(application_context + even + user_information), no_reason_given},
        {"an ID twice", with_items(application_context + context_1 + context_1 + user_information), no_reason_given},
        {"no transfer syntax", with_items(application_context + no_transfer_syntax + user_information),
         no_reason_given},
        {"a UID of 65", with_items(application_context + long_uid + user_information), no_reason_given},
        {"an item beyond the end", with_items(application_context + context_1 + user_information + "\x20\x01\xFF\xFF"),
         no_reason_given},
        {"half an item", with_items(application_context + context_1 + user_information + "\x20"), no_reason_given},
        {"a sub-item beyond its item", with_items(application_context + context_1 + item(0x50, "\x51\x01\xFF\xFF")),
         no_reason_given},
        {"a maximum length of 2 bytes", with_items(application_context + context_1 + item(0x50, item(0x51, "ab"))),
         no_reason_given},
    };
    for (auto const& refused : table) {
        CAPTURE(refused.what);
        auto const request = read(refused.bytes);
        REQUIRE(request.rejection);
        CHECK(*request.rejection == refused.rejection);
        CHECK_FALSE(request.complaint.empty());
    }
}

TEST_CASE("an A-ASSOCIATE-RQ cut anywhere is refused and never read beyond its end") {
    auto const whole = associate_request({{1, verification, {implicit_little}}, {3, ct_storage, {explicit_little}}});
    for (std::size_t size = 6; size < whole.size(); ++size) {
        CAPTURE(size);
        std::vector<char> const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        CHECK(read_associate_request(std::as_bytes(std::span{cut})).rejection.has_value());
    }
}
