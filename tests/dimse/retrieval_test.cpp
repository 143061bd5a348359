#include "dimse/retrieval.h"

#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* composite_root_get = "1.2.840.10008.5.1.4.1.2.4.3";
constexpr char const* composite_root_move = "1.2.840.10008.5.1.4.1.2.4.2";
constexpr char const* without_bulk_get = "1.2.840.10008.5.1.4.1.2.5.3";
constexpr Tag pixel_data{0x7FE0, 0x0010}, simple_frame_list{0x0008, 0x1161}, number_of_frames{0x0028, 0x0008};

std::vector<dimse::ProposedContext> const ct_implicit{{0, ct_storage, {implicit_little}}};

// A CT Image of three frames of two pixels: 11, 22 and 33.
void put_frames(NodeUnderTest& node) {
    auto data_set = data_set_of({.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1", .pixels = 2});
    auto const rows = data_set.find(element(0x0028, 0x0010, little_endian(1, 2)));
    REQUIRE(rows != std::string::npos);
    data_set.insert(rows, element(0x0028, 0x0008, "3 "));
    data_set.resize(data_set.rfind(element(0x7FE0, 0x0010, std::string(4, '\x11'))));
    data_set += element(0x7FE0, 0x0010, std::string(4, '\x11') + std::string(4, '\x22') + std::string(4, '\x33'));
    put(node, RawObject{ct_storage, "1.2.1.1", implicit_little, data_set});
}

}  // namespace

TEST_CASE("a composite instance is retrieved by its UID alone (PS3.4 Y.4.2)") {
    NodeUnderTest node;
    put_frames(node);
    put(node, {.study = "1.3", .series = "1.3.1", .instance = "1.3.1.1"});
    QueryRetrieveScu scu{node, {composite_root_get, ct_implicit}};
    CHECK(scu.get(identifier({{instance_uid, "1.2.1.1\\1.3.1.1"}, {query_level, "IMAGE"}})).status() == 0x0000);
    CHECK(scu.arrived().size() == 2);
    CHECK(scu.get(identifier({{query_level, "STUDY"}, {study_uid, "1.2"}})).status() == 0xA900);
}

TEST_CASE("frames of an instance are retrieved as a new one (PS3.4 Y.3.3)") {
    NodeUnderTest node;
    put_frames(node);
    QueryRetrieveScu scu{node, {composite_root_get, ct_implicit}};
    auto const frames = [](std::initializer_list<std::uint32_t> numbers) {
        std::string list;
        for (auto const number : numbers) list += little_endian(number, 4);
        return identifier({{instance_uid, "1.2.1.1"}, {query_level, "FRAME"}, {simple_frame_list, list}});
    };
    auto const answers = scu.get(frames({1, 3}));
    CHECK(answers.status() == 0x0000);
    CHECK(answers.last.command.sub_operations == dimse::SubOperations{{}, 1, 0, 0});
    REQUIRE(scu.arrived().size() == 1);
    auto const& arrived = scu.arrived().front();
    CHECK(arrived.command.affected_sop_class == ct_storage);
    CHECK(arrived.command.affected_sop_instance != "1.2.1.1");
    CHECK(value_in(arrived, instance_uid) == arrived.command.affected_sop_instance);
    CHECK(value_in(arrived, number_of_frames) == "2");
    CHECK(value_in(arrived, pixel_data) == std::string(4, '\x11') + std::string(4, '\x33'));
    CHECK(value_in(arrived, {0x0008, 0x1164}));
    CHECK(scu.get(frames({9})).status() == 0xAA00);
    CHECK(scu.get(frames({3, 1})).status() == 0xAA04);
    CHECK(scu.get(identifier({{instance_uid, "1.2.1.1"}, {query_level, "FRAME"}})).status() == 0xAA04);
}

TEST_CASE("frames are moved too (PS3.4 Y.4.1)") {
    NodeUnderTest destination;
    NodeUnderTest node{[&](dimse::ServerSettings& settings) { settings.remotes = {remote_ae(destination, "DEST")}; }};
    put_frames(node);
    QueryRetrieveScu scu{node, {composite_root_move}};
    auto const keys =
        identifier({{instance_uid, "1.2.1.1"}, {query_level, "FRAME"}, {simple_frame_list, little_endian(2, 4)}});
    CHECK(scu.move(keys, "DEST").status() == 0x0000);
    CHECK(destination.await("C-STORE").sop_instance != "1.2.1.1");
}

TEST_CASE("an instance is retrieved without its bulk, everything else as it is stored (PS3.4 Z.4.2.3)") {
    NodeUnderTest node;
    put_frames(node);
    QueryRetrieveScu scu{node, {without_bulk_get, ct_implicit}};
    CHECK(scu.get(identifier({{instance_uid, "1.2.1.1"}, {query_level, "IMAGE"}})).status() == 0x0000);
    REQUIRE(scu.arrived().size() == 1);
    CHECK(scu.arrived().front().command.affected_sop_instance == "1.2.1.1");
    CHECK_FALSE(value_in(scu.arrived().front(), pixel_data));
    CHECK(value_in(scu.arrived().front(), number_of_frames) == "3");
}
