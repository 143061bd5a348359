#include "dimse/requestor.h"

#include "dimse/invoker.h"
#include "dimse/listening_socket.h"
#include "dimse/rejection_text.h"
#include "tests/dimse/ct_slice.h"
#include "tests/dimse/node_under_test.h"
#include "tests/dimse/scripted_acceptor.h"

#include <doctest/doctest.h>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <functional>
#include <thread>

using namespace cassette;
using namespace cassette::dimse;
using namespace cassette::testing;
using namespace std::chrono_literals;

namespace {

RemoteAE remote_at(std::uint16_t port) {
    return {.ae_title = *AETitle::parse("CASSETTE"),
            .host = "127.0.0.1",
            .port = port,
            .association_timeout = 5s,
            .dimse_timeout = 5s};
}

AssociationProposal proposal() {
    return {.calling_ae_title = *AETitle::parse("REQUESTOR"),
            .contexts = {{0, verification, {implicit_little}},
                         {0, ct_storage, {"1.2.3", implicit_little}},
                         {0, "1.2.3.4", {implicit_little}}}};
}

CommandSet echo() {
    auto command = command_of(CommandField::c_echo_rq);
    command.affected_sop_class = verification;
    return command;
}

CommandSet store_of(std::string const& instance) {
    auto command = command_of(CommandField::c_store_rq);
    command.affected_sop_class = ct_storage;
    command.affected_sop_instance = instance;
    return command;
}

// Somebody who is called and says exactly what the test tells it to, on a thread of its own.
class Called {
public:
    explicit Called(std::function<void(ScriptedPeer&)> script) : listening_{*listen_on("127.0.0.1", 0)} {
        thread_ = std::thread{[this, script = std::move(script)] {
            pollfd waiting{listening_.get(), POLLIN, 0};
            if (::poll(&waiting, 1, 60'000) <= 0) return;
            ScriptedPeer peer{ScriptedPeer::Connected{::accept4(listening_.get(), nullptr, nullptr, SOCK_CLOEXEC)}};
            script(peer);
        }};
    }
    ~Called() { thread_.join(); }
    std::uint16_t port() const { return local_port(listening_); }

private:
    FileDescriptor listening_;
    std::thread thread_;
};

std::string accepting(std::uint8_t context = 1) {
    AssociateAccept accept{.contexts = {{context, ContextResult::acceptance, implicit_little}},
                           .pdu_length_max = 16384};
    return write_associate_accept({}, accept);
}

}  // namespace

TEST_CASE("an association that we open echoes, stores and is released (PS3.8 7.1, PS3.7 9)") {
    NodeUnderTest node;
    auto opened = Requestor::open(remote_at(node.port()), proposal(), -1);
    REQUIRE(opened);
    auto& association = **opened;
    REQUIRE(association.contexts().size() == 2);
    CHECK(association.context_for("1.2.3.4") == nullptr);
    CHECK(association.context_for(ct_storage, explicit_little) == nullptr);
    auto const* const ct = association.context_for(ct_storage, implicit_little);
    REQUIRE(ct != nullptr);
    CHECK(ct->id == 3);

    auto const echoed = association.operations().invoke(*association.context_for(verification), echo());
    REQUIRE(echoed);
    CHECK(echoed->command.status == 0x0000);
    CHECK_FALSE(echoed->pending());

    auto const data_set = data_set_of({.instance = "1.2.3.1.1", .pixels = 60'000});
    std::size_t at = 0;
    DataSetPieces const pieces = [&]() -> Result<std::span<std::byte const>> {
        auto const piece = std::string_view{data_set}.substr(at, 1000 + at % 977);
        at += piece.size();
        return std::as_bytes(std::span{piece});
    };
    auto const stored = association.operations().invoke(*ct, store_of("1.2.3.1.1"), pieces);
    REQUIRE(stored);
    CHECK(stored->command.status == 0x0000);
    CHECK(node.await("C-STORE").bytes == data_set.size());
    CHECK(association.release());
    CHECK(node.await("A-RELEASE").calling_ae_title == "REQUESTOR");
}

TEST_CASE("one that is dropped is aborted (PS3.8 7.3)") {
    NodeUnderTest node;
    { REQUIRE(Requestor::open(remote_at(node.port()), proposal(), -1)); }
    CHECK(node.await("A-ABORT").error == "the peer aborted");
}

TEST_CASE("a data set that breaks off aborts the association, and the error is its own") {
    NodeUnderTest node;
    auto opened = Requestor::open(remote_at(node.port()), proposal(), -1);
    REQUIRE(opened);
    auto& association = **opened;
    DataSetPieces const broken = []() -> Result<std::span<std::byte const>> {
        return fail(ErrorCode::not_found, "the object is gone");
    };
    auto const stored =
        association.operations().invoke(*association.context_for(ct_storage), store_of("1.2.3.9"), broken);
    REQUIRE_FALSE(stored);
    CHECK(stored.error().code == ErrorCode::not_found);
    auto const echoed = association.operations().invoke(*association.context_for(verification), echo());
    REQUIRE_FALSE(echoed);
    CHECK(echoed.error().code == ErrorCode::unavailable);
    CHECK_FALSE(association.release());
    CHECK(node.await("A-ABORT").error == "the peer aborted");
    CHECK(node.disk().counts().instances == 0);
}

TEST_CASE("why there is no association is told (PS3.8 9.3.4)") {
    struct Row {
        char const* what;
        std::function<void(ServerSettings&)> adjust;
        ErrorCode code;
        std::string detail;
    };
    std::vector<Row> const table{
        {"called AE title",
         [](ServerSettings& settings) {
             settings.ae_title = *AETitle::parse("OTHER");
             settings.check_called_ae_title = true;
         },
         ErrorCode::not_authorized, "rejected, permanent: called AE title not recognized"},
        {"calling AE title", [](ServerSettings& settings) { settings.callers = Callers::listed; },
         ErrorCode::not_authorized, "rejected, permanent: calling AE title not recognized"},
        {"too many", [](ServerSettings& settings) { settings.associations_max = 0; }, ErrorCode::unavailable,
         "rejected, transient: local limit exceeded"},
    };
    for (auto const& row : table) {
        CAPTURE(row.what);
        NodeUnderTest node{row.adjust};
        auto const opened = Requestor::open(remote_at(node.port()), proposal(), -1);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == row.code);
        CHECK(opened.error().detail == row.detail);
    }
    CHECK(describe({1, 9, 9}) == "rejected, permanent: source 9, reason 9");
}

TEST_CASE("an acceptor that answers something else, nothing or nonsense gives an error and no association") {
    struct Row {
        char const* what;
        std::function<void(ScriptedPeer&)> script;
        ErrorCode code;
    };
    auto const ignored = [](ScriptedPeer& peer) { (void)peer.receive(); };
    auto const saying = [](std::string bytes) {
        return [bytes = std::move(bytes)](ScriptedPeer& peer) {
            (void)peer.receive();
            CHECK(peer.send(bytes));
            (void)peer.receive();
        };
    };
    std::vector<Row> const table{
        {"closes", ignored, ErrorCode::unavailable},
        {"aborts", saying(std::string{"\7\0\0\0\0\4\0\0\0\0", 10}), ErrorCode::unavailable},
        {"speaks HTTP", saying("HTTP/1.1 400 Bad Request\r\n\r\n"), ErrorCode::malformed},
        {"says P-DATA-TF", saying(p_data(1, 3, echo_request())), ErrorCode::malformed},
        {"half an A-ASSOCIATE-AC", saying(pdu(2, accepting().substr(6, 100))), ErrorCode::malformed},
        {"an A-ASSOCIATE-RJ of no length", saying(pdu(3, "")), ErrorCode::malformed},
    };
    for (auto const& row : table) {
        CAPTURE(row.what);
        Called called{row.script};
        auto const opened = Requestor::open(remote_at(called.port()), proposal(), -1);
        REQUIRE_FALSE(opened);
        CHECK(opened.error().code == row.code);
    }
}

TEST_CASE("an acceptor that says nothing is given up in time, and at the stop event at once") {
    auto remote_that_waits = [](std::uint16_t port) {
        auto remote = remote_at(port);
        remote.association_timeout = 1s;
        return remote;
    };
    auto const silent = [](ScriptedPeer& peer) {
        while (!peer.receive().empty()) {}
    };
    Called slow{silent};
    auto const too_slow = Requestor::open(remote_that_waits(slow.port()), proposal(), -1);
    REQUIRE_FALSE(too_slow);
    CHECK(too_slow.error().code == ErrorCode::unavailable);
    Called other{silent};
    FileDescriptor const stop{::eventfd(1, EFD_CLOEXEC)};
    auto const stopped = Requestor::open(remote_at(other.port()), proposal(), stop.get());
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
}

TEST_CASE("responses come to who awaits them, in whatever order (PS3.7 D.3.3.3)") {
    Called called{[](ScriptedPeer& peer) {
        (void)peer.receive();
        CHECK(peer.send(accepting()));
        auto const first = peer.receive_message();
        auto const second = peer.receive_message();
        REQUIRE(first);
        REQUIRE(second);
        CHECK(peer.send(p_data(1, 3, response_to(second->command, 0x0000))));
        CHECK(peer.send(p_data(1, 3, response_to(first->command, 0xFF00))));
        CHECK(peer.send(p_data(1, 3, response_to(first->command, 0x0110))));
        (void)peer.receive();
    }};
    auto opened = Requestor::open(remote_at(called.port()), proposal(), -1);
    REQUIRE(opened);
    auto& invoker = (*opened)->operations();
    auto const& context = (*opened)->contexts().front();
    CHECK(invoker.may_send());
    invoker.set_window(2);
    auto const first = invoker.send(context, echo());
    REQUIRE(first);
    CHECK(invoker.may_send());
    auto const second = invoker.send(context, echo());
    REQUIRE(second);
    CHECK(*first != *second);
    CHECK_FALSE(invoker.may_send());
    auto const pending = invoker.await(*first);
    REQUIRE(pending);
    CHECK(pending->pending());
    auto const last = invoker.await(*first);
    REQUIRE(last);
    CHECK(last->command.status == 0x0110);
    auto const again = invoker.await(*first);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::not_found);
    auto const other = invoker.await(*second);
    REQUIRE(other);
    CHECK(other->command.status == 0x0000);
}

TEST_CASE("a response to nothing aborts, and so does none in time") {
    auto answering = [](std::optional<std::uint16_t> message_id) {
        return [message_id](ScriptedPeer& peer) {
            (void)peer.receive();
            CHECK(peer.send(accepting()));
            (void)peer.receive_message();
            if (message_id) CHECK(peer.send(p_data(1, 3, response_to(echo_request(*message_id), 0x0000))));
            CHECK(peer.receive() == std::string{"\7\0\0\0\0\4\0\0\0\0", 10});
        };
    };
    for (auto const message_id : {std::optional<std::uint16_t>{77}, std::optional<std::uint16_t>{}}) {
        CAPTURE(message_id.has_value());
        Called called{answering(message_id)};
        auto remote = remote_at(called.port());
        remote.dimse_timeout = 1s;
        auto opened = Requestor::open(remote, proposal(), -1);
        REQUIRE(opened);
        auto const reply = (*opened)->operations().invoke((*opened)->contexts().front(), echo());
        REQUIRE_FALSE(reply);
        CHECK(reply.error().code == ErrorCode::unavailable);
    }
}

TEST_CASE("requests of the peer are dealt with while a response is awaited, or served for themselves") {
    Called called{[](ScriptedPeer& peer) {
        (void)peer.receive();
        CHECK(peer.send(accepting()));
        auto const request = peer.receive_message();
        REQUIRE(request);
        CHECK(peer.send(p_data(1, 3, echo_request(9)) + p_data(1, 3, response_to(request->command, 0x0000))));
        CHECK(peer.receive_message()->status() == 0x0211);
        CHECK(peer.send(p_data(1, 3, echo_request(10))));
        CHECK(peer.receive_message()->status() == 0x0000);
        (void)peer.receive();
    }};
    auto opened = Requestor::open(remote_at(called.port()), proposal(), -1);
    REQUIRE(opened);
    auto& invoker = (*opened)->operations();
    CHECK(invoker.invoke((*opened)->contexts().front(), echo()));
    int served = 0;
    invoker.on_request([&](MessageExchange& exchange, Request const& request) {
        ++served;
        exchange.discard_data_set(request);
        exchange.respond(request, {.status = 0x0000});
    });
    auto const one = invoker.serve_one(10s);
    REQUIRE(one);
    CHECK(*one);
    CHECK(served == 1);
    auto const none = invoker.serve_one(10ms);
    REQUIRE(none);
    CHECK_FALSE(*none);
}

TEST_CASE("a C-CANCEL names the request it is for (PS3.7 9.3.2.3)") {
    Called called{[](ScriptedPeer& peer) {
        (void)peer.receive();
        CHECK(peer.send(accepting()));
        auto const request = peer.receive_message();
        auto const cancel = peer.receive_message();
        REQUIRE(request);
        REQUIRE(cancel);
        CHECK(number_in(cancel->command, 0x0100) == 0x0FFF);
        CHECK(number_in(cancel->command, 0x0120) == number_in(request->command, 0x0110));
        CHECK(peer.send(p_data(1, 3, response_to(request->command, 0xFE00))));
        (void)peer.receive();
    }};
    auto opened = Requestor::open(remote_at(called.port()), proposal(), -1);
    REQUIRE(opened);
    auto& invoker = (*opened)->operations();
    auto const& context = (*opened)->contexts().front();
    auto const id = invoker.send(context, echo());
    REQUIRE(id);
    CHECK(invoker.cancel(context, *id));
    auto const reply = invoker.await(*id);
    REQUIRE(reply);
    CHECK(reply->command.status == 0xFE00);
}

TEST_CASE("interrupt ends what waits, from another thread") {
    Called called{[](ScriptedPeer& peer) {
        (void)peer.receive();
        CHECK(peer.send(accepting()));
        while (!peer.receive().empty()) {}
    }};
    auto opened = Requestor::open(remote_at(called.port()), proposal(), -1);
    REQUIRE(opened);
    std::thread interrupter{[&] { (*opened)->interrupt(); }};
    auto const reply = (*opened)->operations().invoke((*opened)->contexts().front(), echo());
    interrupter.join();
    REQUIRE_FALSE(reply);
    CHECK(reply.error().code == ErrorCode::unavailable);
}

TEST_CASE("a peer that releases at the same time is answered (PS3.8 9.2.3, AR-8)") {
    Called called{[](ScriptedPeer& peer) {
        (void)peer.receive();
        CHECK(peer.send(accepting()));
        CHECK(peer.receive() == pdu(5, std::string(4, '\0')));
        CHECK(peer.send(pdu(5, std::string(4, '\0'))));
        CHECK(peer.receive() == pdu(6, std::string(4, '\0')));
        CHECK(peer.send(pdu(6, std::string(4, '\0'))));
        (void)peer.receive();
    }};
    auto opened = Requestor::open(remote_at(called.port()), proposal(), -1);
    REQUIRE(opened);
    CHECK((*opened)->release());
}

TEST_CASE("what is proposed besides arrives (PS3.7 D.3.3)") {
    ScriptedAcceptor acceptor;
    auto proposed = proposal();
    proposed.roles = {{ct_storage, true, true}};
    proposed.extended = {{ct_storage, std::string(6, '\0')}};
    proposed.identity = UserIdentity{IdentityType::username, true, "somebody", ""};
    proposed.operations = OperationsWindow{1, 1};
    auto opened = Requestor::open(remote_at(acceptor.port()), proposed, -1);
    REQUIRE(opened);
    CHECK((*opened)->release());
    auto const requests = acceptor.requests();
    REQUIRE(requests.size() == 1);
    CHECK(requests[0].called_ae_title == "CASSETTE");
    CHECK(requests[0].calling_ae_title == "REQUESTOR");
    CHECK(requests[0].roles == proposed.roles);
    CHECK(requests[0].extended == proposed.extended);
    REQUIRE(requests[0].identity);
    CHECK(requests[0].identity->primary == "somebody");
}
