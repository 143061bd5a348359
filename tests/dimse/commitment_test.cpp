#include "dimse/commitment.h"

#include "dimse/commitment_data_set.h"
#include "storage/outbox.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* push_model = "1.2.840.10008.1.20.1";
constexpr char const* well_known = "1.2.840.10008.1.20.1.1";
constexpr std::uint8_t whole_command = command_fragment | last_fragment;
constexpr std::uint8_t whole_data_set = data_set_fragment | last_fragment;

std::string ui(std::uint16_t group, std::uint16_t number, std::string uid) {
    if (uid.size() % 2 != 0) uid += '\0';
    return element(group, number, uid);
}
std::string us(std::uint16_t number, std::uint16_t value) { return element(0x0000, number, little_endian(value, 2)); }

struct Action {
    std::string sop_class = push_model;
    std::string sop_instance = well_known;
    std::uint16_t type = 1;
};
std::string action_request(Action const& action = {}) {
    return command_set(ui(0x0000, 0x0003, action.sop_class) + us(0x0100, 0x0130) + us(0x0110, 7) + us(0x0800, 0x0102) +
                       ui(0x0000, 0x1001, action.sop_instance) + us(0x1008, action.type));
}

// Implicit VR Little Endian.
std::string information(std::string const& transaction, std::vector<std::string> const& instances) {
    std::string items;
    for (auto const& instance : instances) {
        auto const item = ui(0x0008, 0x1150, ct_storage) + ui(0x0008, 0x1155, instance);
        items += element(0xFFFE, 0xE000, item);
    }
    return ui(0x0008, 0x1195, transaction) + element(0x0008, 0x1199, items);
}

void store_slice(ScriptedPeer& peer, std::string const& instance) {
    CtSlice slice;
    slice.instance = instance;
    REQUIRE(peer.send(p_data(3, whole_command, store_request({.sop_instance = instance}))));
    REQUIRE(peer.send(p_data(3, whole_data_set, data_set_of(slice))));
    auto const response = peer.receive_message();
    REQUIRE(response);
    REQUIRE(response->status() == 0);
}

std::vector<Proposal> const contexts{{1, push_model, {implicit_little}}, {3, ct_storage, {implicit_little}}};

std::uint16_t ask(ScriptedPeer& peer, std::string const& command, std::string const& data_set) {
    REQUIRE(peer.send(p_data(1, whole_command, command)));
    for (std::size_t at = 0; at < data_set.size(); at += 16'000) {
        auto const fragment = data_set.substr(at, 16'000);
        bool const last = at + fragment.size() == data_set.size();
        REQUIRE(peer.send(p_data(1, last ? whole_data_set : data_set_fragment, fragment)));
    }
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(number_in(response->command, 0x0100) == 0x8130);
    return response->status();
}

std::vector<OutboxTask> waiting(NodeUnderTest& node) {
    auto tasks = node.disk().archive().index.outbox().list({});
    REQUIRE(tasks);
    return *std::move(tasks);
}

// The N-EVENT-REPORT-RQ, answered.
ReceivedMessage take_report(ScriptedPeer& peer, std::uint16_t status = 0) {
    auto report = peer.receive_message();
    REQUIRE(report);
    CHECK(number_in(report->command, 0x0100) == 0x0100);
    auto const id = number_in(report->command, 0x0110);
    REQUIRE(id);
    REQUIRE(peer.send(p_data(report->context, whole_command,
                             command_set(ui(0x0000, 0x0002, push_model) + us(0x0100, 0x8100) + us(0x0120, *id) +
                                         us(0x0800, 0x0101) + us(0x0900, status) + ui(0x0000, 0x1000, well_known)))));
    return *report;
}

}  // namespace

TEST_CASE("commitment is reported on the association it was asked for on, if that stays (PS3.4 J.3.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    store_slice(peer, "1.2.3.1.1");
    SUBCASE("all committed") {
        CHECK(ask(peer, action_request(), information("2.25.9", {"1.2.3.1.1"})) == 0x0000);
        auto const report = take_report(peer);
        CHECK(report.context == 1);
        CHECK(number_in(report.command, 0x1002) == 1);
        CHECK(report.data_set.find("2.25.9") != std::string::npos);
        CHECK(report.data_set.find("1.2.3.1.1") != std::string::npos);
    }
    SUBCASE("some not") {
        CHECK(ask(peer, action_request(), information("2.25.9", {"1.2.3.1.1", "1.2.77"})) == 0x0000);
        auto const report = take_report(peer);
        CHECK(number_in(report.command, 0x1002) == 2);
        // Failure Reason 0112H in the item of the Failed SOP Sequence.
        CHECK(report.data_set.find(element(0x0008, 0x1197, little_endian(0x0112, 2))) != std::string::npos);
    }
    CHECK(node.await("N-ACTION").status == 0);
    CHECK(waiting(node).empty());
    CHECK(peer.release());
}

