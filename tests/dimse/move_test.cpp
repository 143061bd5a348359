#include "dimse/move.h"

#include "dimse/listening_socket.h"
#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/support/command.h"

#include <doctest/doctest.h>

#include <chrono>
#include <filesystem>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* patient_root_move = "1.2.840.10008.5.1.4.1.2.1.2";
constexpr char const* study_root_move = "1.2.840.10008.5.1.4.1.2.2.2";
constexpr char const* patient_study_only_move = "1.2.840.10008.5.1.4.1.2.3.2";
constexpr char const* private_class = "1.3.46.670589.5.0.1.1";
constexpr int slices = 12;

void put_series(NodeUnderTest& node) {
    for (int i = 1; i <= slices; ++i)
        put(node,
            {.study = "1.2",
             .series = "1.2.1",
             .instance = "1.2.1." + std::to_string(i),
             .instance_number = std::to_string(i)});
}

dimse::RemoteAE at_port(std::string const& ae_title, std::uint16_t port) {
    return {.ae_title = *AETitle::parse(ae_title), .host = "127.0.0.1", .port = port};
}

// Where nobody listens any more.
std::uint16_t closed_port() {
    auto const listening = dimse::listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    return dimse::local_port(*listening);
}

std::string const study_keys = identifier({{query_level, "STUDY"}, {study_uid, "1.2"}});

}  // namespace

TEST_CASE("a C-MOVE sends what is below its level to a remote AE, in every model (PS3.4 C.4.2)") {
    NodeUnderTest destination;
    NodeUnderTest node{[&](dimse::ServerSettings& settings) { settings.remotes = {remote_ae(destination, "DEST")}; }};
    put_series(node);
    put(node, {.patient_id = "P2", .study = "1.3", .series = "1.3.1", .instance = "1.3.1.1"});
    struct Case {
        char const* sop_class;
        std::vector<std::pair<Tag, std::string>> keys;
        std::uint64_t stored_after;
    };
    for (auto const& [sop_class, keys, stored_after] : {
             Case{patient_study_only_move, {{query_level, "PATIENT"}, {patient_id, "P2"}}, 1},
             Case{study_root_move,
                  {{instance_uid, "1.2.1.3\\1.2.1.4"},
                   {query_level, "IMAGE"},
                   {study_uid, "1.2"},
                   {series_uid, "1.2.1"}},
                  3},
             Case{patient_root_move, {{query_level, "STUDY"}, {patient_id, "P1"}, {study_uid, "1.2"}}, 13},
         }) {
        CAPTURE(sop_class);
        QueryRetrieveScu scu{node, {sop_class}};
        auto const before = destination.disk().counts().instances;
        auto const answers = scu.move(identifier(keys), "DEST");
        CHECK(answers.status() == 0x0000);
        CHECK(destination.disk().counts().instances == stored_after);
        REQUIRE(answers.last.command.sub_operations);
        CHECK(answers.last.command.sub_operations->completed >= stored_after - before);
        CHECK_FALSE(answers.last.command.sub_operations->remaining);
    }
    CHECK(destination.await("C-STORE").calling_ae_title == "CASSETTE");
    CHECK(node.await("C-MOVE").matches == 1);
}

TEST_CASE("what is moved arrives as it is stored, on several associations where that is configured (PS3.4 C.4.2.2.1)") {
    NodeUnderTest destination;
    auto remote = remote_ae(destination, "DEST");
    remote.parallel_associations = 3;
    NodeUnderTest node{[&](dimse::ServerSettings& settings) { settings.remotes = {remote}; }};
    put_series(node);
    QueryRetrieveScu scu{node, {study_root_move}};
    auto const answers = scu.move(study_keys, "DEST");
    CHECK(answers.status() == 0x0000);
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{{}, slices, 0, 0});
    CHECK(destination.disk().counts().instances == slices);
    CHECK(destination.disk().objects().size() == slices);
    CHECK(node.disk().objects().size() == slices);
    for (auto const& object : node.disk().objects())
        CHECK(
            std::filesystem::exists(destination.disk().path() / std::filesystem::relative(object, node.disk().path())));
}

