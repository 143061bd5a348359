#include "dimse/store.h"

#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/support/command.h"

#include <doctest/doctest.h>
#include <sys/resource.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr std::uint8_t whole_command = command_fragment | last_fragment;
std::vector<Proposal> const ct_only{{1, ct_storage, {implicit_little}}};

std::string in_fragments(std::string_view data_set, std::size_t size) {
    std::string pdus;
    while (!data_set.empty()) {
        auto const fragment = data_set.substr(0, size);
        data_set.remove_prefix(fragment.size());
        pdus += p_data(1, data_set.empty() ? last_fragment : data_set_fragment, fragment);
    }
    return pdus;
}

std::optional<ReceivedMessage> store(ScriptedPeer& peer, StoreCommand const& command, std::string_view data_set) {
    peer.send(p_data(1, whole_command, store_request(command)) + in_fragments(data_set, 1000));
    return peer.receive_message();
}

std::string stored_bytes(NodeUnderTest& node, std::string const& instance) {
    auto const history = node.disk().archive().index.history(*SOPInstanceUID::parse(instance));
    REQUIRE(history);
    REQUIRE(history->size() == 1);
    auto const blob = node.disk().archive().blobs.open(history->front().blob);
    REQUIRE(blob);
    std::string bytes((*blob)->size(), '\0');
    REQUIRE((*blob)->read_at(0, std::as_writable_bytes(std::span{bytes})));
    return bytes;
}

// The least of this process' threads in the eyes of the scheduler.
int highest_nice_value() {
    int highest = -20;
    for (auto const& task : std::filesystem::directory_iterator{"/proc/self/task"}) {
        std::error_code gone;
        auto const thread = std::stoi(task.path().filename());
        if (std::filesystem::exists(task.path(), gone))
            highest = std::max(highest, getpriority(PRIO_PROCESS, static_cast<id_t>(thread)));
    }
    return highest;
}

}  // namespace

TEST_CASE("a C-STORE is answered with success when the data set is stored, byte for byte (PS3.4 B.2.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    auto const data_set = data_set_of({.pixels = 20'000});
    auto const response = store(peer, {.sop_instance = "1.2.3.1.1", .message_id = 3}, data_set);
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
    CHECK(number_in(response->command, 0x0100) == 0x8001);
    CHECK(number_in(response->command, 0x0120) == 3);
    CHECK(text_in(response->command, 0x0002) == std::string{ct_storage} + '\0');
    CHECK(text_in(response->command, 0x1000) == std::string{"1.2.3.1.1\0", 10});
    CHECK(text_in(response->command, 0x0902).empty());
    CHECK(stored_bytes(node, "1.2.3.1.1").ends_with(data_set));
    auto const observed = node.await("C-STORE");
    CHECK(observed.status == 0x0000);
    CHECK(observed.sop_instance == "1.2.3.1.1");
    CHECK(observed.bytes == data_set.size());
    CHECK(peer.release());
}

TEST_CASE("an association that stores leaves the processors to searches from then on, and no other does") {
    NodeUnderTest node;
    auto const usual = getpriority(PRIO_PROCESS, 0);
    ScriptedPeer looking{node.port()};
    REQUIRE(looking.associate({{1, verification, {implicit_little}}}) == std::vector{0});
    looking.send(p_data(1, whole_command, echo_request()));
    REQUIRE(looking.receive_message());
    CHECK(highest_nice_value() == usual);
    ScriptedPeer storing{node.port()};
    REQUIRE(storing.associate(ct_only) == std::vector{0});
    REQUIRE(store(storing, {.sop_instance = "1.2.3.1.1"}, data_set_of({})));
    CHECK(highest_nice_value() == std::min(usual + 10, 19));
    CHECK(getpriority(PRIO_PROCESS, 0) == usual);
    CHECK(storing.release());
    CHECK(looking.release());
}

TEST_CASE("fragments of one byte, and several in one PDU, make the same object") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    auto const data_set = data_set_of({});
    CHECK(
        peer.send(p_data(1, whole_command, store_request({.sop_instance = "1.2.3.1.1"})) + in_fragments(data_set, 1)));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
    CHECK(stored_bytes(node, "1.2.3.1.1").ends_with(data_set));
}

