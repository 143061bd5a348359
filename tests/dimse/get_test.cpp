#include "dimse/get.h"

#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"
#include "tests/support/command.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* patient_root_get = "1.2.840.10008.5.1.4.1.2.1.3";
constexpr char const* study_root_get = "1.2.840.10008.5.1.4.1.2.2.3";
constexpr char const* patient_study_only_get = "1.2.840.10008.5.1.4.1.2.3.3";
constexpr char const* private_class = "1.3.46.670589.5.0.1.1";

std::vector<dimse::ProposedContext> const ct_implicit{{0, ct_storage, {implicit_little}}};

// Patient P1: study 1.2 with series 1.2.1 (instances .1 and .2) and 1.2.2 (instance .1), study 1.3. Patient P2: study
// 1.4.
void put_sample(NodeUnderTest& node) {
    put(node, {.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"});
    put(node, {.study = "1.2", .series = "1.2.1", .instance = "1.2.1.2", .instance_number = "2"});
    put(node, {.study = "1.2", .series = "1.2.2", .instance = "1.2.2.1", .series_number = "2"});
    put(node, {.study = "1.3", .series = "1.3.1", .instance = "1.3.1.1"});
    put(node, {.patient_id = "P2", .study = "1.4", .series = "1.4.1", .instance = "1.4.1.1"});
}

std::vector<std::string> uids_of(QueryRetrieveScu const& scu) {
    std::vector<std::string> uids;
    for (auto const& object : scu.arrived()) uids.push_back(object.command.affected_sop_instance);
    std::ranges::sort(uids);
    return uids;
}

using Uids = std::vector<std::string>;

}  // namespace

TEST_CASE("a C-GET gives what is below its level, in every model (PS3.4 C.6.1.2.2, C.6.2.2.2, C.6.3.2.2)") {
    NodeUnderTest node;
    put_sample(node);
    struct Case {
        char const* sop_class;
        std::vector<std::pair<Tag, std::string>> keys;
        Uids expected;
    };
    for (auto const& [sop_class, keys, expected] : {
             Case{patient_root_get,
                  {{query_level, "PATIENT"}, {patient_id, "P1"}},
                  {"1.2.1.1", "1.2.1.2", "1.2.2.1", "1.3.1.1"}},
             Case{patient_root_get, {{query_level, "STUDY"}, {patient_id, "P1"}, {study_uid, "1.3"}}, {"1.3.1.1"}},
             Case{patient_root_get, {{query_level, "STUDY"}, {patient_id, "P2"}, {study_uid, "1.3"}}, {}},
             Case{study_root_get, {{query_level, "STUDY"}, {study_uid, "1.3\\1.4"}}, {"1.3.1.1", "1.4.1.1"}},
             Case{study_root_get,
                  {{query_level, "SERIES"}, {study_uid, "1.2"}, {series_uid, "1.2.1"}},
                  {"1.2.1.1", "1.2.1.2"}},
             Case{study_root_get,
                  {{instance_uid, "1.2.1.2"}, {query_level, "IMAGE"}, {study_uid, "1.2"}, {series_uid, "1.2.1"}},
                  {"1.2.1.2"}},
             Case{patient_study_only_get, {{query_level, "PATIENT"}, {patient_id, "P2"}}, {"1.4.1.1"}},
             Case{study_root_get, {{query_level, "STUDY"}, {study_uid, "9.9"}}, {}},
         }) {
        CAPTURE(sop_class);
        CAPTURE(keys.back().second);
        QueryRetrieveScu scu{node, {sop_class, ct_implicit}};
        auto const answers = scu.get(identifier(keys));
        CHECK(answers.status() == 0x0000);
        CHECK(uids_of(scu) == expected);
        CHECK(answers.last.command.sub_operations ==
              dimse::SubOperations{{}, static_cast<std::uint16_t>(expected.size()), 0, 0});
        CHECK(scu.association().release());
    }
}

TEST_CASE("a data set is sent byte for byte as it is stored, and pending responses count (PS3.4 C.4.3.1.4)") {
    NodeUnderTest node;
    put_sample(node);
    QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
    auto const answers = scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.2"}}));
    REQUIRE(scu.arrived().size() == 3);
    CHECK(scu.arrived()[0].data_set == data_set_of({.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"}));
    CHECK(scu.arrived()[0].command.move_originator.empty());
    REQUIRE(answers.pending.size() == 2);
    CHECK(answers.pending[0].command.sub_operations == dimse::SubOperations{2, 1, 0, 0});
    CHECK(answers.pending[1].command.sub_operations == dimse::SubOperations{1, 2, 0, 0});
    CHECK(node.await("C-GET").matches == 3);
}

TEST_CASE("what no accepted context takes fails, and the others go on (PS3.4 C.4.3.3.1)") {
    NodeUnderTest node{[](dimse::ServerSettings& settings) { settings.accept_unknown_sop_classes = true; }};
    put_sample(node);
    auto data_set = data_set_of({.study = "1.3", .series = "1.3.1", .instance = "1.3.1.9"});
    std::string padded_class{private_class};
    padded_class.resize(25, '\0');
    data_set.replace(data_set.find(ct_storage), 25, padded_class);
    put(node, RawObject{private_class, "1.3.1.9", implicit_little, data_set});
    QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
    auto const some = scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.3"}}));
    CHECK(some.status() == 0xB000);
    CHECK(some.failed() == "1.3.1.9");
    CHECK(some.last.command.sub_operations == dimse::SubOperations{{}, 1, 1, 0});
    CHECK(uids_of(scu) == Uids{"1.3.1.1"});
    auto const none = scu.get(
        identifier({{instance_uid, "1.3.1.9"}, {query_level, "IMAGE"}, {study_uid, "1.3"}, {series_uid, "1.3.1"}}));
    CHECK(none.status() == 0xA702);
    CHECK(none.failed() == "1.3.1.9");
}

TEST_CASE("without the SCP role nothing can be sent (PS3.7 D.3.3.4)") {
    NodeUnderTest node;
    put_sample(node);
    QueryRetrieveScu scu{node, {.sop_class = study_root_get, .storage = ct_implicit, .propose_roles = false}};
    CHECK(scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.3"}})).status() == 0xA702);
    CHECK(scu.arrived().empty());
}

TEST_CASE("an instance goes in another transfer syntax where its own is not accepted (PS3.5 10.1)") {
    NodeUnderTest node;
    put_sample(node);
    QueryRetrieveScu scu{node, {study_root_get, {{0, ct_storage, {explicit_little}}}}};
    auto const answers = scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.3"}}));
    CHECK(answers.status() == 0x0000);
    REQUIRE(scu.arrived().size() == 1);
    CHECK(scu.arrived()[0].transfer_syntax == explicit_little);
    CHECK(value_in(scu.arrived()[0], instance_uid) == "1.3.1.1");
    CHECK(value_in(scu.arrived()[0], {0x7FE0, 0x0010}) == std::string(128, '\x11'));
}

TEST_CASE("the statuses of sub-operations are counted (PS3.4 C.4.3.1.6 to C.4.3.1.9)") {
    NodeUnderTest node;
    put_sample(node);
    QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
    scu.on_store = [](ArrivedObject const& object) -> std::uint16_t {
        if (object.command.affected_sop_instance == "1.2.1.1") return 0xB000;
        return object.command.affected_sop_instance == "1.2.1.2" ? 0xA700 : 0x0000;
    };
    auto const answers = scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.2"}}));
    CHECK(answers.status() == 0xB000);
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{{}, 1, 1, 1});
    CHECK(answers.failed() == "1.2.1.2");
}

TEST_CASE("a C-CANCEL ends a C-GET after the sub-operation that runs (PS3.4 C.4.3.3.1)") {
    NodeUnderTest node;
    put_sample(node);
    QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
    scu.cancel_at = 1;
    auto const answers = scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.2"}}));
    CHECK(answers.status() == 0xFE00);
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{2, 1, 0, 0});
    CHECK(scu.arrived().size() == 1);
    scu.cancel_at = 0;
    CHECK(scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.3"}})).status() == 0x0000);
}

TEST_CASE("an identifier that is not of the model is refused with its offending element (PS3.4 Table C.4-3)") {
    NodeUnderTest node;
    QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
    CHECK(scu.get(identifier({{query_level, "PATIENT"}, {patient_id, "P1"}})).status() == 0xA900);
    CHECK(scu.get(identifier({{query_level, "SERIES"}, {series_uid, "1.2.1"}})).status() == 0xA900);
    CHECK(scu.get("garbage, no elements").status() == 0xC000);
    CHECK(node.await("C-GET").error == "no Query/Retrieve Level of the model");
}

TEST_CASE("a relational retrieval is agreed on before it is made (PS3.4 C.5.3.1)") {
    NodeUnderTest node;
    put_sample(node);
    auto const keys = identifier({{instance_uid, "1.2.1.2\\1.4.1.1"}, {query_level, "IMAGE"}});
    QueryRetrieveScu strict{node, {study_root_get, ct_implicit}};
    CHECK_FALSE(strict.granted());
    CHECK(strict.get(keys).status() == 0xA900);
    QueryRetrieveScu relational{node, {study_root_get, ct_implicit, "\1"}};
    CHECK(relational.granted() == "\1");
    CHECK(relational.get(keys).status() == 0x0000);
    CHECK(uids_of(relational) == Uids{"1.2.1.2", "1.4.1.1"});
}

TEST_CASE("a requestor that goes amid a C-GET ends it") {
    NodeUnderTest node;
    put_sample(node);
    {
        QueryRetrieveScu scu{node, {study_root_get, ct_implicit}};
        auto command = dimse::command_of(dimse::CommandField::c_get_rq);
        command.affected_sop_class = study_root_get;
        auto const keys = identifier({{query_level, "STUDY"}, {study_uid, "1.2"}});
        REQUIRE(scu.association().operations().send(scu.association().contexts().front(), command,
                                                    dimse::in_one_piece(keys)));
        CHECK(scu.association().exchange().flush());
    }
    CHECK(node.await("C-GET").matches < 3);
    node.await("A-ABORT");
}

TEST_CASE("stock getscu works unmodified") {
    NodeUnderTest node;
    put_sample(node);
    TemporaryDirectory const folder;
    auto const got = run_command({"getscu", "-v", "-S", "-od", folder.path().string(), "-k", "QueryRetrieveLevel=STUDY",
                                  "-k", "StudyInstanceUID=1.2", "127.0.0.1", std::to_string(node.port())});
    if (got.exit_code == 127) {
        MESSAGE("skipped: getscu is not installed");
        return;
    }
    CHECK_MESSAGE(got.exit_code == 0, got.all());
    auto const files = std::distance(std::filesystem::directory_iterator{folder.path()}, {});
    CHECK_MESSAGE(files == 3, got.all());
}
