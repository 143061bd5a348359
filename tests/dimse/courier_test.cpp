#include "dimse/courier.h"

#include "archive/ingest/incoming_instance.h"
#include "archive/outgoing/storage_commitment.h"
#include "archive/retrieve/retrieve.h"
#include "dimse/file_descriptor.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_acceptor.h"
#include "tests/support/archive_on_disk.h"

#include <doctest/doctest.h>

#include <sys/eventfd.h>

#include <algorithm>
#include <optional>

using namespace cassette;
using namespace cassette::testing;

namespace {

constexpr char const* push_model = "1.2.840.10008.1.20.1";
using Kind = Fate::Kind;

dimse::CourierSettings to(std::uint16_t port) {
    return {{.ae_title = *AETitle::parse("PEER"), .host = "127.0.0.1", .port = port}, *AETitle::parse("CASSETTE")};
}

OutboxTask task(TaskKind kind, std::string subject, std::string payload = {}) {
    return {1, {kind, *AETitle::parse("PEER"), std::move(subject), std::move(payload), 1, 1}, 0, {}};
}

OutboxTask forward(std::string const& instance) { return task(TaskKind::forward, instance, "1.2.3\n1.2.3.1"); }

void store(Archive& archive, std::string const& instance) {
    CtSlice slice;
    slice.instance = instance;
    auto const data_set = data_set_of(slice);
    auto incoming = IncomingInstance::dataset(archive, local_operator(), "test",
                                              {*SOPClassUID::parse(ct_storage), *SOPInstanceUID::parse(instance),
                                               *TransferSyntaxUID::parse(implicit_little)});
    REQUIRE(incoming);
    REQUIRE(incoming->write(std::as_bytes(std::span{data_set})));
    REQUIRE(incoming->commit());
}

struct Told {
    std::vector<std::optional<Fate>> fates;
    std::optional<Error> error;
};

Told bring(Archive& archive, dimse::CourierSettings settings, std::vector<OutboxTask> const& tasks) {
    Told told;
    told.fates.resize(tasks.size());
    auto const courier = dimse::courier_to(archive, std::move(settings));
    auto const brought = courier(tasks, [&](std::size_t position, Fate fate) { told.fates.at(position) = fate; });
    if (!brought) told.error = brought.error();
    return told;
}

bool is(std::optional<Fate> const& fate, Kind kind) { return fate && fate->kind == kind; }

}  // namespace

TEST_CASE("instances are forwarded byte for byte on one association") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    store(disk.archive(), "1.2.3.1.2");
    NodeUnderTest destination;
    auto const told = bring(disk.archive(), to(destination.port()), {forward("1.2.3.1.1"), forward("1.2.3.1.2")});
    CHECK_FALSE(told.error);
    CHECK(is(told.fates[0], Kind::delivered));
    CHECK(is(told.fates[1], Kind::delivered));
    CHECK(destination.disk().counts().instances == 2);
    auto const first = destination.await("C-STORE");
    CHECK(first.calling_ae_title == "CASSETTE");
    CHECK(destination.await("C-STORE").association == first.association);
    auto const sent = locate(disk.archive(), local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    auto const received =
        locate(destination.disk().archive(), local_operator(), {*StudyInstanceUID::parse("1.2.3"), {}, {}});
    REQUIRE(sent);
    REQUIRE(received);
    CHECK((*sent)[0].transfer_syntax == (*received)[0].transfer_syntax);
}

TEST_CASE("an instance goes in another transfer syntax where the peer does not take the stored one (PS3.4 B.2)") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    ScriptedAcceptor peer{{.choose = [](dimse::ProposedContext const& proposed) -> std::optional<std::string> {
        auto const& syntaxes = proposed.transfer_syntaxes;
        bool const takes = std::ranges::find(syntaxes, explicit_little) != syntaxes.end();
        return takes ? std::optional<std::string>{explicit_little} : std::nullopt;
    }}};
    auto const told = bring(disk.archive(), to(peer.port()), {forward("1.2.3.1.1")});
    CHECK(is(told.fates[0], Kind::delivered));
    REQUIRE(peer.messages().size() == 1);
    // Patient ID in explicit VR: tag, VR, length, value.
    auto const patient_id = little_endian(0x0010, 2) + little_endian(0x0020, 2) + "LO" + little_endian(2, 2) + "P1";
    CHECK(peer.messages()[0].data_set.find(patient_id) != std::string::npos);
}

