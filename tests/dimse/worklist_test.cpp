#include "dimse/worklist.h"

#include "archive/clinical/scheduled_step.h"
#include "archive/clinical/worklist.h"
#include "dimse/data_element.h"
#include "tests/archive/clinical/worklist_sample.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::string const worklist{dimse::modality_worklist_find};
std::vector<Proposal> const all{{1, worklist, {implicit_little}}};

void schedule_steps(NodeUnderTest& node, int count) {
    for (int number = 1; number <= count; ++number) {
        auto const text = std::to_string(number);
        auto const steps =
            scheduled_steps(sample_item({.study = "1.2." + text, .step = "S" + text, .patient_id = "P" + text}));
        REQUIRE(schedule(node.disk().archive().index, {"test"}, *steps));
    }
}

std::string even(std::string value) { return value.size() % 2 == 0 ? value : value + ' '; }
std::string key(std::uint16_t group, std::uint16_t number, std::string const& value = {}) {
    return element(group, number, even(value));
}
std::string step_key(std::string const& keys) { return element(0x0040, 0x0100, element(0xFFFE, 0xE000, keys)); }

struct Answers {
    std::vector<ReceivedMessage> pending;
    std::uint16_t status = 0;
};

Answers answers(ScriptedPeer& peer) {
    Answers found;
    while (true) {
        auto message = peer.receive_message();
        REQUIRE(message);
        found.status = message->status();
        if ((message->status() & 0xFF00) != 0xFF00) return found;
        found.pending.push_back(*message);
    }
}

Answers find(ScriptedPeer& peer, std::string const& keys) {
    CHECK(peer.send(p_data(1, whole_command, find_request(worklist, 7)) + p_data(1, last_fragment, keys)));
    return answers(peer);
}

}  // namespace

TEST_CASE("the worklist is found by its keys and answered as it was asked (PS3.4 K.4.1.3)") {
    NodeUnderTest node;
    schedule_steps(node, 3);
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0});
    auto const found = find(peer,
                            key(0x0010, 0x0010, "doe*") + key(0x0010, 0x0020, "P2") +
                                step_key(key(0x0008, 0x0060, "CT") + key(0x0040, 0x0009)));
    REQUIRE(found.pending.size() == 1);
    CHECK(found.pending[0].status() == 0xFF00);
    CHECK(found.status == 0x0000);
    CHECK(found.pending[0].data_set ==
          key(0x0010, 0x0010, "Doe^Jane") + key(0x0010, 0x0020, "P2") +
              step_key(key(0x0008, 0x0060, "CT") + key(0x0040, 0x0009, "S2")));
    CHECK(node.await("C-FIND").matches == 1);
    CHECK(find(peer, key(0x0010, 0x0020, "nobody")).pending.empty());
    CHECK(find(peer, key(0x0010, 0x0020)).pending.size() == 3);
    CHECK(peer.release());
}

TEST_CASE("an optional key that is not matched on is said so by status FF01 (PS3.4 Table K.4-1)") {
    NodeUnderTest node;
    schedule_steps(node, 1);
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0});
    auto const documents = element(0x0038, 0x0100, element(0xFFFE, 0xE000, key(0x0042, 0x0010, "Other")));
    auto const found = find(peer, key(0x0010, 0x0020) + documents);
    REQUIRE(found.pending.size() == 1);
    CHECK(found.pending[0].status() == 0xFF01);
}

TEST_CASE("a query that cannot be done is refused, and the association goes on (PS3.4 Table K.4-1)") {
    NodeUnderTest node;
    schedule_steps(node, 1);
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0});
    std::string deep;
    for (int depth = 0; depth < 100; ++depth) deep = element(0x0040, 0x0100, element(0xFFFE, 0xE000, deep));
    CHECK(find(peer, "garbage, no elements").status == 0xC000);
    CHECK(find(peer, deep).status == 0xC000);
    CHECK(find(peer, step_key(key(0x0040, 0x0002, "tomorrow"))).status == 0xC000);
    std::string huge = p_data(1, whole_command, find_request(worklist));
    for (int i = 0; i < 20; ++i) huge += p_data(1, data_set_fragment, std::string(100'000, 'x'));
    CHECK(peer.send(huge + p_data(1, last_fragment, "")));
    CHECK(answers(peer).status == 0xA700);
    // Another SOP Class than that of the presentation context.
    CHECK(peer.send(p_data(1, whole_command, find_request(study_root_find)) +
                    p_data(1, last_fragment, key(0x0010, 0x0020))));
    CHECK(answers(peer).status == 0x0122);
    CHECK(find(peer, key(0x0010, 0x0020)).pending.size() == 1);
}

TEST_CASE("a C-CANCEL ends a worklist query with FE00 (PS3.4 K.4.1.3)") {
    NodeUnderTest node;
    schedule_steps(node, 3);
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0});
    // The cancel is there before the first response is made.
    CHECK(peer.send(p_data(1, whole_command, find_request(worklist, 7)) +
                    p_data(1, last_fragment, key(0x0010, 0x0020)) + p_data(1, whole_command, cancel_request(7))));
    auto const cancelled = answers(peer);
    CHECK(cancelled.status == 0xFE00);
    CHECK(cancelled.pending.size() < 3);
}

TEST_CASE("fuzzy matching of names is agreed on, timezone adjustment is not (PS3.4 K.5.1)") {
    using namespace std::string_literals;
    using dimse::ExtendedNegotiation;
    auto const granted = [](std::string const& abstract_syntax, std::string const& information) {
        return dimse::granted_worklist_options(std::vector{ExtendedNegotiation{abstract_syntax, information}});
    };
    CHECK(granted(worklist, "\1\1\1\1"s) == std::vector{ExtendedNegotiation{worklist, "\1\1\1"s}});
    CHECK(granted(worklist, "\1\1\0"s) == std::vector{ExtendedNegotiation{worklist, "\1\1\0"s}});
    CHECK(granted(worklist, "\1\1"s).empty());
    CHECK(granted(study_root_find, "\1\1\1"s).empty());
}
