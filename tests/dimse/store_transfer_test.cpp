#include "dimse/store_transfer.h"

#include "dimse/listening_socket.h"
#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

constexpr std::chrono::seconds patience{60};
constexpr int slices = 40;

std::vector<InstanceLocation> locations_of(NodeUnderTest& node) {
    for (int i = 1; i <= slices; ++i)
        put(node, {.study = "1.2", .series = "1.2.1", .instance = "1.2.1." + std::to_string(i)});
    std::vector<InstanceLocation> locations;
    REQUIRE(node.disk().archive().index.locate({*StudyInstanceUID::parse("1.2"), {}, {}},
                                               [&](InstanceLocation const& location) -> Result<void> {
                                                   locations.push_back(location);
                                                   return {};
                                               }));
    return locations;
}

DatasetOpener opener(NodeUnderTest& node) {
    return [&node](InstanceLocation const& location, std::span<std::string const> accepted) {
        return outgoing_dataset(node.disk().archive(), local_operator(), location, accepted);
    };
}

StoreTransfer::Settings settings_for(RemoteAE const& destination) {
    return {destination, *AETitle::parse("CASSETTE"), {{0, ct_storage, {implicit_little}}}, {}};
}

}  // namespace

TEST_CASE("a transfer sends everything, side by side, and tells of each") {
    NodeUnderTest source, destination;
    auto const locations = locations_of(source);
    auto remote = remote_ae(destination, "DEST");
    remote.parallel_associations = 4;
    StoreTransfer transfer{settings_for(remote), opener(source)};
    CHECK(transfer.takes(locations.front().sop_class));
    CHECK_FALSE(transfer.takes(*SOPClassUID::parse("1.2.3")));
    for (auto const& location : locations) REQUIRE(transfer.offer(location, patience));
    REQUIRE(transfer.finish(patience));
    auto const results = transfer.take_results();
    CHECK(results.size() == slices);
    CHECK(std::ranges::all_of(results, [](TransferResult const& result) { return result.status == 0x0000; }));
    CHECK(destination.disk().counts().instances == slices);
    CHECK(transfer.take_results().empty());
}

TEST_CASE("a destination that takes fewer associations than we may open gets everything all the same (PS3.8 9.3.4)") {
    NodeUnderTest source;
    NodeUnderTest destination{[](ServerSettings& settings) { settings.associations_max = 1; }};
    auto const locations = locations_of(source);
    auto remote = remote_ae(destination, "DEST");
    remote.parallel_associations = 3;
    StoreTransfer transfer{settings_for(remote), opener(source)};
    for (auto const& location : locations) REQUIRE(transfer.offer(location, patience));
    REQUIRE(transfer.finish(patience));
    CHECK(destination.disk().counts().instances == slices);
}

TEST_CASE("when no association can be had everything fails at once") {
    NodeUnderTest source;
    auto const locations = locations_of(source);
    std::uint16_t port = 0;
    {
        auto const listening = listen_on("127.0.0.1", 0);
        REQUIRE(listening);
        port = local_port(*listening);
    }
    RemoteAE const remote{.ae_title = *AETitle::parse("DEST"), .host = "127.0.0.1", .port = port};
    StoreTransfer transfer{settings_for(remote), opener(source)};
    for (auto const& location : locations) REQUIRE(transfer.offer(location, patience));
    REQUIRE(transfer.finish(patience));
    auto const results = transfer.take_results();
    REQUIRE(results.size() == slices);
    for (auto const& result : results) CHECK_FALSE(result.status);
    CHECK_FALSE(results.front().error.empty());
}

TEST_CASE("what is given up ends, whatever the destination does") {
    // It takes connections and never answers.
    auto const listening = listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    NodeUnderTest source;
    auto const locations = locations_of(source);
    RemoteAE remote{.ae_title = *AETitle::parse("DEST"), .host = "127.0.0.1", .port = local_port(*listening)};
    remote.association_timeout = std::chrono::seconds{600};
    StoreTransfer transfer{settings_for(remote), opener(source)};
    std::size_t offered = 0;
    while (offered < locations.size() && transfer.offer(locations[offered], std::chrono::milliseconds{1})) ++offered;
    CHECK(offered < locations.size());
    transfer.give_up();
    CHECK(transfer.finish(patience));
}
