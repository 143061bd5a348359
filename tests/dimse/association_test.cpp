#include "dimse/association.h"

#include "dimse/echo.h"
#include "dimse/message_exchange.h"
#include "dimse/upper_layer.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::testing;
using namespace std::chrono_literals;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::vector<Proposal> const echo_and_ct{{1, verification, {implicit_little}},
                                        {3, ct_storage, {explicit_little, implicit_little}}};

// A-ABORT: 07 | 00 | 4 | reserved (2) | source | reason, PS3.8 9.3.8
std::string abort(char source, char reason) { return std::string{"\x07\0\0\0\0\4\0\0", 8} + source + reason; }

// Every request gets a node that still answers afterwards.
void check_still_there(NodeUnderTest& node) {
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
    CHECK(peer.send(p_data(1, whole_command, echo_request(5))));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(number_in(response->command, 0x0100) == 0x8030);
    CHECK(number_in(response->command, 0x0120) == 5);
    CHECK(response->status() == 0x0000);
    CHECK(peer.release());
}

}  // namespace

TEST_CASE("presentation contexts are answered one by one (PS3.8 9.3.3.2)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    CHECK(peer.associate({{1, verification, {implicit_little}},
                          {3, "1.2.840.10008.5.1.1.9", {implicit_little}},
                          {5, ct_storage, {"1.2.3.4"}},
                          {7, ct_storage, {"1.2.840.10008.1.2.4.201"}}}) == std::vector{0, 3, 4, 0});
    CHECK(peer.release());
    auto const associated = node.await("A-ASSOCIATE");
    CHECK(associated.calling_ae_title == "SCRIPTED");
    CHECK(associated.error.empty());
    CHECK(node.await("A-RELEASE").association == associated.association);
}

TEST_CASE("an association without an acceptable context is accepted all the same and can be released") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    CHECK(peer.associate({{1, "1.2.840.10008.5.1.1.9", {implicit_little}}}) == std::vector{3});
    CHECK(peer.release());
}

TEST_CASE("128 presentation contexts with many transfer syntaxes are all answered (PS3.8 9.3.2.2)") {
    NodeUnderTest node;
    std::vector<Proposal> proposals;
    for (int id = 1; id < 256; id += 2) {
        std::vector<std::string> syntaxes(60, "1.2.840.10008.1.2.4.999");
        syntaxes.push_back(implicit_little);
        proposals.push_back({static_cast<std::uint8_t>(id), ct_storage, syntaxes});
    }
    ScriptedPeer peer{node.port()};
    CHECK(peer.associate(proposals) == std::vector<int>(128, 0));
    CHECK(peer.release());
}

TEST_CASE("a command may come in pieces, and several PDVs in one PDU (PS3.8 9.3.5)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
    auto const command = echo_request(9);
    auto const pdv = [](std::uint8_t flags, std::string const& fragment) {
        return big_endian(fragment.size() + 2, 4) + '\1' + static_cast<char>(flags) + fragment;
    };
    CHECK(peer.send(p_data(1, command_fragment, command.substr(0, 7)) +
                    pdu(4, pdv(command_fragment, command.substr(7, 20)) + pdv(whole_command, command.substr(27)))));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
    CHECK(node.await("C-ECHO").status == 0x0000);
}

