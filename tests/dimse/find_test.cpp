#include "dimse/find.h"

#include "dimse/data_element.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/support/command.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::vector<Proposal> const all{{1, ct_storage, {implicit_little}},
                                {3, patient_root_find, {implicit_little}},
                                {5, study_root_find, {implicit_little}}};

struct Keys {
    std::string bytes;
    Keys& with(std::uint16_t group, std::uint16_t number, std::string value = {}) {
        if (value.size() % 2 != 0) value += ' ';
        bytes += element(group, number, value);
        return *this;
    }
};

struct Answers {
    std::vector<ReceivedMessage> pending;
    ReceivedMessage last;
    std::string value(std::size_t match, std::uint16_t group, std::uint16_t number) const {
        auto const elements = dimse::read_elements(std::as_bytes(std::span{pending.at(match).data_set}),
                                                   dimse::implicit_vr_little_endian);
        REQUIRE(elements);
        auto const found = std::ranges::find(*elements, Tag{group, number}, &dimse::DataElement::tag);
        REQUIRE(found != elements->end());
        return std::string{dimse::without_padding(found->value)};
    }
};

Answers answers(ScriptedPeer& peer) {
    Answers all_answers;
    while (true) {
        auto message = peer.receive_message();
        REQUIRE(message);
        if ((message->status() & 0xFF00) != 0xFF00) {
            all_answers.last = *message;
            return all_answers;
        }
        all_answers.pending.push_back(*message);
    }
}

Answers find(ScriptedPeer& peer, Keys const& keys, std::uint8_t context = 5) {
    auto const model = context == 3 ? patient_root_find : study_root_find;
    CHECK(
        peer.send(p_data(context, whole_command, find_request(model, 7)) + p_data(context, last_fragment, keys.bytes)));
    return answers(peer);
}

void store(ScriptedPeer& peer, CtSlice const& slice) {
    CHECK(peer.send(p_data(1, whole_command, store_request({.sop_instance = slice.instance})) +
                    p_data(1, last_fragment, data_set_of(slice))));
    auto const response = peer.receive_message();
    REQUIRE(response);
    REQUIRE(response->status() == 0x0000);
}

}  // namespace

TEST_CASE("a study is found by its keys, at every level of both models (PS3.4 C.6.1, C.6.2)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    store(peer, {.patient_name = "M\xFCller^J\xFCrgen"});
    store(peer, {.patient_name = "M\xFCller^J\xFCrgen", .instance = "1.2.3.1.2", .instance_number = "2"});

    auto const patients =
        find(peer, Keys{}.with(0x0008, 0x0052, "PATIENT").with(0x0010, 0x0010).with(0x0010, 0x0020, "P1"), 3);
    REQUIRE(patients.pending.size() == 1);
    CHECK(patients.pending[0].status() == 0xFF00);
    CHECK(patients.last.status() == 0x0000);
    CHECK(number_in(patients.last.command, 0x0120) == 7);
    CHECK(patients.value(0, 0x0010, 0x0010) == "Müller^Jürgen");
    CHECK(patients.value(0, 0x0008, 0x0005) == "ISO_IR 192");

    auto const studies = find(peer,
                              Keys{}
                                  .with(0x0008, 0x0005, "ISO_IR 100")
                                  .with(0x0008, 0x0052, "STUDY")
                                  .with(0x0010, 0x0010, "m\xFCller*")
                                  .with(0x0020, 0x000D)
                                  .with(0x0020, 0x1208));
    REQUIRE(studies.pending.size() == 1);
    CHECK(studies.value(0, 0x0010, 0x0010) == "M\xFCller^J\xFCrgen");
    CHECK(studies.value(0, 0x0008, 0x0005) == "ISO_IR 100");
    CHECK(studies.value(0, 0x0020, 0x000D) == "1.2.3");
    CHECK(studies.value(0, 0x0020, 0x1208) == "2");

    auto const series = find(
        peer,
        Keys{}.with(0x0008, 0x0052, "SERIES").with(0x0008, 0x0060).with(0x0020, 0x000D, "1.2.3").with(0x0020, 0x000E));
    REQUIRE(series.pending.size() == 1);
    CHECK(series.value(0, 0x0008, 0x0060) == "CT");
    CHECK(series.value(0, 0x0020, 0x000E) == "1.2.3.1");

    auto const images = find(peer,
                             Keys{}
                                 .with(0x0008, 0x0018)
                                 .with(0x0008, 0x0052, "IMAGE")
                                 .with(0x0018, 0x0050)
                                 .with(0x0020, 0x000D, "1.2.3")
                                 .with(0x0020, 0x000E, "1.2.3.1")
                                 .with(0x0020, 0x0013)
                                 .with(0x0028, 0x0010));
    REQUIRE(images.pending.size() == 2);
    CHECK(images.value(0, 0x0008, 0x0018) == "1.2.3.1.1");
    CHECK(images.value(1, 0x0008, 0x0018) == "1.2.3.1.2");
    CHECK(images.value(1, 0x0018, 0x0050) == "1.25");
    CHECK(images.value(1, 0x0028, 0x0010) == std::string{"\x01"});
    CHECK(peer.release());
}

