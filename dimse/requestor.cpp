#include "dimse/requestor.h"

#include "dimse/connecting_socket.h"
#include "dimse/rejection_text.h"
#include "dimse/tls.h"

#include <algorithm>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr Ending aborted_by_us{Ending::Kind::violation, {}, service_user_abort};

AssociateRequest request_for(RemoteAE const& remote, AssociationProposal const& proposal) {
    AssociateRequest request;
    request.called_ae_title = remote.ae_title.str();
    request.calling_ae_title = proposal.calling_ae_title.str();
    request.contexts = proposal.contexts;
    for (std::size_t i = 0; i < request.contexts.size(); ++i)
        request.contexts[i].id = static_cast<std::uint8_t>(2 * i + 1);
    request.pdu_length_max = proposal.pdu_length_max;
    request.roles = proposal.roles;
    request.extended = proposal.extended;
    request.operations = proposal.operations;
    request.identity = proposal.identity;
    return request;
}

Failure no_answer(Transport::Fault fault) {
    switch (fault) {
        case Transport::Fault::interrupted: return fail(ErrorCode::cancelled, "the server stops");
        case Transport::Fault::timed_out: return fail(ErrorCode::unavailable, "no answer in time");
        case Transport::Fault::closed: return fail(ErrorCode::unavailable, "the peer closed the connection");
        case Transport::Fault::none: break;
    }
    return fail(ErrorCode::malformed, "the answer is of no end");
}

Failure rejected(std::string_view pdu) {
    if (pdu.size() != ShortPdu{}.size()) return fail(ErrorCode::malformed, "the A-ASSOCIATE-RJ is not one");
    Rejection const rejection{static_cast<std::uint8_t>(pdu[7]), static_cast<std::uint8_t>(pdu[8]),
                              static_cast<std::uint8_t>(pdu[9])};
    constexpr std::uint8_t transient = 2;
    return fail(rejection.result == transient ? ErrorCode::unavailable : ErrorCode::not_authorized,
                describe(rejection));
}

// PS3.8 9.2.3, Sta5.
Result<AssociateAccept> negotiate(Transport& transport, AssociateRequest const& request, std::chrono::seconds timeout) {
    auto const pdu = write_associate_request(request);
    if (!transport.write(std::as_bytes(std::span{pdu}))) return no_answer(transport.fault());
    auto const waited = transport.wait(timeout);
    if (waited == Transport::Wait::interrupted) return no_answer(Transport::Fault::interrupted);
    if (waited == Transport::Wait::timed_out) return no_answer(Transport::Fault::timed_out);
    transport.begin_message();
    transport.begin_piece();
    auto const answer = read_pdu(transport, associate_request_size_max);
    if (!answer) return no_answer(transport.fault());
    switch (answer->type) {
        case PduType::a_associate_ac: return read_associate_accept(std::as_bytes(std::span{answer->bytes}));
        case PduType::a_associate_rj: return rejected(answer->bytes);
        case PduType::a_abort: return fail(ErrorCode::unavailable, "the peer aborted");
        case PduType::a_associate_rq:
        case PduType::p_data_tf:
        case PduType::a_release_rq:
        case PduType::a_release_rp: break;
    }
    (void)transport.write(encode(unexpected_pdu));
    (void)transport.flush();
    return fail(ErrorCode::malformed, "the answer is no A-ASSOCIATE-AC");
}

std::vector<AcceptedContext> accepted_of(AssociateRequest const& request, AssociateAccept const& answer) {
    std::vector<AcceptedContext> accepted;
    for (auto const& proposed : request.contexts) {
        auto const found = std::ranges::find(answer.contexts, proposed.id, &AnsweredProposal::id);
        if (found == answer.contexts.end() || found->result != ContextResult::acceptance) continue;
        // PS3.7 D.3.3.4: without an answer the roles are the default ones.
        auto const roles = std::ranges::find(answer.roles, proposed.abstract_syntax, &RoleSelection::abstract_syntax);
        bool const answered = roles != answer.roles.end();
        accepted.push_back({.id = proposed.id,
                            .service = {},
                            .abstract_syntax = proposed.abstract_syntax,
                            .transfer_syntax = found->transfer_syntax,
                            .requestor_is_scu = !answered || roles->scu,
                            .requestor_is_scp = answered && roles->scp});
    }
    return accepted;
}

