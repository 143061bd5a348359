// What is agreed on before a C-FIND, what its responses hold, and that they stream.

#include "dimse/find.h"

#include "tests/dimse/many_studies.h"
#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <fstream>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* patient_study_only_find = "1.2.840.10008.5.1.4.1.2.3.1";

// Study 1.2 of P1 on 2024-01-31 at 10:15, study 1.3 of P2.
void put_two_studies(NodeUnderTest& node) {
    put(node, {.patient_name = "Meyer^Anna Maria", .study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"});
    put(node,
        {.patient_name = "Doe^Jane",
         .patient_id = "P2",
         .study_date = "20240301",
         .study = "1.3",
         .series = "1.3.1",
         .instance = "1.3.1.1"});
}

std::size_t matches(NodeUnderTest const& node, std::string const& extended, std::string const& keys) {
    QueryRetrieveScu scu{node, {.sop_class = study_root_find, .extended = extended}};
    auto const answers = scu.find(keys);
    CHECK(answers.status() == 0x0000);
    return answers.pending.size();
}

}  // namespace

TEST_CASE("Patient/Study Only has two levels (PS3.4 C.6.3)") {
    NodeUnderTest node;
    put_two_studies(node);
    QueryRetrieveScu scu{node, {patient_study_only_find}};
    CHECK(scu.find(identifier({{query_level, "PATIENT"}, {patient_id, "P1"}})).pending.size() == 1);
    CHECK(scu.find(identifier({{query_level, "STUDY"}, {patient_id, "P1"}, {study_uid, ""}})).pending.size() == 1);
    CHECK(scu.find(identifier({{query_level, "STUDY"}, {study_uid, ""}})).status() == 0xA900);
    CHECK(scu.find(identifier({{query_level, "SERIES"}, {patient_id, "P1"}, {study_uid, "1.2"}})).status() == 0xA900);
}

TEST_CASE("relational queries need no keys above their level, once they are agreed on (PS3.4 C.4.1.2.2.1, C.5.1.1)") {
    NodeUnderTest node;
    put_two_studies(node);
    auto const keys = identifier({{query_level, "SERIES"}, {patient_id, "P2"}, {series_uid, ""}});
    QueryRetrieveScu strict{node, {study_root_find}};
    CHECK_FALSE(strict.granted());
    CHECK(strict.find(keys).status() == 0xA900);
    QueryRetrieveScu relational{node, {.sop_class = study_root_find, .extended = "\1"}};
    CHECK(relational.granted() == "\1");
    CHECK(relational.find(keys).pending.size() == 1);
}

TEST_CASE("person names match by their words, once that is agreed on (PS3.4 C.4.1.2.2.3, C.5.1.1)") {
    NodeUnderTest node;
    put_two_studies(node);
    std::string const keys = identifier({{query_level, "STUDY"}, {{0x0010, 0x0010}, "maria meyer"}});
    CHECK(matches(node, "", keys) == 0);
    CHECK(matches(node, std::string{"\0\0\1", 3}, keys) == 1);
}

TEST_CASE("dates and times are one range, once that is agreed on (PS3.4 C.4.1.2.2.2, C.5.1.1)") {
    NodeUnderTest node;
    put_two_studies(node);
    // From the 30th, 20:00 to the 31st, 22:00. Taken apart, no time lies in both.
    auto const keys = identifier(
        {{{0x0008, 0x0020}, "20240130-20240131"}, {{0x0008, 0x0030}, "200000-220000"}, {query_level, "STUDY"}});
    CHECK(matches(node, "", keys) == 0);
    CHECK(matches(node, std::string{"\0\1", 2}, keys) == 1);
}

TEST_CASE("dates and times are in the zone that the request names, once that is agreed on (PS3.4 C.4.1.2.2.4)") {
    NodeUnderTest node;
    auto data_set = element(0x0008, 0x0016, std::string{ct_storage} + '\0') +
        element(0x0008, 0x0018, std::string{"1.2.1.1\0", 8}) + element(0x0008, 0x0020, "20240131") +
        element(0x0008, 0x0030, "003000") + element(0x0008, 0x0201, "+0100 ") + element(0x0010, 0x0020, "P1") +
        element(0x0020, 0x000D, std::string{"1.2\0", 4}) + element(0x0020, 0x000E, std::string{"1.2.1\0", 6});
    put(node, RawObject{ct_storage, "1.2.1.1", implicit_little, data_set});
    auto const keys = identifier({{{0x0008, 0x0020}, "20240130"}, {query_level, "STUDY"}, {{0x0008, 0x0201}, "+0000"}});
    CHECK(matches(node, "", keys) == 0);
    CHECK(matches(node, std::string{"\0\0\0\1", 4}, keys) == 1);
}

TEST_CASE("values that are empty, and several at once, match once that is agreed on (PS3.4 C.2.2.2.7, C.2.2.2.8)") {
    NodeUnderTest node;
    put_two_studies(node);
    put(node, {.accession_number = "", .study = "1.4", .series = "1.4.1", .instance = "1.4.1.1"});
    auto const keys = identifier({{{0x0008, 0x0050}, "\"\""}, {query_level, "STUDY"}});
    CHECK(matches(node, "", keys) == 0);
    CHECK(matches(node, std::string{"\0\0\0\0\0\1\1", 7}, keys) == 1);
    auto const both = identifier({{query_level, "STUDY"}, {{0x0008, 0x0061}, "CT\\MR"}});
    CHECK(matches(node, "", both) == 3);
    CHECK(matches(node, std::string{"\0\0\0\0\0\1\1", 7}, both) == 0);
}

TEST_CASE("an identifier in any character set finds names that are stored in any other (PS3.3 C.12.1.1.2)") {
    NodeUnderTest node;
    struct Name {
        std::string character_set, name;
    };
    std::vector<Name> const japanese{{"\\ISO 2022 IR 87", "Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B"},
                                     {"ISO_IR 192", "Yamada^Tarou=山田^太郎"},
                                     {"GB18030", "Yamada^Tarou=\xC9\xBD\xCC\xEF^\xCC\xAB\xC0\xC9"}};
    int number = 0;
    for (auto const& [character_set, name] : japanese) {
        auto const uid = "1.2." + std::to_string(++number);
        put(node,
            {.character_set = character_set,
             .patient_name = name,
             .patient_id = "P" + std::to_string(number),
             .study = uid,
             .series = uid + ".1",
             .instance = uid + ".1.1"});
    }
    for (auto const& [character_set, key] :
         {Name{"\\ISO 2022 IR 87", "*=\x1b$B;3ED\x1b(B*"}, Name{"ISO_IR 192", "*=山田*"},
          Name{"GB18030", "*=\xC9\xBD\xCC\xEF*"}, Name{"GBK", "*=\xC9\xBD\xCC\xEF*"},
          Name{"\\ISO 2022 IR 149", "*=\x1b$)C\xDF\xA3\xEF\xA3*"}, Name{"ISO_IR 100", "yamada*"}}) {
        CAPTURE(character_set);
        QueryRetrieveScu scu{node, {study_root_find}};
        auto const answers = scu.find(identifier(
            {{{0x0008, 0x0005}, character_set}, {query_level, "STUDY"}, {{0x0010, 0x0010}, key}, {study_uid, ""}}));
        CHECK(answers.pending.size() == 3);
    }
}

TEST_CASE("what a workstation shows of a study comes with it (PS3.4 C.3.4, C.4.1.1.3.2)") {
    NodeUnderTest node;
    put_two_studies(node);
    QueryRetrieveScu scu{node, {study_root_find}};
    auto const answers = scu.find(identifier({{query_level, "STUDY"},
                                              {{0x0008, 0x0054}, ""},
                                              {{0x0008, 0x0056}, ""},
                                              {{0x0008, 0x0061}, ""},
                                              {patient_id, "P1"},
                                              {{0x0020, 0x1200}, ""},
                                              {{0x0020, 0x1206}, ""},
                                              {{0x0020, 0x1208}, ""}}));
    REQUIRE(answers.pending.size() == 1);
    ArrivedObject const match{{}, implicit_little, answers.pending.front().data_set};
    CHECK(value_in(match, {0x0008, 0x0054}) == "CASSETTE");
    CHECK(value_in(match, {0x0008, 0x0056}) == "ONLINE");
    CHECK(value_in(match, {0x0008, 0x0061}) == "CT");
    CHECK(value_in(match, {0x0020, 0x1200}) == "1");
    CHECK(value_in(match, {0x0020, 0x1206}) == "1");
    CHECK(value_in(match, {0x0020, 0x1208}) == "1");
}

namespace {

// VmRSS of this process, in KiB.
std::uint64_t resident_kib() {
    std::ifstream status{"/proc/self/status"};
    std::string word;
    while (status >> word)
        if (std::uint64_t number = 0; word == "VmRSS:" && status >> number) return number;
    return 0;
}

}  // namespace

// Sanitizers keep freed memory aside: there, what is resident says nothing, and time is short.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool measures_memory = false;
#else
constexpr bool measures_memory = true;
#endif

TEST_CASE("a hundred thousand matches stream in constant memory") {
    constexpr std::uint64_t studies = measures_memory ? 100'000 : 5'000;
    ArchiveOnDisk disk;
    ManyStudies index{disk.archive().index, studies};
    Archive archive{disk.archive().blobs, index, disk.archive().renditions, {}};
    auto const server = dimse::Server::start({.ae_title = *AETitle::parse("CASSETTE"), .port = 0}, archive, {});
    REQUIRE(server);
    ScriptedPeer peer{(*server)->port()};
    REQUIRE(peer.associate({{1, study_root_find, {implicit_little}}}) == std::vector{0});
    auto const keys = identifier({{query_level, "STUDY"}, {{0x0010, 0x0010}, ""}, {study_uid, ""}});
    CHECK(peer.send(p_data(1, command_fragment | last_fragment, find_request(study_root_find)) +
                    p_data(1, last_fragment, keys)));
    std::uint64_t pending = 0, resident_early = 0;
    for (auto message = peer.receive_message(); message && message->status() == 0xFF00;
         message = peer.receive_message())
        if (++pending == studies / 100) resident_early = resident_kib();
    CHECK(pending == studies);
    if (measures_memory) CHECK(resident_kib() < resident_early + 16 * 1024);
}