TEST_CASE("no match is success at once") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    auto const none = find(peer, Keys{}.with(0x0008, 0x0052, "STUDY").with(0x0010, 0x0020, "nobody"));
    CHECK(none.pending.empty());
    CHECK(none.last.status() == 0x0000);
    CHECK(number_in(none.last.command, 0x0800) == 0x0101);
    auto const observed = node.await("C-FIND");
    CHECK(observed.matches == 0);
    CHECK(observed.status == 0x0000);
}

TEST_CASE(
    "an identifier that is not of the model is refused with the offending element (PS3.4 C.4.1.1.3.1, C.4.1.1.4)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    auto const offending = [](Answers const& refused) {
        CHECK(refused.pending.empty());
        CHECK(refused.last.status() == 0xA900);
        return text_in(refused.last.command, 0x0901);
    };
    auto const tag = [](std::uint16_t group, std::uint16_t number) {
        return little_endian(group, 2) + little_endian(number, 2);
    };
    CHECK(offending(find(peer, Keys{}.with(0x0010, 0x0020, "P1"))) == tag(0x0008, 0x0052));
    CHECK(offending(find(peer, Keys{}.with(0x0008, 0x0052, "PATIENT"))) == tag(0x0008, 0x0052));
    CHECK(offending(find(peer, Keys{}.with(0x0008, 0x0052, "STUDY"), 3)) == tag(0x0010, 0x0020));
    CHECK(offending(find(peer, Keys{}.with(0x0008, 0x0052, "SERIES"))) == tag(0x0020, 0x000D));
    CHECK(offending(find(peer, Keys{}.with(0x0008, 0x0052, "IMAGE").with(0x0020, 0x000D, "1.2"))) ==
          tag(0x0020, 0x000E));
    CHECK(node.await("C-FIND").status == 0xA900);
}

