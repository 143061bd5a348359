#include "dimse/association.h"

#include "dimse/admission.h"
#include "dimse/commitment.h"
#include "dimse/contain.h"
#include "dimse/dimse_status.h"
#include "dimse/echo.h"
#include "dimse/find.h"
#include "dimse/get.h"
#include "dimse/move.h"
#include "dimse/negotiation.h"
#include "dimse/performed_step.h"
#include "dimse/store.h"
#include "dimse/worklist.h"

#include <algorithm>
#include <array>
#include <utility>

namespace cassette::dimse {

namespace {

struct NamedCommand {
    CommandField field;
    std::string_view name;
};
constexpr std::array<NamedCommand, 12> names{{
    {CommandField::c_store_rq, "C-STORE"},
    {CommandField::c_get_rq, "C-GET"},
    {CommandField::c_find_rq, "C-FIND"},
    {CommandField::c_move_rq, "C-MOVE"},
    {CommandField::c_echo_rq, "C-ECHO"},
    {CommandField::n_event_report_rq, "N-EVENT-REPORT"},
    {CommandField::n_get_rq, "N-GET"},
    {CommandField::n_set_rq, "N-SET"},
    {CommandField::n_action_rq, "N-ACTION"},
    {CommandField::n_create_rq, "N-CREATE"},
    {CommandField::n_delete_rq, "N-DELETE"},
    {CommandField::c_cancel_rq, "C-CANCEL"},
}};

std::string_view name_of(CommandSet const& command) {
    for (auto const& known : names)
        if (command.is(known.field)) return known.name;
    return "DIMSE";
}

// PS3.7 C.5.16: an operation that the presentation context's service does not have, or that nobody knows.
Outcome serve_unrecognized(MessageExchange& exchange, Request const& request) {
    exchange.discard_data_set(request);
    exchange.respond(request, {.status = unrecognized_operation.code, .error_comment = unrecognized_operation.comment});
    return {.status = unrecognized_operation.code, .error = "not an operation of its presentation context"};
}

Outcome perform(MessageExchange& exchange, Request const& request, Scp const& scp) {
    auto const& command = request.command;
    switch (request.context->service) {
        case Service::verification:
            if (command.is(CommandField::c_echo_rq)) return serve_echo(exchange, request);
            break;
        case Service::storage:
            if (command.is(CommandField::c_store_rq)) return serve_store(exchange, request, scp);
            break;
        case Service::find:
            if (command.is(CommandField::c_find_rq)) return serve_find(exchange, request, scp);
            break;
        case Service::move:
            if (command.is(CommandField::c_move_rq)) return serve_move(exchange, request, scp);
            break;
        case Service::get:
            if (command.is(CommandField::c_get_rq)) return serve_get(exchange, request, scp);
            break;
        case Service::modality_worklist:
            if (command.is(CommandField::c_find_rq)) return serve_worklist(exchange, request, scp);
            break;
        case Service::performed_step:
            if (command.is(CommandField::n_create_rq)) return serve_step_creation(exchange, request, scp);
            if (command.is(CommandField::n_set_rq)) return serve_step_change(exchange, request, scp);
            break;
        case Service::performed_step_retrieve:
            if (command.is(CommandField::n_get_rq)) return serve_step_retrieval(exchange, request, scp);
            break;
        case Service::storage_commitment:
            if (command.is(CommandField::n_action_rq)) return serve_commitment(exchange, request, scp);
            break;
    }
    return serve_unrecognized(exchange, request);
}

// Which permission an operation of the service takes; nullptr for none.
bool PeerPermissions::*permission_for(Service service) {
    switch (service) {
        case Service::verification: return nullptr;
        case Service::storage:
        case Service::performed_step: return &PeerPermissions::store;
        case Service::find:
        case Service::modality_worklist:
        case Service::performed_step_retrieve: return &PeerPermissions::query;
        case Service::move:
        case Service::get: return &PeerPermissions::retrieve;
        case Service::storage_commitment: return &PeerPermissions::commit;
    }
    return nullptr;
}

// PS3.7 C.5.22.
Outcome serve_not_authorized(MessageExchange& exchange, Request const& request) {
    exchange.discard_data_set(request);
    exchange.respond(request, {.status = not_authorized.code, .error_comment = not_authorized.comment});
    return {.status = not_authorized.code, .error = "its AE title, or its user, has no permission for that"};
}

std::string_view event_of(Ending::Kind kind) { return kind == Ending::Kind::released ? "A-RELEASE" : "A-ABORT"; }

}  // namespace

Association::Association(Acceptor const& acceptor, Requested requested)
    : acceptor_{acceptor},
      peer_{std::move(requested.peer)},
      request_{std::move(requested.request)},
      transport_{std::move(requested.channel),
                 std::move(requested.received),
                 acceptor.settings.dimse_timeout,
                 {acceptor.stop_event, acceptor.abort_event}} {}

void Association::run() {
    if (auto const served = contain([this] { serve(); }); !served) {
        abort(reason_not_specified);
        tell("A-ABORT", served.error().detail);
    }
}

void Association::serve() {
    auto negotiation = negotiate(acceptor_.settings, request_);
    if (!identify(negotiation.accept)) return;
    auto const& accept = negotiation.accept;
    auto const pdu = write_associate_accept(request_, accept);
    if (!transport_.write(std::as_bytes(std::span{pdu})) || !transport_.flush())
        return tell("A-ASSOCIATE", "the A-ASSOCIATE-AC cannot be sent");
    tell("A-ASSOCIATE");
    extended_ = accept.extended;
    UpperLayer const upper_layer{transport_, {accept.pdu_length_max, request_.pdu_length_max}};
    MessageExchange exchange{transport_, upper_layer, std::move(negotiation.contexts)};
    serve_requests(exchange);
    end(exchange);
}

// Who is this? False when the association was rejected for it: PS3.7 D.3.3.7.3.
bool Association::identify(AssociateAccept& accept) {
    auto const& settings = acceptor_.settings;
    principal_ = {peer_.calling_ae_title};
    permissions_ = permissions_of(settings, peer_.calling_ae_title);
    if (!settings.verify_identity) return true;
    if (!request_.identity && settings.identity == IdentityPolicy::optional) return true;
    if (!request_.identity) return reject(no_reason_given, "says nothing of its user");
    auto const verified = settings.verify_identity(*request_.identity);
    if (!verified) return reject(no_reason_given, verified.error().detail);
    principal_ = verified->principal;
    permissions_ = both(permissions_, verified->permissions);
    if (request_.identity->response_requested) accept.identity_response = verified->response;
    return true;
}

bool Association::reject(Rejection rejection, std::string_view why) {
    tell("A-ASSOCIATE", why);
    (void)transport_.write(encode(rejection));
    transport_.linger(acceptor_.settings.artim_timeout);
    return false;
}

void Association::serve_requests(MessageExchange& exchange) {
    Scp const scp{.archive = acceptor_.archive,
                  .principal = principal_,
                  .source = peer_.calling_ae_title + "@" + peer_.remote,
                  .ae_title = acceptor_.settings.ae_title.str(),
                  .acceptance = acceptance_of(acceptor_.settings),
                  .calling_ae_title = peer_.calling_ae_title,
                  .remotes = acceptor_.settings.remotes,
                  .dimse_timeout = acceptor_.settings.dimse_timeout,
                  .extended = extended_};
    while (auto const request = exchange.next_request(acceptor_.settings.idle_timeout)) {
        if (request->command.is(CommandField::c_cancel_rq)) continue;  // what it cancels has ended already
        if ((request->command.command_field & response_bit) != 0) {
            exchange.end({Ending::Kind::violation, "a response to nothing", service_user_abort});
            return;
        }
        auto const started = std::chrono::steady_clock::now();
        auto const permission = permission_for(request->context->service);
        bool const permitted = permission == nullptr || permissions_.*permission;
        auto const outcome = permitted ? perform(exchange, *request, scp) : serve_not_authorized(exchange, *request);
        auto operation = operation_of(peer_, name_of(request->command));
        operation.status = outcome.status;
        operation.sop_instance = outcome.sop_instance;
        operation.bytes = outcome.bytes;
        operation.matches = outcome.matches;
        operation.error = outcome.error;
        operation.warnings = outcome.warnings;
        exchange.flush();
        operation.duration =
            std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - started);
        report(acceptor_, operation);
    }
}

void Association::end(MessageExchange& exchange) {
    auto const& ending = exchange.ending();
    tell(event_of(ending.kind), ending.detail);
    if (ending.kind == Ending::Kind::released) exchange.acknowledge_release();
    if (ending.abort) return abort(*ending.abort);
    transport_.linger(acceptor_.settings.artim_timeout);
}

void Association::abort(Abort why) {
    (void)transport_.write(encode(why));
    transport_.linger(acceptor_.settings.artim_timeout);
}

void Association::tell(std::string_view operation, std::string_view error) {
    auto told = operation_of(peer_, operation);
    told.error = error;
    report(acceptor_, told);
}

}  // namespace cassette::dimse
