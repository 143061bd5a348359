#include "dimse/performed_step.h"

#include "archive/clinical/performed_step.h"
#include "archive/clinical/scheduled_step.h"
#include "archive/clinical/worklist.h"
#include "dimse/command_set.h"
#include "dimse/data_element.h"
#include "schema/uid.h"
#include "tests/archive/clinical/worklist_sample.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/dimse/step_data_sets.h"

#include <boost/json/object.hpp>
#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::testing;
using dimse::CommandField;
using dimse::CommandSet;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::string const step_class{dimse::performed_procedure_step};
std::string const retrieve_class{dimse::performed_procedure_step_retrieve};
std::vector<Proposal> const all{{1, step_class, {explicit_little}}, {3, retrieve_class, {implicit_little}}};

CommandSet command(CommandField field, std::string const& uid = "1.9.1") {
    CommandSet set{.command_field = static_cast<std::uint16_t>(field), .message_id = 7, .has_data_set = true};
    bool const creates = field == CommandField::n_create_rq;
    (creates ? set.affected_sop_class : set.requested_sop_class) = step_class;
    (creates ? set.affected_sop_instance : set.requested_sop_instance) = uid;
    return set;
}

ReceivedMessage answer(ScriptedPeer& peer, CommandSet const& set, std::string const& data_set,
                       std::uint8_t context = 1) {
    auto bytes = p_data(context, whole_command, dimse::write_request(set));
    if (set.has_data_set) bytes += p_data(context, last_fragment, data_set);
    CHECK(peer.send(bytes));
    auto message = peer.receive_message();
    REQUIRE(message);
    return *message;
}

std::uint16_t status_of(ScriptedPeer& peer, CommandSet const& set, std::string const& data_set) {
    return answer(peer, set, data_set).status();
}

std::string at(Tag tag) { return little_endian(tag.group, 2) + little_endian(tag.element, 2); }

std::string value_in(std::string const& data_set, Tag tag, ElementEncoding encoding) {
    auto const elements = dimse::read_elements(std::as_bytes(std::span{data_set}), encoding);
    REQUIRE(elements);
    auto const found = std::ranges::find(*elements, tag, &dimse::DataElement::tag);
    REQUIRE(found != elements->end());
    return std::string{dimse::without_padding(found->value)};
}

std::string uid_in(std::string_view command_bytes) {
    return std::string{dimse::without_padding(text_in(command_bytes, 0x1000))};
}

std::string scheduled_status(NodeUnderTest& node) {
    std::string status;
    REQUIRE(node.disk().archive().index.worklist().find({}, [&](ScheduledStep const& step) {
        status += step.status;
        return Result<void>{};
    }));
    return status;
}

}  // namespace

TEST_CASE("a modality tells what it performs, and the worklist moves along (PS3.4 F.7.2)") {
    NodeUnderTest node;
    REQUIRE(schedule(node.disk().archive().index, {"test"}, *scheduled_steps(sample_item())));
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0});
    auto const created = answer(peer, command(CommandField::n_create_rq), step_created());
    CHECK(created.status() == 0x0000);
    CHECK(number_in(created.command, 0x0100) == 0x8140);
    CHECK(uid_in(created.command) == "1.9.1");
    CHECK(scheduled_status(node) == "STARTED");
    CHECK(node.await("N-CREATE").sop_instance == "1.9.1");
    CHECK(status_of(peer, command(CommandField::n_set_rq), step_ended("COMPLETED")) == 0x0000);
    CHECK(scheduled_status(node) == "COMPLETED");

    auto const late = answer(peer, command(CommandField::n_set_rq), step_ended("DISCONTINUED"));
    CHECK(late.status() == 0x0110);
    CHECK(number_in(late.command, 0x0903) == 0xA710);
    CHECK(text_in(late.command, 0x0902).starts_with("Performed Procedure Step Object may no longer be updated"));
    CHECK(scheduled_status(node) == "COMPLETED");
    CHECK(peer.release());
}

TEST_CASE("a step without a UID gets one, and its response says which (PS3.7 10.1.5.1.4)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0});
    auto const created = answer(peer, command(CommandField::n_create_rq, ""), step_created());
    CHECK(created.status() == 0x0000);
    auto const uid = uid_in(created.command);
    CHECK(is_valid_uid(uid));
    CHECK(status_of(peer, command(CommandField::n_set_rq, uid), step_ended("DISCONTINUED")) == 0x0000);
}