TEST_CASE("what is gone is not forwarded, and costs no association") {
    ArchiveOnDisk disk;
    ScriptedAcceptor peer;
    auto const told = bring(disk.archive(), to(peer.port()), {forward("1.2.3.1.9")});
    CHECK(is(told.fates[0], Kind::gone));
    CHECK(peer.requests().empty());
}

TEST_CASE("each instance has the fate that its status says (PS3.4 Table B.2-1)") {
    ArchiveOnDisk disk;
    for (int i = 1; i <= 3; ++i) store(disk.archive(), "1.2.3.1." + std::to_string(i));
    ScriptedAcceptor peer{{.status = [](std::size_t number) -> std::optional<std::uint16_t> {
        constexpr std::uint16_t statuses[]{0xA700, 0xB007, 0x0000};
        return statuses[number];
    }}};
    auto const told =
        bring(disk.archive(), to(peer.port()), {forward("1.2.3.1.1"), forward("1.2.3.1.2"), forward("1.2.3.1.3")});
    CHECK_FALSE(told.error);
    REQUIRE(is(told.fates[0], Kind::failed));
    CHECK(told.fates[0]->error == "C-STORE: status A700H");
    CHECK(is(told.fates[1], Kind::delivered));
    CHECK(is(told.fates[2], Kind::delivered));
}

TEST_CASE("one instance that ends the association fails alone; the others were not tried") {
    ArchiveOnDisk disk;
    for (int i = 1; i <= 3; ++i) store(disk.archive(), "1.2.3.1." + std::to_string(i));
    ScriptedAcceptor peer{{.status = [](std::size_t number) -> std::optional<std::uint16_t> {
        return number == 1 ? std::nullopt : std::optional<std::uint16_t>{0};
    }}};
    auto const told =
        bring(disk.archive(), to(peer.port()), {forward("1.2.3.1.1"), forward("1.2.3.1.2"), forward("1.2.3.1.3")});
    CHECK_FALSE(told.error);
    CHECK(is(told.fates[0], Kind::delivered));
    CHECK(is(told.fates[1], Kind::failed));
    CHECK_FALSE(told.fates[2]);
}

TEST_CASE("a class that the peer does not take fails with that reason") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    ScriptedAcceptor peer{
        {.choose = [](dimse::ProposedContext const&) -> std::optional<std::string> { return std::nullopt; }}};
    auto const told = bring(disk.archive(), to(peer.port()), {forward("1.2.3.1.1")});
    CHECK_FALSE(told.error);
    REQUIRE(is(told.fates[0], Kind::failed));
    CHECK_FALSE(told.fates[0]->error.empty());
}

TEST_CASE("a destination that cannot be had is an error, and nobody's fate") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    std::uint16_t port = 0;
    {
        ScriptedAcceptor const nobody;
        port = nobody.port();
    }
    auto const told = bring(disk.archive(), to(port), {forward("1.2.3.1.1")});
    REQUIRE(told.error);
    CHECK(told.error->code == ErrorCode::unavailable);
    CHECK_FALSE(told.fates[0]);
}

TEST_CASE("when the node stops, nothing is begun") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    dimse::FileDescriptor const stop{::eventfd(1, EFD_CLOEXEC)};
    ScriptedAcceptor peer;
    auto settings = to(peer.port());
    settings.stop_event = stop.get();
    auto const told = bring(disk.archive(), settings, {forward("1.2.3.1.1")});
    REQUIRE(told.error);
    CHECK(told.error->code == ErrorCode::cancelled);
    CHECK_FALSE(told.fates[0]);
    CHECK(peer.messages().empty());
}