TEST_CASE("a Move Destination that nobody listed is unknown (PS3.4 Table C.4-2)") {
    NodeUnderTest node;
    put_series(node);
    QueryRetrieveScu scu{node, {study_root_move}};
    auto const answers = scu.move(study_keys, "NOBODY");
    CHECK(answers.status() == 0xA801);
    CHECK_FALSE(answers.last.command.error_comment.empty());
    CHECK(scu.move(identifier({{query_level, "SERIES"}, {study_uid, "1.2"}}), "NOBODY").status() == 0xA900);
}

TEST_CASE("a destination that cannot be reached fails them all, at once (PS3.4 Table C.4-2)") {
    NodeUnderTest node{[&](dimse::ServerSettings& settings) { settings.remotes = {at_port("DEST", closed_port())}; }};
    put_series(node);
    QueryRetrieveScu scu{node, {study_root_move}};
    auto const answers = scu.move(study_keys, "DEST");
    CHECK(answers.status() == 0xA702);
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{{}, 0, slices, 0});
    CHECK(answers.failed().starts_with("1.2.1.1\\1.2.1.2\\"));
    CHECK_FALSE(node.await("C-MOVE").error.empty());
}

TEST_CASE("what the destination does not take fails, and the others arrive (PS3.4 C.4.2.3.1)") {
    NodeUnderTest destination;
    NodeUnderTest node{[&](dimse::ServerSettings& settings) {
        settings.remotes = {remote_ae(destination, "DEST")};
        settings.accept_unknown_sop_classes = true;
    }};
    put_series(node);
    auto data_set = data_set_of({.study = "1.2", .series = "1.2.9", .instance = "1.2.9.1"});
    std::string padded_class{private_class};
    padded_class.resize(25, '\0');
    data_set.replace(data_set.find(ct_storage), 25, padded_class);
    put(node, RawObject{private_class, "1.2.9.1", implicit_little, data_set});
    QueryRetrieveScu scu{node, {study_root_move}};
    auto const answers = scu.move(study_keys, "DEST");
    CHECK(answers.status() == 0xB000);
    CHECK(answers.failed() == "1.2.9.1");
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{{}, slices, 1, 0});
}

TEST_CASE("a C-CANCEL ends a C-MOVE to a destination that says nothing (PS3.4 C.4.2.3.1)") {
    // It takes connections and never answers.
    auto const listening = dimse::listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    NodeUnderTest node{[&](dimse::ServerSettings& settings) {
        settings.remotes = {at_port("DEST", dimse::local_port(*listening))};
        settings.remotes.front().association_timeout = std::chrono::seconds{600};
    }};
    put_series(node);
    QueryRetrieveScu scu{node, {study_root_move}};
    auto command = dimse::command_of(dimse::CommandField::c_move_rq);
    command.affected_sop_class = study_root_move;
    command.move_destination = "DEST";
    auto& operations = scu.association().operations();
    auto const& context = scu.association().contexts().front();
    auto const message_id = operations.send(context, command, dimse::in_one_piece(study_keys));
    REQUIRE(message_id);
    REQUIRE(operations.cancel(context, *message_id));
    auto const reply = operations.await(*message_id);
    REQUIRE(reply);
    CHECK(reply->command.status == 0xFE00);
    CHECK(reply->command.sub_operations == dimse::SubOperations{slices, 0, 0, 0});
}

TEST_CASE("stock movescu works unmodified") {
    NodeUnderTest destination;
    NodeUnderTest node{[&](dimse::ServerSettings& settings) { settings.remotes = {remote_ae(destination, "DEST")}; }};
    put_series(node);
    auto const moved = run_command({"movescu", "-v", "-S", "-aem", "DEST", "-k", "QueryRetrieveLevel=STUDY", "-k",
                                    "StudyInstanceUID=1.2", "127.0.0.1", std::to_string(node.port())});
    if (moved.exit_code == 127) {
        MESSAGE("skipped: movescu is not installed");
        return;
    }
    CHECK_MESSAGE(moved.exit_code == 0, moved.all());
    CHECK(destination.disk().counts().instances == slices);
}
