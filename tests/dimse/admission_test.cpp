#include "dimse/admission.h"

#include "dimse/associate_accept.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <functional>
#include <thread>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::vector<Proposal> const contexts{
    {1, verification, {implicit_little}}, {3, ct_storage, {implicit_little}}, {5, study_root_find, {implicit_little}}};

// The one that calls in these tests.
RemoteAE scripted() { return {.ae_title = *AETitle::parse("SCRIPTED")}; }

auto listing(RemoteAE const& remote) {
    return [remote](ServerSettings& settings) {
        settings.callers = Callers::listed;
        settings.remotes = {remote};
    };
}

std::string with_identity(UserIdentity const& identity) {
    AssociateRequest request{.called_ae_title = "CASSETTE",
                             .calling_ae_title = "SCRIPTED",
                             .contexts = {{1, verification, {implicit_little}}, {3, ct_storage, {implicit_little}}}};
    request.identity = identity;
    return write_associate_request(request);
}

std::string rejected(char reason_source, char reason) {
    return std::string{"\x03\0\0\0\0\4\0\1", 8} + reason_source + reason;
}

// Knows one user, who may do nothing but query.
Result<VerifiedIdentity> know_alice(UserIdentity const& identity) {
    if (identity.primary != "alice" || identity.secondary != "secret")
        return fail(ErrorCode::not_authorized, "not somebody we know");
    return VerifiedIdentity{{"alice"}, {.store = false, .retrieve = false, .commit = false}, ""};
}

}  // namespace

TEST_CASE("who is not listed, or calls from elsewhere, is rejected where it matters (PS3.8 9.3.4)") {
    struct Row {
        char const* what;
        std::function<void(RemoteAE&)> adjust;
        bool accepted;
    };
    for (auto const& row :
         {Row{"listed", [](RemoteAE&) {}, true},
          Row{"not listed", [](RemoteAE& remote) { remote.ae_title = *AETitle::parse("OTHER"); }, false},
          Row{"from here", [](RemoteAE& remote) { remote.addresses = {*parse_address_range("127.0.0.0/8")}; }, true},
          Row{"from elsewhere", [](RemoteAE& remote) { remote.addresses = {*parse_address_range("10.0.0.0/8")}; },
              false}}) {
        CAPTURE(row.what);
        auto remote = scripted();
        row.adjust(remote);
        NodeUnderTest node{listing(remote)};
        ScriptedPeer peer{node.port()};
        CHECK(peer.send(associate_request(contexts)));
        auto const answer = peer.receive();
        if (row.accepted) CHECK(answer.substr(0, 1) == "\2");
        if (!row.accepted) CHECK(answer == rejected(1, 3));
        CHECK(node.await("A-ASSOCIATE").error.empty() == row.accepted);
    }
}

TEST_CASE("one AE title has no more associations than it may (PS3.8 9.3.4)") {
    auto remote = scripted();
    remote.associations_max = 1;
    NodeUnderTest node{listing(remote)};
    ScriptedPeer first{node.port()};
    CHECK(first.associate(contexts) == std::vector{0, 0, 0});
    ScriptedPeer second{node.port()};
    CHECK(second.send(associate_request(contexts)));
    CHECK(second.receive() == std::string{"\x03\0\0\0\0\4\0\2\3\2", 10});
    CHECK(first.release());
    CHECK(node.await("A-RELEASE").error.empty());
    while (node.server().associations() != 0) std::this_thread::yield();
    ScriptedPeer third{node.port()};
    CHECK(third.associate(contexts) == std::vector{0, 0, 0});
}

TEST_CASE("an operation without permission is Not authorized, and the association goes on (PS3.7 C.5.22)") {
    auto remote = scripted();
    remote.permissions = {.store = false, .query = true, .retrieve = false, .commit = false};
    NodeUnderTest node{listing(remote)};
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0, 0});
    CHECK(peer.send(p_data(3, whole_command, store_request({})) + p_data(3, last_fragment, data_set_of({}))));
    auto const refused = peer.receive_message();
    REQUIRE(refused);
    CHECK(refused->status() == 0x0124);
    CHECK(text_in(refused->command, 0x0902) == "Refused: Not authorized ");
    CHECK(node.await("C-STORE").status == 0x0124);
    CHECK(peer.send(p_data(1, whole_command, echo_request())));
    CHECK(peer.receive_message()->status() == 0x0000);
    CHECK(node.disk().counts().instances == 0);
}

TEST_CASE("permissions are what all who have a say allow") {
    CHECK(both({}, {}) == PeerPermissions{});
    CHECK(both({.store = false}, {.query = false}) == PeerPermissions{.store = false, .query = false});
    ServerSettings settings{.ae_title = *AETitle::parse("CASSETTE")};
    settings.remotes = {scripted()};
    settings.remotes[0].permissions.commit = false;
    CHECK(permissions_of(settings, "SCRIPTED") == PeerPermissions{.commit = false});
    CHECK(permissions_of(settings, "ANYBODY") == PeerPermissions{});
}

TEST_CASE(
    "a user that is known gets an association, a response when it asks, and its own permissions (PS3.7 D.3.3.7)") {
    NodeUnderTest node{[](ServerSettings& settings) { settings.verify_identity = know_alice; }};
    for (bool const asks : {true, false}) {
        CAPTURE(asks);
        ScriptedPeer peer{node.port()};
        CHECK(peer.send(with_identity({IdentityType::username_and_passcode, asks, "alice", "secret"})));
        auto const answer = peer.receive();
        REQUIRE(answer.substr(0, 1) == "\2");
        auto const accept = read_associate_accept(std::as_bytes(std::span{answer}));
        REQUIRE(accept);
        CHECK(accept->identity_response == (asks ? std::optional<std::string>{""} : std::nullopt));
        CHECK(peer.send(p_data(3, whole_command, store_request({})) + p_data(3, last_fragment, data_set_of({}))));
        auto const refused = peer.receive_message();
        REQUIRE(refused);
        CHECK(refused->status() == 0x0124);
    }
}

TEST_CASE("a user that is not known is rejected, and who says nothing where it has to (PS3.7 D.3.3.7)") {
    NodeUnderTest node{[](ServerSettings& settings) {
        settings.verify_identity = know_alice;
        settings.identity = IdentityPolicy::required;
    }};
    std::string malformed = with_identity({static_cast<IdentityType>(0), false, "", ""});
    for (auto const& request :
         {with_identity({IdentityType::username_and_passcode, true, "alice", "wrong"}),
          with_identity({IdentityType::kerberos, true, "ticket", ""}), malformed, associate_request(contexts)}) {
        ScriptedPeer peer{node.port()};
        CHECK(peer.send(request));
        CHECK(peer.receive() == rejected(2, 1));
        CHECK_FALSE(node.await("A-ASSOCIATE").error.empty());
    }
}

TEST_CASE("without anybody to look at it a user identity counts for nothing and is not answered (PS3.7 D.3.3.7)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    CHECK(peer.send(with_identity({IdentityType::username, true, "anybody", ""})));
    auto const answer = peer.receive();
    auto const accept = read_associate_accept(std::as_bytes(std::span{answer}));
    REQUIRE(accept);
    CHECK_FALSE(accept->identity_response);
}
