#include "dimse/associate_accept.h"

#include "archive/part10/file_meta.h"
#include "dimse/associate_items.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

AssociateRequest request() {
    auto const bytes = associate_request({{1, verification, {implicit_little}}});
    return read_associate_request(std::as_bytes(std::span{bytes})).request;
}

Result<AssociateAccept> read(std::string const& bytes) {
    return read_associate_accept(std::as_bytes(std::span{bytes}));
}

AssociateAccept everything() {
    AssociateAccept accept{.contexts = {{1, ContextResult::acceptance, implicit_little},
                                        {3, ContextResult::abstract_syntax_not_supported, ""}},
                           .pdu_length_max = 131072};
    accept.roles = {{ct_storage, false, true}};
    accept.extended = {{ct_storage, std::string{"\2\0\3\0\0\0", 6}}};
    accept.operations = OperationsWindow{1, 1};
    accept.identity_response = "";
    return accept;
}

}  // namespace

TEST_CASE("an A-ASSOCIATE-AC that is written reads back the same (PS3.8 9.3.3, PS3.7 D.3.3)") {
    auto const sent = everything();
    auto const pdu = write_associate_accept(request(), sent);
    auto const received = read(pdu);
    REQUIRE(received);
    CHECK(received->contexts == sent.contexts);
    CHECK(received->pdu_length_max == 131072);
    CHECK(received->roles == sent.roles);
    CHECK(received->extended == sent.extended);
    CHECK(received->operations == sent.operations);
    CHECK(received->identity_response == "");
    CHECK(received->implementation_class == implementation_class_uid);
    CHECK(received->implementation_version == implementation_version_name);
}

TEST_CASE("it has the length it says and sends the titles of the request back as they came (PS3.8 Table 9-17)") {
    auto const pdu = write_associate_accept(request(), everything());
    CHECK(pdu.substr(0, 6) == std::string{"\2\0", 2} + big_endian(pdu.size() - 6, 4));
    CHECK(pdu.substr(6, 4) == std::string{"\0\1\0\0", 4});
    CHECK(pdu.substr(10, 32) == "CASSETTE        SCRIPTED        ");
}

TEST_CASE("what was not asked for is not answered") {
    auto const received = read(write_associate_accept(request(), {.contexts = {}, .pdu_length_max = 16384}));
    REQUIRE(received);
    CHECK(received->roles.empty());
    CHECK(received->extended.empty());
    CHECK_FALSE(received->operations);
    CHECK_FALSE(received->identity_response);
}

TEST_CASE("an A-ASSOCIATE-AC cut anywhere is malformed or shorter, and never read beyond its end") {
    auto const whole = write_associate_accept(request(), everything());
    for (std::size_t size = 0; size < whole.size(); ++size) {
        CAPTURE(size);
        std::vector<char> const cut(whole.begin(), whole.begin() + static_cast<std::ptrdiff_t>(size));
        auto const received = read_associate_accept(std::as_bytes(std::span{cut}));
        if (received) CHECK(received->contexts.size() <= 2);
        if (!received) CHECK(received.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("an accepted context without a transfer syntax is malformed, a refused one is not (PS3.8 9.3.3.2)") {
    auto const with_context = [](std::string const& value) {
        return pdu(2, std::string(68, '\0') + item(0x21, value) + item(0x50, item(0x51, big_endian(0, 4))));
    };
    CHECK_FALSE(read(with_context(std::string{"\1\0\0\0", 4})));
    auto const refused = read(with_context(std::string{"\1\0\3\0", 4}));
    REQUIRE(refused);
    CHECK(refused->contexts == std::vector<AnsweredProposal>{{1, ContextResult::abstract_syntax_not_supported, ""}});
}
