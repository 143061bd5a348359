#include "dimse/association.h"

#include "dimse/contain.h"
#include "dimse/dimse_status.h"
#include "dimse/echo.h"
#include "dimse/find.h"
#include "dimse/store.h"

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
        case Service::patient_root_find:
            if (command.is(CommandField::c_find_rq))
                return serve_find(exchange, request, scp, InformationModel::patient_root);
            break;
        case Service::study_root_find:
            if (command.is(CommandField::c_find_rq))
                return serve_find(exchange, request, scp, InformationModel::study_root);
            break;
    }
    return serve_unrecognized(exchange, request);
}

UnknownSOPClasses unknown_sop_classes(ServerSettings const& settings) {
    return settings.accept_unknown_sop_classes ? UnknownSOPClasses::accept_as_storage : UnknownSOPClasses::refuse;
}

std::string_view event_of(Ending::Kind kind) { return kind == Ending::Kind::released ? "A-RELEASE" : "A-ABORT"; }

}  // namespace

Association::Association(Acceptor const& acceptor, Requested requested)
    : acceptor_{acceptor},
      peer_{std::move(requested.peer)},
      request_{std::move(requested.request)},
      transport_{std::move(requested.socket), std::move(requested.received), acceptor.settings.dimse_timeout,
                 acceptor.stop_event} {}

void Association::run() {
    if (auto const served = contain([this] { serve(); }); !served) {
        abort(reason_not_specified);
        tell("A-ABORT", served.error().detail);
    }
}

void Association::serve() {
    auto upper_layer = UpperLayer::receive(transport_, acceptor_.settings.pdu_length_max);
    if (!upper_layer) {
        abort(reason_not_specified);
        return tell("A-ASSOCIATE", upper_layer.error().detail);
    }
    auto contexts = negotiate(*upper_layer);
    if (auto const accepted = upper_layer->accept(); !accepted) return tell("A-ASSOCIATE", accepted.error().detail);
    tell("A-ASSOCIATE");
    MessageExchange exchange{transport_, std::move(*upper_layer), std::move(contexts)};
    serve_requests(exchange);
    end(exchange);
}

std::vector<AcceptedContext> Association::negotiate(UpperLayer& upper_layer) const {
    std::vector<AcceptedContext> accepted;
    for (auto const& proposed : request_.contexts) {
        auto const answer = answer_to(proposed, unknown_sop_classes(acceptor_.settings));
        upper_layer.answer(proposed.id, answer);
        if (answer.result == ContextResult::acceptance)
            accepted.push_back({proposed.id, answer.service, proposed.abstract_syntax, answer.transfer_syntax});
    }
    return accepted;
}

void Association::serve_requests(MessageExchange& exchange) {
    Scp const scp{.archive = acceptor_.archive,
                  .principal = {peer_.calling_ae_title},
                  .source = peer_.calling_ae_title + "@" + peer_.remote,
                  .ae_title = acceptor_.settings.ae_title.str(),
                  .unknown_sop_classes = unknown_sop_classes(acceptor_.settings)};
    while (auto const request = exchange.next_request(acceptor_.settings.idle_timeout)) {
        if (request->command.is(CommandField::c_cancel_rq)) continue;  // what it cancels has ended already
        if ((request->command.command_field & response_bit) != 0) {
            exchange.end({Ending::Kind::violation, "a response to nothing", service_user_abort});
            return;
        }
        auto const started = std::chrono::steady_clock::now();
        auto const outcome = perform(exchange, *request, scp);
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