TEST_CASE("a commitment is reported on a new association, as SCP by role selection (PS3.4 J.3.3)") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    AcceptorScript script;
    SUBCASE("with the role confirmed") {}
    SUBCASE("with nothing said of roles") { script.roles = AcceptorScript::Roles::unanswered; }
    ScriptedAcceptor peer{script};
    Commitment const asked{*TransactionUID::parse("2.25.7"),
                           {{*SOPClassUID::parse(ct_storage), *SOPInstanceUID::parse("1.2.3.1.1")}}};
    auto const told =
        bring(disk.archive(), to(peer.port()), {task(TaskKind::commitment_report, "2.25.7", encode_commitment(asked))});
    CHECK_FALSE(told.error);
    CHECK(is(told.fates[0], Kind::delivered));
    REQUIRE(peer.requests().size() == 1);
    auto const request = peer.requests()[0];
    CHECK(request.called_ae_title == "PEER");
    REQUIRE(request.roles.size() == 1);
    CHECK(request.roles[0] == dimse::RoleSelection{push_model, false, true});
    REQUIRE(peer.messages().size() == 1);
    auto const message = peer.messages()[0];
    CHECK(number_in(message.command, 0x0100) == 0x0100);
    CHECK(number_in(message.command, 0x1002) == 1);
    CHECK(text_in(message.command, 0x1000).starts_with("1.2.840.10008.1.20.1.1"));
    CHECK(message.data_set.find("1.2.3.1.1") != std::string::npos);
}

TEST_CASE("a peer that does not want us as SCP gets no report") {
    ArchiveOnDisk disk;
    ScriptedAcceptor peer{{.roles = AcceptorScript::Roles::refused}};
    Commitment const asked{*TransactionUID::parse("2.25.7"),
                           {{*SOPClassUID::parse(ct_storage), *SOPInstanceUID::parse("1.2.3.1.1")}}};
    auto const told =
        bring(disk.archive(), to(peer.port()), {task(TaskKind::commitment_report, "2.25.7", encode_commitment(asked))});
    CHECK(is(told.fates[0], Kind::failed));
    CHECK(peer.messages().empty());
}

TEST_CASE("availability is notified by N-CREATE, and a duplicate is one that has arrived (PS3.4 R.3.2.1)") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    std::uint16_t status = 0;
    SUBCASE("created") { status = 0x0000; }
    SUBCASE("it was there from an earlier attempt") { status = 0x0111; }
    SUBCASE("created with a warning") { status = 0x0116; }
    ScriptedAcceptor peer{{.status = [status](std::size_t) -> std::optional<std::uint16_t> { return status; }}};
    auto const told = bring(disk.archive(), to(peer.port()), {task(TaskKind::availability_notification, "1.2.3")});
    CHECK(is(told.fates[0], Kind::delivered));
    REQUIRE(peer.messages().size() == 1);
    auto const message = peer.messages()[0];
    CHECK(number_in(message.command, 0x0100) == 0x0140);
    CHECK(text_in(message.command, 0x0002).starts_with("1.2.840.10008.5.1.4.33"));
    CHECK(text_in(message.command, 0x1000).starts_with("2.25."));
    CHECK(message.data_set.find("ONLINE") != std::string::npos);
}

TEST_CASE("a notification that the peer refuses fails, and one of a study that is gone is gone") {
    ArchiveOnDisk disk;
    store(disk.archive(), "1.2.3.1.1");
    ScriptedAcceptor peer{{.status = [](std::size_t) -> std::optional<std::uint16_t> { return 0x0110; }}};
    auto const told =
        bring(disk.archive(), to(peer.port()),
              {task(TaskKind::availability_notification, "1.2.3"), task(TaskKind::availability_notification, "1.2.9")});
    REQUIRE(is(told.fates[0], Kind::failed));
    CHECK(told.fates[0]->error == "N-CREATE: status 0110H");
    CHECK(is(told.fates[1], Kind::gone));
}