TEST_CASE("the last fragment may be empty (PS3.8 E.2)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    CHECK(peer.send(p_data(1, whole_command, store_request({.sop_instance = "1.2.3.1.1"})) +
                    p_data(1, data_set_fragment, data_set_of({})) + p_data(1, last_fragment, "")));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
}

TEST_CASE("an object whose pixels are not those it describes is stored with a warning (PS3.4 B.2.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    // 65,536 more pixels than the 16 bits of Columns (0028,0011) can say.
    auto const data_set = data_set_of({.pixels = 65'600});
    auto const response = store(peer, {.sop_instance = "1.2.3.1.1"}, data_set);
    REQUIRE(response);
    CHECK(response->status() == 0xB007);
    CHECK(text_in(response->command, 0x0902).starts_with("Data Set does not match SOP Class"));
    CHECK(stored_bytes(node, "1.2.3.1.1").ends_with(data_set));
    auto const observed = node.await("C-STORE");
    CHECK(observed.status == 0xB007);
    CHECK_FALSE(observed.warnings.empty());
}

TEST_CASE("a byte of padding behind the data set, which is odd then, is a warning (PS3.4 B.2.3)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    auto const response = store(peer, {.sop_instance = "1.2.3.1.1"}, data_set_of({}) + '\0');
    REQUIRE(response);
    CHECK(response->status() == 0xB006);
    CHECK(text_in(response->command, 0x0902).starts_with("Elements discarded"));
}

TEST_CASE("what cannot be stored is answered with its status and the association goes on (PS3.4 Table B.2-1)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    auto const good = data_set_of({});
    struct Refused {
        char const* what;
        StoreCommand command;
        std::string data_set;
        std::uint16_t status;
    };
    std::vector<Refused> const table{
        {"another SOP Instance UID than announced", {.sop_instance = "1.2.3.9"}, good, 0xA900},
        {"no DICOM", {.sop_instance = "1.2.3.1.1"}, std::string(5000, 'x'), 0xC000},
        {"a cut data set", {.sop_instance = "1.2.3.1.1"}, good.substr(0, good.size() - 50), 0xC000},
        {"no SOP Instance UID", {.sop_instance = ""}, good, 0x0117},
        {"no SOP Class UID", {.sop_class = "", .sop_instance = "1.2.3.1.1"}, good, 0x0122},
        {"a data set of odd length", {.sop_instance = "1.2.3.1.1"}, good + "x", 0xC000},
        {"a SOP Instance UID that is a path", {.sop_instance = "../../etc/passwd"}, good, 0x0117},
        {"a SOP Class that was not negotiated", {.sop_class = "1.2.3.4.5", .sop_instance = "1.2.3.1.1"}, good, 0x0122},
    };
    for (auto const& refused : table) {
        CAPTURE(refused.what);
        auto const response = store(peer, refused.command, refused.data_set);
        REQUIRE(response);
        CHECK(response->status() == refused.status);
        auto const comment = text_in(response->command, 0x0902);
        CHECK_FALSE(comment.empty());
        CHECK(comment.size() <= 64);
        auto const observed = node.await("C-STORE");
        CHECK(observed.status == refused.status);
        CHECK_FALSE(observed.error.empty());
    }
    CHECK(node.disk().counts().versions == 0);
    auto const response = store(peer, {.sop_instance = "1.2.3.1.1"}, good);
    REQUIRE(response);
    CHECK(response->status() == 0x0000);
    CHECK(node.disk().counts().instances == 1);
}

TEST_CASE("a C-STORE-RQ that says it has no data set is a mistyped argument (PS3.7 C.5.12)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate(ct_only) == std::vector{0});
    CHECK(peer.send(p_data(1, whole_command, store_request({.sop_instance = "1.2.3.1.1", .data_set_type = 0x0101}))));
    auto const response = peer.receive_message();
    REQUIRE(response);
    CHECK(response->status() == 0x0212);
}

TEST_CASE("an abort or a lost connection amid a C-STORE leaves nothing") {
    NodeUnderTest node;
    for (bool const aborts : {true, false}) {
        CAPTURE(aborts);
        ScriptedPeer peer{node.port()};
        REQUIRE(peer.associate(ct_only) == std::vector{0});
        auto const data_set = data_set_of({});
        CHECK(peer.send(p_data(1, whole_command, store_request({.sop_instance = "1.2.3.1.1"})) +
                        p_data(1, data_set_fragment, data_set)));
        if (aborts) CHECK(peer.send(std::string{"\x07\0\0\0\0\4\0\0\0\0", 10}));
        peer.close();
        auto const observed = node.await("C-STORE");
        CHECK_FALSE(observed.error.empty());
        node.await("A-ABORT");
    }
    CHECK(node.disk().counts().versions == 0);
    auto const none = [](BlobInfo const&) -> Result<void> { return fail(ErrorCode::conflict, "a blob"); };
    CHECK(node.disk().archive().blobs.for_each(none));
}

TEST_CASE("an HTJ2K object comes in as it is, which DCMTK's own provider could not do (PS3.5 10.18)") {
    NodeUnderTest node;
    ScriptedPeer peer{node.port()};
    REQUIRE(peer.associate({{1, ct_storage, {"1.2.840.10008.1.2.4.201"}}}) == std::vector{0});
    // Explicit VR: group | element | VR | length (2) | value
    auto const ui = [](std::uint16_t group, std::uint16_t number, std::string uid) {
        if (uid.size() % 2 != 0) uid += '\0';
        return little_endian(group, 2) + little_endian(number, 2) + "UI" + little_endian(uid.size(), 2) + uid;
    };
    auto const data_set = ui(0x0008, 0x0016, ct_storage) + ui(0x0008, 0x0018, "1.2.3.1.1") +
        ui(0x0020, 0x000D, "1.2.3") + ui(0x0020, 0x000E, "1.2.3.1");
    auto const response = store(peer, {.sop_instance = "1.2.3.1.1"}, data_set);
    REQUIRE(response);
    CHECK(response->status() == 0xB007);  // attributes of Type 2 are missing
    CHECK(stored_bytes(node, "1.2.3.1.1").ends_with(data_set));
}

TEST_CASE("an unknown SOP Class is taken where that is allowed") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.accept_unknown_sop_classes = true; }};
    ScriptedPeer peer{node.port()};
    std::string const class_uid = "1.3.46.670589.5.0.1.1";
    REQUIRE(peer.associate({{1, class_uid, {implicit_little}}}) == std::vector{0});
    auto data_set = element(0x0008, 0x0016, class_uid + '\0') + element(0x0008, 0x0018, "1.2.9 ") +
        element(0x0020, 0x000D, "1.2.3 ") + element(0x0020, 0x000E, "1.2.4 ");
    auto const response = store(peer, {.sop_class = class_uid, .sop_instance = "1.2.9"}, data_set);
    REQUIRE(response);
    CHECK(response->status() == 0xB007);
}

