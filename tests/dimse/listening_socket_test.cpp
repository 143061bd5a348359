#include "dimse/listening_socket.h"

#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette::dimse;
using cassette::ErrorCode;
using cassette::testing::ScriptedPeer;

TEST_CASE("a port that the system picks accepts connections and names their address") {
    auto const listening = listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    CHECK_FALSE(accept_from(*listening).socket);
    ScriptedPeer const peer{local_port(*listening)};
    auto const accepted = accept_from(*listening);
    CHECK(accepted.socket);
    CHECK(accepted.remote.starts_with("127.0.0.1:"));
    CHECK_FALSE(accepted.exhausted);
}

TEST_CASE("an address that cannot be had is unavailable") {
    auto const first = listen_on("127.0.0.1", 0);
    REQUIRE(first);
    auto const second = listen_on("127.0.0.1", local_port(*first));
    REQUIRE_FALSE(second);
    CHECK(second.error().code == ErrorCode::unavailable);
    CHECK_FALSE(listen_on("no such host.", 0));
}