TEST_CASE("what is wrong with a step is told by status and attributes (PS3.7 C.5, PS3.4 Table F.7.2-1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0});
    auto const create = command(CommandField::n_create_rq);
    auto const set = command(CommandField::n_set_rq);

    auto const missing = answer(peer, create, step_created_without({0x0040, 0x0253}));
    CHECK(missing.status() == 0x0120);
    CHECK(text_in(missing.command, 0x1005) == at({0x0040, 0x0253}));
    auto const empty = answer(peer, create, step_created_with({{0x0040, 0x0253}, "SH", ""}));
    CHECK(empty.status() == 0x0121);
    CHECK(value_in(empty.data_set, {0x0040, 0x0253}, dimse::explicit_vr_little_endian).empty());
    auto const wrong = answer(peer, create, step_created_with({{0x0040, 0x0252}, "CS", "COMPLETED"}));
    CHECK(wrong.status() == 0x0106);
    CHECK(value_in(wrong.data_set, {0x0040, 0x0252}, dimse::explicit_vr_little_endian) == "COMPLETED");

    CHECK(status_of(peer, set, step_ended("COMPLETED")) == 0x0112);
    CHECK(status_of(peer, create, step_created()) == 0x0000);
    CHECK(status_of(peer, create, step_created()) == 0x0111);
    auto const other = answer(peer, set, data_set_of(TextAttribute{{0x0010, 0x0020}, "LO", "P2"}));
    CHECK(other.status() == 0x0105);
    CHECK(text_in(other.command, 0x1005) == at({0x0010, 0x0020}));
    CHECK(status_of(peer, set, data_set_of(TextAttribute{{0x0040, 0x0252}, "CS", "COMPLETED"})) == 0x0121);
    CHECK(status_of(peer, command(CommandField::n_create_rq, "no uid"), step_created()) == 0x0117);
}

TEST_CASE("what is no step at all is refused, and the association goes on") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0});
    auto const create = command(CommandField::n_create_rq);
    CHECK(answer(peer, create, "garbage, no elements").status() == 0x0110);
    CHECK(answer(peer, create, bottomless_data_set()).status() != 0x0000);
    auto without = create;
    without.has_data_set = false;
    CHECK(answer(peer, without, "").status() == 0x0120);
    auto other = create;
    other.affected_sop_class = ct_storage;
    CHECK(answer(peer, other, step_created()).status() == 0x0118);
    CHECK(answer(peer, command(CommandField::n_delete_rq), step_created()).status() == 0x0211);
    std::string huge = p_data(1, whole_command, dimse::write_request(create));
    for (int i = 0; i < 50; ++i) huge += p_data(1, data_set_fragment, std::string(100'000, 'x'));
    CHECK(peer.send(huge + p_data(1, last_fragment, "")));
    CHECK(peer.receive_message()->status() == 0x0213);
    CHECK(status_of(peer, create, step_created()) == 0x0000);
}

TEST_CASE("a performed step is read again, whole or by attributes (PS3.4 F.8.2)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0});
    REQUIRE(status_of(peer, command(CommandField::n_create_rq), step_created()) == 0x0000);
    CommandSet get{.command_field = static_cast<std::uint16_t>(CommandField::n_get_rq), .message_id = 8};
    get.requested_sop_class = retrieve_class;
    get.requested_sop_instance = "1.9.1";
    auto const whole = answer(peer, get, "", 3);
    CHECK(whole.status() == 0x0000);
    CHECK(value_in(whole.data_set, {0x0040, 0x0253}, dimse::implicit_vr_little_endian) == "PPS1");
    get.attribute_identifiers = {{0x0040, 0x0252}, {0x0008, 0x0060}};
    auto const some = answer(peer, get, "", 3);
    CHECK(some.data_set ==
          element(0x0008, 0x0005, "ISO_IR 192") + element(0x0008, 0x0060, "CT") +
              element(0x0040, 0x0252, "IN PROGRESS "));
    get.requested_sop_instance = "1.9.2";
    CHECK(answer(peer, get, "", 3).status() == 0x0112);
    get.requested_sop_class = step_class;
    CHECK(answer(peer, get, "", 3).status() == 0x0118);
}