TEST_CASE("stock echoscu and storescu work unmodified") {
    NodeUnderTest node;
    TemporaryDirectory folder;
    // A Part 10 file: preamble, DICM, File Meta with its group length, data set.
    auto const ui = [](std::uint16_t number, std::string uid) {
        if (uid.size() % 2 != 0) uid += '\0';
        return little_endian(0x0002, 2) + little_endian(number, 2) + "UI" + little_endian(uid.size(), 2) + uid;
    };
    auto const meta = ui(0x0002, ct_storage) + ui(0x0003, "1.2.3.1.1") + ui(0x0010, implicit_little);
    auto const length = little_endian(0x0002, 2) + little_endian(0x0000, 2) + "UL" + little_endian(4, 2) +
        little_endian(meta.size(), 4);
    auto const data_set = data_set_of({.pixels = 200'000 / 2});
    write_file(folder / "ct.dcm", std::string(128, '\0') + "DICM" + length + meta + data_set);
    auto const port = std::to_string(node.port());

    auto const echoed = run_command({"echoscu", "-v", "127.0.0.1", port});
    CHECK_MESSAGE(echoed.exit_code == 0, echoed.all());
    auto const sent = run_command({"storescu", "-v", "127.0.0.1", port, (folder / "ct.dcm").string()});
    CHECK_MESSAGE(sent.exit_code == 0, sent.all());
    CHECK(stored_bytes(node, "1.2.3.1.1").size() > data_set.size());
    CHECK(node.disk().counts().instances == 1);
}