TEST_CASE("an identifier that cannot be read is answered and the association goes on (PS3.4 Table C.4-1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    std::string deep;
    for (int depth = 0; depth < 100; ++depth) deep = element(0x0040, 0x0275, element(0xFFFE, 0xE000, deep));
    for (auto const& bytes : {std::string{"garbage, no elements"}, deep})
        CHECK(find(peer, Keys{bytes}).last.status() == 0xC000);
    std::string pdus = p_data(5, whole_command, find_request(study_root_find));
    for (int i = 0; i < 20; ++i) pdus += p_data(5, data_set_fragment, std::string(100'000, 'x'));
    CHECK(peer.send(pdus + p_data(5, last_fragment, "")));
    CHECK(answers(peer).last.status() == 0xA700);
    CHECK(find(peer, Keys{}.with(0x0008, 0x0052, "STUDY")).last.status() == 0x0000);
}

TEST_CASE("a key that cannot be matched on is said so by status FF01 (PS3.4 Table C.4-1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    store(peer, {});
    auto const found = find(peer, Keys{}.with(0x0008, 0x0052, "STUDY").with(0x0018, 0x0050, "5"));
    REQUIRE(found.pending.size() == 1);
    CHECK(found.pending[0].status() == 0xFF01);
    CHECK(found.value(0, 0x0018, 0x0050) == "1.25");
}

TEST_CASE("Request Attributes Sequence matches (PS3.4 C.2.2.2.6)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    store(peer, {});
    auto const asked = [&](std::string const& step) {
        auto const item_value = element(0x0040, 0x0009, step) + element(0x0040, 0x1001, "");
        return find(peer,
                    Keys{}
                        .with(0x0008, 0x0052, "SERIES")
                        .with(0x0020, 0x000D, "1.2.3")
                        .with(0x0040, 0x0275, element(0xFFFE, 0xE000, item_value)));
    };
    auto const found = asked("SPS1");
    REQUIRE(found.pending.size() == 1);
    CHECK(found.pending[0].status() == 0xFF00);
    CHECK(found.value(0, 0x0040, 0x0275) == "");
    CHECK(found.pending[0].data_set.ends_with(element(0x0040, 0x0009, "SPS1") + element(0x0040, 0x1001, "RP1 ")));
    CHECK(asked("SPS2").pending.empty());
}

TEST_CASE("a C-CANCEL ends a search with FE00 (PS3.7 9.3.2.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    for (int i = 1; i <= 3; ++i) {
        auto const number = std::to_string(i);
        store(peer, {.study = "1.2." + number, .series = "1.3." + number, .instance = "1.4." + number});
    }
    auto const keys = Keys{}.with(0x0008, 0x0052, "STUDY").with(0x0020, 0x000D);
    // The cancel is there before the first response is made.
    CHECK(peer.send(p_data(5, whole_command, find_request(study_root_find, 7)) + p_data(5, last_fragment, keys.bytes) +
                    p_data(5, whole_command, cancel_request(7))));
    auto const cancelled = answers(peer);
    CHECK(cancelled.pending.empty());
    CHECK(cancelled.last.status() == 0xFE00);
    // One for another message changes nothing.
    CHECK(peer.send(p_data(5, whole_command, find_request(study_root_find, 8)) + p_data(5, last_fragment, keys.bytes) +
                    p_data(5, whole_command, cancel_request(7))));
    auto const whole = answers(peer);
    CHECK(whole.pending.size() == 3);
    CHECK(whole.last.status() == 0x0000);
}

TEST_CASE("another request before the last response breaks the association (PS3.7 D.3.3.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    store(peer, {});
    auto const keys = Keys{}.with(0x0008, 0x0052, "STUDY").with(0x0020, 0x000D);
    auto const request =
        p_data(5, whole_command, find_request(study_root_find, 7)) + p_data(5, last_fragment, keys.bytes);
    CHECK(peer.send(request + request));
    CHECK_FALSE(peer.receive_message());
    CHECK(node.await("A-ABORT").error == "a request before the last one was answered");
}

TEST_CASE("many matches stream, and a peer that goes amid them ends it") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
    constexpr int count = 200;
    for (int i = 1; i <= count; ++i) {
        auto const number = std::to_string(i);
        store(peer,
              {.study_description = std::string(60, 'x'),
               .study = "1.2." + number,
               .series = "1.3." + number,
               .instance = "1.4." + number});
    }
    auto const keys =
        Keys{}.with(0x0008, 0x0052, "STUDY").with(0x0008, 0x1030).with(0x0010, 0x0010).with(0x0020, 0x000D);
    CHECK(find(peer, keys).pending.size() == count);
    CHECK(node.await("C-FIND").matches == count);
    CHECK(peer.send(p_data(5, whole_command, find_request(study_root_find)) + p_data(5, last_fragment, keys.bytes)));
    peer.close();
    node.await("C-FIND");
    node.await("A-ABORT");
    ScriptedPeer next{node.port()};
    CHECK(next.associate(all) == std::vector{0, 0, 0});
}

TEST_CASE("stock findscu works unmodified") {
    NodeUnderTest node;
    {
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(all) == std::vector{0, 0, 0});
        store(peer, {});
        CHECK(peer.release());
    }
    auto const port = std::to_string(node.port());
    auto const found = run_command({"findscu", "-v", "-S", "-k", "QueryRetrieveLevel=STUDY", "-k", "StudyInstanceUID",
                                    "-k", "PatientName=DOE*", "-k", "ModalitiesInStudy", "127.0.0.1", port});
    CHECK_MESSAGE(found.exit_code == 0, found.all());
    CHECK_MESSAGE(found.all().find("[1.2.3") != std::string::npos, found.all());
    CHECK_MESSAGE(found.all().find("[Doe^Jane]") != std::string::npos, found.all());
}