Result<std::unique_ptr<Transport>> connect(RemoteAE const& remote, int stop_event) {
    TlsSession session;
    if (remote.tls) {
        auto made = client_session(*remote.tls);
        if (!made) return fail(made.error());
        session = *std::move(made);
    }
    auto socket = connect_to({remote.host, remote.port, remote.connect_timeout, stop_event});
    if (!socket) return fail(socket.error());
    auto transport = std::make_unique<Transport>(Channel{*std::move(socket), std::move(session)}, std::string{},
                                                 remote.dimse_timeout, Transport::Interrupts{stop_event, stop_event});
    if (transport->handshake(remote.association_timeout)) return transport;
    if (transport->fault() != Transport::Fault::closed) return no_answer(transport->fault());
    return fail(ErrorCode::not_authorized, "no TLS connection: " + tls_failure());
}

}  // namespace

Result<std::unique_ptr<Requestor>> Requestor::open(RemoteAE const& remote, AssociationProposal const& proposal,
                                                   int stop_event) {
    auto transport = connect(remote, stop_event);
    if (!transport) return fail(transport.error());
    auto const request = request_for(remote, proposal);
    auto answer = negotiate(**transport, request, remote.association_timeout);
    if (!answer) return fail(answer.error());
    auto contexts = accepted_of(request, *answer);
    Negotiated negotiated{*std::move(answer), std::move(contexts), proposal.pdu_length_max};
    return std::make_unique<Requestor>(*std::move(transport), remote, std::move(negotiated));
}

Requestor::Requestor(std::unique_ptr<Transport> transport, RemoteAE const& remote, Negotiated negotiated)
    : transport_{std::move(transport)},
      release_timeout_{remote.association_timeout},
      answer_{std::move(negotiated.answer)},
      exchange_{*transport_, UpperLayer{*transport_, {negotiated.pdu_length_max, answer_.pdu_length_max}},
                std::move(negotiated.contexts)},
      invoker_{exchange_, remote.dimse_timeout} {
    if (answer_.operations) invoker_.set_window(answer_.operations->invoked);
}

Requestor::~Requestor() {
    if (open_) abort();
}

AcceptedContext const* Requestor::context_for(std::string_view abstract_syntax) const {
    auto const found = std::ranges::find(contexts(), abstract_syntax, &AcceptedContext::abstract_syntax);
    return found == contexts().end() ? nullptr : &*found;
}

AcceptedContext const* Requestor::context_for(std::string_view abstract_syntax,
                                              std::string_view transfer_syntax) const {
    auto const matches = [&](AcceptedContext const& context) {
        return context.abstract_syntax == abstract_syntax && context.transfer_syntax == transfer_syntax;
    };
    auto const found = std::ranges::find_if(contexts(), matches);
    return found == contexts().end() ? nullptr : &*found;
}

bool Requestor::release() {
    if (exchange_.ended() || !exchange_.release(release_timeout_)) {
        abort();
        return false;
    }
    open_ = false;
    transport_->linger(std::chrono::milliseconds{0});
    return true;
}

void Requestor::abort() {
    open_ = false;
    auto const& known = exchange_.ended() ? exchange_.ending() : aborted_by_us;
    if (known.kind == Ending::Kind::released) exchange_.acknowledge_release();
    if (known.abort) (void)transport_->write(encode(*known.abort));
    transport_->linger(std::chrono::milliseconds{0});
}

}  // namespace cassette::dimse
