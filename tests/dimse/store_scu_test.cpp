#include "dimse/store_scu.h"

#include "tests/dimse/query_retrieve_scu.h"
#include "tests/dimse/scripted_peer.h"

#include <doctest/doctest.h>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;

namespace {

SelectedKind kind(std::string const& sop_class, std::string const& transfer_syntax) {
    return {*SOPClassUID::parse(sop_class), *TransferSyntaxUID::parse(transfer_syntax)};
}

constexpr char const* jpeg = "1.2.840.10008.1.2.4.70";
using Syntaxes = std::vector<std::string>;

// One instance of a node as it is located there.
InstanceLocation located(NodeUnderTest& node) {
    put(node, {.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"});
    auto const locations = node.disk().archive().index.history(*SOPInstanceUID::parse("1.2.1.1"));
    REQUIRE(locations);
    std::optional<InstanceLocation> found;
    REQUIRE(node.disk().archive().index.locate({*StudyInstanceUID::parse("1.2"), {}, {}},
                                               [&](InstanceLocation const& location) -> Result<void> {
                                                   found.emplace(location);
                                                   return {};
                                               }));
    REQUIRE(found);
    return *found;
}

DatasetOpener opener(NodeUnderTest& node) {
    return [&node](InstanceLocation const& location, std::span<std::string const> accepted) {
        return outgoing_dataset(node.disk().archive(), local_operator(), location, accepted);
    };
}

std::unique_ptr<Requestor> associated(NodeUnderTest const& node, std::vector<ProposedContext> const& contexts) {
    auto opened = Requestor::open(remote_ae(node, "DEST"), {*AETitle::parse("SCU"), contexts}, -1);
    REQUIRE(opened);
    return std::move(*opened);
}

}  // namespace

TEST_CASE("each stored transfer syntax is proposed alone, and the uncompressed ones for every class (PS3.5 10.1)") {
    auto const portions = store_proposals({kind(ct_storage, explicit_little), kind(ct_storage, jpeg),
                                           kind("1.2.840.10008.5.1.4.1.1.4", implicit_little)});
    REQUIRE(portions.size() == 1);
    auto const& contexts = portions.front();
    REQUIRE(contexts.size() == 5);
    CHECK(contexts[0].transfer_syntaxes == Syntaxes{explicit_little});
    CHECK(contexts[1].transfer_syntaxes == Syntaxes{jpeg});
    CHECK(contexts[2].transfer_syntaxes == Syntaxes{implicit_little});
    CHECK(contexts[2].abstract_syntax == ct_storage);
    CHECK(contexts[3].transfer_syntaxes == Syntaxes{implicit_little});
    CHECK(contexts[4].transfer_syntaxes == Syntaxes{explicit_little});
    CHECK(store_proposals({}).empty());
}

TEST_CASE("more contexts than one association has room for are proposed on several (PS3.8 7.1.1.13)") {
    std::vector<SelectedKind> kinds;
    for (int i = 100; i < 200; ++i) kinds.push_back(kind("1.2.3." + std::to_string(i), jpeg));
    auto const portions = store_proposals(kinds);
    REQUIRE(portions.size() == 2);
    CHECK(portions[0].size() == 128);
    CHECK(portions[1].size() == 72);
    CHECK(portions[0].back().abstract_syntax != portions[1].front().abstract_syntax);
}

TEST_CASE("an instance is sent in the context of its own transfer syntax (PS3.4 B.2.1)") {
    NodeUnderTest source, destination;
    auto const location = located(source);
    auto const association =
        associated(destination, {{0, ct_storage, {explicit_little}}, {0, ct_storage, {implicit_little}}});
    StoreScu scu{association->operations(), association->contexts(), {}};
    auto const status = scu.store(location, opener(source));
    REQUIRE_MESSAGE(status, status.error().detail);
    CHECK(*status == 0x0000);
    CHECK(association->release());
    CHECK(destination.await("C-STORE").bytes ==
          data_set_of({.study = "1.2", .series = "1.2.1", .instance = "1.2.1.1"}).size());
}

TEST_CASE("without a context of its class an instance is not sent, and the association goes on") {
    NodeUnderTest source, destination;
    auto const location = located(source);
    auto const association = associated(destination, {{0, verification, {implicit_little}}});
    StoreScu scu{association->operations(), association->contexts(), {}};
    auto const status = scu.store(location, opener(source));
    REQUIRE_FALSE(status);
    CHECK(status.error().code == ErrorCode::not_acceptable);
    CHECK(association->release());
}
