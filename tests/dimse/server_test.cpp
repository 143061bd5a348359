#include "dimse/server.h"

#include "dimse/pending_connections.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <thread>

using namespace cassette;
using namespace cassette::testing;
using namespace std::chrono_literals;

namespace {

std::vector<Proposal> const echo_only{{1, verification, {implicit_little}}};

bool echoes(ScriptedPeer& peer) {
    if (!peer.send(p_data(1, command_fragment | last_fragment, echo_request()))) return false;
    auto const response = peer.receive_message();
    return response && response->status() == 0x0000;
}

}  // namespace

TEST_CASE("an address that is taken is unavailable") {
    NodeUnderTest node;
    auto second =
        dimse::Server::start({.ae_title = *AETitle::parse("SECOND"), .port = node.port()}, node.disk().archive(), {});
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::unavailable);
    auto nowhere = dimse::Server::start({.ae_title = *AETitle::parse("SECOND"), .host = "no such host.", .port = 0},
                                        node.disk().archive(), {});
    CHECK_FALSE(nowhere);
}

TEST_CASE("garbage instead of an A-ASSOCIATE-RQ is aborted and the node goes on (PS3.8 9.2.3, Sta2, AA-1)") {
    NodeUnderTest node;
    for (auto const& garbage :
         {std::string{"GET / HTTP/1.1\r\n\r\n"}, std::string(100, '\xFF'), p_data(1, 3, echo_request())}) {
        ScriptedPeer peer{node.port()};
        CHECK(peer.send(garbage));
        // A-ABORT: 07 | 00 | 4 | reserved (2) | source 0, service user | reason 0
        CHECK(peer.receive() == std::string{"\x07\0\0\0\0\4\0\0\0\0", 10});
        CHECK(peer.closed());
        CHECK(node.await("A-ASSOCIATE").error == "not an A-ASSOCIATE-RQ");
    }
    ScriptedPeer peer{node.port()};
    CHECK(peer.associate(echo_only) == std::vector{0});
    CHECK(echoes(peer));
}

TEST_CASE("an A-ASSOCIATE-RQ of 4 GB is refused before it is read (PS3.8 9.3.4)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    CHECK(peer.send(std::string{"\x01\0\xFF\xFF\xFF\xFF", 6}));
    CHECK(peer.receive() == std::string{"\x03\0\0\0\0\4\0\1\2\1", 10});
}

TEST_CASE("an A-ASSOCIATE-RQ in one-byte pieces is one (PS3.8 9.1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    for (char const byte : associate_request(echo_only)) REQUIRE(peer.send({&byte, 1}));
    CHECK(peer.receive().substr(0, 1) == "\x02");
    CHECK(echoes(peer));
    CHECK(peer.release());
}

TEST_CASE("half-open and slow peers keep nobody waiting and take no association's place") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.associations_max = 1; }};
    ScriptedPeer silent{node.port()}, slow{node.port()};
    CHECK(slow.send(associate_request(echo_only).substr(0, 100)));
    ScriptedPeer peer{node.port()};
    CHECK(peer.associate(echo_only) == std::vector{0});
    CHECK(echoes(peer));
    CHECK(node.server().associations() == 1);
}

TEST_CASE("a peer that never asks is let go when ARTIM expires (PS3.8 9.1.5)") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.artim_timeout = 1s; }};
    ScriptedPeer silent{node.port()};
    CHECK(silent.receive().empty());
    CHECK(node.await("A-ASSOCIATE").error == "no A-ASSOCIATE-RQ in time (ARTIM)");
}

TEST_CASE("one association too many is rejected as transient, local limit exceeded (PS3.8 9.3.4)") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.associations_max = 2; }};
    ScriptedPeer first{node.port()}, second{node.port()};
    CHECK(first.associate(echo_only) == std::vector{0});
    CHECK(second.associate(echo_only) == std::vector{0});
    for (int i = 0; i < 20; ++i) {
        ScriptedPeer third{node.port()};
        CHECK(third.send(associate_request(echo_only)));
        // A-ASSOCIATE-RJ: 03 | 00 | 4 | reserved | result 2, transient | source 3, presentation | reason 2, local limit
        CHECK(third.receive() == std::string{"\x03\0\0\0\0\4\0\2\3\2", 10});
        CHECK(third.closed());
    }
    CHECK(echoes(first));
    CHECK(first.release());
    while (node.server().associations() != 1) std::this_thread::yield();
    ScriptedPeer next{node.port()};
    CHECK(next.associate(echo_only) == std::vector{0});
}

TEST_CASE("the called AE title is checked when that is wanted (PS3.8 9.3.4)") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) {
        settings.ae_title = *AETitle::parse("ANOTHER");
        settings.check_called_ae_title = true;
    }};
    ScriptedPeer peer{node.port()};
    CHECK(peer.send(associate_request(echo_only)));
    CHECK(peer.receive() == std::string{"\x03\0\0\0\0\4\0\1\1\7", 10});
}

TEST_CASE("stop aborts idle associations, ends those that hang, and returns") {
    auto node = std::make_unique<NodeUnderTest>();
    ScriptedPeer idle{node->port()}, hanging{node->port()}, silent{node->port()};
    CHECK(idle.associate(echo_only) == std::vector{0});
    CHECK(hanging.associate({{1, ct_storage, {implicit_little}}}) == std::vector{0});
    CHECK(hanging.send(p_data(1, command_fragment | last_fragment, store_request({}))));
    // More than any socket buffer holds: when it has been sent, the operation runs.
    auto const data_set = data_set_of({.pixels = 16 << 20});
    for (std::size_t at = 0; at < data_set.size(); at += 100'000)
        REQUIRE(hanging.send(p_data(1, data_set_fragment, std::string_view{data_set}.substr(at, 100'000))));
    node->server().stop(1s);
    CHECK(idle.receive() == std::string{"\x07\0\0\0\0\4\0\0\0\0", 10});
    CHECK(hanging.closed());
    CHECK(silent.receive().empty());
    CHECK(node->server().associations() == 0);
    node->server().stop(1s);
    CHECK(node->disk().counts().instances == 0);
}