TEST_CASE("what no association says is answered with A-ABORT and the node goes on (PS3.8 9.2.3, 9.3.8)") {
    NodeUnderTest node;
    struct Wrong {
        char const* what;
        std::string bytes;
        std::string answer;
    };
    auto const store = p_data(3, whole_command, store_request({}));
    std::vector<Wrong> const table{
        {"a context that was not accepted", p_data(99, whole_command, echo_request()), abort(2, 6)},
        {"a data set without a command", p_data(3, last_fragment, "data"), abort(0, 0)},
        {"a command that is none", p_data(1, whole_command, "garbage"), abort(0, 0)},
        {"a command of no end",
         p_data(1, command_fragment, std::string(60'000, 'x')) + p_data(1, command_fragment, std::string(60'000, 'x')),
         abort(0, 0)},
        {"a command amid a data set", store + p_data(3, whole_command, echo_request()), abort(0, 0)},
        {"a data set in another context", store + p_data(1, last_fragment, "data"), abort(0, 0)},
        {"a response to nothing", p_data(1, whole_command, command_set(element(0, 0x0100, little_endian(0x8030, 2)))),
         abort(0, 0)},
        {"an unrecognized PDU", pdu(0x42, "what"), abort(2, 1)},
        {"a second A-ASSOCIATE-RQ", associate_request(echo_and_ct), abort(2, 2)},
        {"an A-RELEASE-RP", pdu(6, std::string(4, '\0')), abort(2, 2)},
        {"a P-DATA-TF without PDVs", pdu(4, ""), abort(2, 6)},
        {"a PDV longer than its PDU", pdu(4, big_endian(1000, 4) + "\1\3"), abort(2, 6)},
        {"a PDV of no length", pdu(4, big_endian(0, 4) + "\1\3"), abort(2, 6)},
        {"a PDU longer than we take", std::string{"\x04\0\x7F\xFF\xFF\xFF", 6}, abort(2, 6)},
    };
    for (auto const& wrong : table) {
        CAPTURE(wrong.what);
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
        CHECK(peer.send(wrong.bytes));
        CHECK(peer.receive() == wrong.answer);
        CHECK(peer.closed());
        CHECK_FALSE(node.await("A-ABORT").error.empty());
    }
    check_still_there(node);
    CHECK(node.disk().counts().instances == 0);
}

TEST_CASE("an operation that its context does not have is an unrecognized operation (PS3.7 C.5.16)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
    auto const n_action =
        command_set(element(0, 0x0003, "1.2 ") + element(0, 0x0100, little_endian(0x0130, 2)) +
                    element(0, 0x0110, little_endian(4, 2)) + element(0, 0x0800, little_endian(0x0102, 2)));
    for (auto const& request : {n_action, find_request(study_root_find, 4)}) {
        CHECK(peer.send(p_data(1, whole_command, request) + p_data(1, last_fragment, "some data set")));
        auto const response = peer.receive_message();
        REQUIRE(response);
        CHECK(response->status() == 0x0211);
        CHECK(number_in(response->command, 0x0120) == 4);
    }
    CHECK(peer.send(p_data(1, whole_command, echo_request())));
    CHECK(peer.receive_message());
    CHECK(peer.release());
}

TEST_CASE("a C-CANCEL of nothing is ignored (PS3.7 9.3.2.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
    CHECK(peer.send(p_data(1, whole_command, cancel_request(17)) + p_data(1, whole_command, echo_request())));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
}

TEST_CASE("a peer that aborts, vanishes, or stops amid a PDU ends its association only") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.dimse_timeout = 1s; }};
    auto const half = p_data(1, whole_command, echo_request()).substr(0, 30);
    SUBCASE("A-ABORT") {
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
        CHECK(peer.send(abort(0, 0)));
        CHECK(node.await("A-ABORT").error == "the peer aborted");
    }
    SUBCASE("closing") {
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
        CHECK(peer.send(half));
        peer.close();
        CHECK(node.await("A-ABORT").error == "the peer closed the connection");
    }
    SUBCASE("silence") {
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
        CHECK(peer.send(half));
        CHECK(peer.receive() == abort(2, 0));
        CHECK(node.await("A-ABORT").error == "the peer is too slow");
    }
    check_still_there(node);
}

TEST_CASE("an idle association is aborted after the idle timeout") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.idle_timeout = 1s; }};
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(echo_and_ct) == std::vector{0, 0});
    CHECK(peer.receive() == abort(0, 0));
    CHECK(node.await("A-ABORT").error == "idle for too long");
}
