#include "dimse/echo_scu.h"

#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_acceptor.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

auto const ours = *AETitle::parse("REQUESTOR");

RemoteAE remote_at(std::uint16_t port) {
    return {.ae_title = *AETitle::parse("CASSETTE"), .host = "127.0.0.1", .port = port};
}

}  // namespace

TEST_CASE("a C-ECHO to a node is answered, on an association that is released (PS3.4 A)") {
    NodeUnderTest node;
    auto const took = echo(remote_at(node.port()), ours);
    REQUIRE(took);
    CHECK(node.await("C-ECHO").calling_ae_title == "REQUESTOR");
    CHECK(node.await("A-RELEASE").error.empty());
}

TEST_CASE("a remote AE that does not take Verification, or answers with a failure, is not acceptable") {
    ScriptedAcceptor without{{.choose = [](ProposedContext const&) { return std::nullopt; }}};
    ScriptedAcceptor failing{{.status = [](std::size_t) { return 0x0110; }}};
    for (auto const& [port, detail] :
         {std::pair{without.port(), "Verification is not accepted"}, {failing.port(), "status 110"}}) {
        CAPTURE(detail);
        auto const took = echo(remote_at(port), ours);
        REQUIRE_FALSE(took);
        CHECK(took.error().code == ErrorCode::not_acceptable);
        CHECK(took.error().detail == detail);
    }
}

TEST_CASE("nobody there is unavailable") {
    NodeUnderTest node;
    auto const port = node.port();
    node.server().stop(std::chrono::seconds{1});
    auto const took = echo(remote_at(port), ours);
    REQUIRE_FALSE(took);
    CHECK(took.error().code == ErrorCode::unavailable);
}