TEST_CASE("a peer that releases at once finds its request in the outbox, verified or not (PS3.4 J.3.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    CHECK(ask(peer, action_request(), information("2.25.9", {"1.2.77"})) == 0x0000);
    CHECK(waiting(node).size() == 1);
    SUBCASE("releases") { CHECK(peer.release()); }
    SUBCASE("breaks off") { peer.close(); }
    CHECK(node.await("N-ACTION").error.empty());
    auto const tasks = waiting(node);
    REQUIRE(tasks.size() == 1);
    CHECK(tasks.front().task.kind == TaskKind::commitment_report);
    CHECK(tasks.front().task.destination.str() == "SCRIPTED");
    CHECK(tasks.front().task.subject == "2.25.9");
    CHECK(tasks.front().attempts == 0);
    CHECK(tasks.front().claimed_until == 0);
}

TEST_CASE("a report that is not taken is kept for another attempt") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    CHECK(ask(peer, action_request(), information("2.25.9", {"1.2.77"})) == 0x0000);
    take_report(peer, 0x0110);
    CHECK(node.await("N-ACTION").error == "N-EVENT-REPORT: status 0110H");
    auto const tasks = waiting(node);
    REQUIRE(tasks.size() == 1);
    CHECK(tasks.front().attempts == 1);
    CHECK(tasks.front().last_error == "N-EVENT-REPORT: status 0110H");
    CHECK(decode_commitment(tasks.front().task.payload)->verified);
    CHECK(peer.release());
}

TEST_CASE("what is no storage commitment request gets the status of the standard (PS3.7 10.1.4.1.10)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    auto const good = information("2.25.9", {"1.2.77"});
    struct {
        char const* what;
        Action action;
        std::string data_set;
        std::uint16_t status;
    } const rows[]{
        {"another SOP Class", {.sop_class = "1.2.840.10008.1.20.2"}, good, 0x0118},
        {"another SOP Instance", {.sop_instance = "1.2.3"}, good, 0x0112},
        {"an unknown action", {.type = 2}, good, 0x0123},
        {"no Transaction UID", {}, element(0x0008, 0x1199, ""), 0x0115},
        {"nothing to be committed", {}, information("2.25.9", {}), 0x0115},
        {"broken", {}, good.substr(0, good.size() - 2), 0x0110},
        {"huge", {}, information("2.25.9", {std::string(std::size_t{9} << 20, '1')}), 0x0213},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        CHECK(ask(peer, action_request(row.action), row.data_set) == row.status);
        CHECK(node.await("N-ACTION").status == row.status);
    }
    CHECK(waiting(node).empty());
    CHECK(peer.release());
}

TEST_CASE("another operation than N-ACTION is unrecognized (PS3.7 C.5.16)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    CHECK(peer.send(p_data(1, whole_command, echo_request())));
    CHECK(peer.receive_message()->status() == 0x0211);
    CHECK(peer.release());
}

TEST_CASE("a SOP Class that is not stored here fails with its reason (PS3.3 C.14.1.1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    auto const item = ui(0x0008, 0x1150, "1.2.3.4.5") + ui(0x0008, 0x1155, "1.2.77");
    auto const data_set = ui(0x0008, 0x1195, "2.25.9") + element(0x0008, 0x1199, element(0xFFFE, 0xE000, item));
    CHECK(ask(peer, action_request(), data_set) == 0);
    auto const report = take_report(peer);
    CHECK(report.data_set.find(element(0x0008, 0x1197, little_endian(0x0122, 2))) != std::string::npos);
    CHECK(peer.release());
}

TEST_CASE("ten thousand references are verified and reported in one transaction") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(contexts) == std::vector{0, 0});
    store_slice(peer, "1.2.3.1.1");
    std::vector<std::string> const instances(10'000, "1.2.3.1.1");
    CHECK(ask(peer, action_request(), information("2.25.9", instances)) == 0);
    auto const report = take_report(peer);
    CHECK(number_in(report.command, 0x1002) == 1);
    CHECK(report.data_set.size() > 10'000 * 50);
    CHECK(peer.release());
}
