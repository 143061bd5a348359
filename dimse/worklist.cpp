#include "dimse/worklist.h"

#include "dimse/find_status.h"
#include "dimse/pending_matches.h"
#include "dimse/refusal.h"
#include "dimse/worklist_identifier.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t identifier_size_max = 1024 * 1024;

Refusal refused(Error const& error) { return {find_status(error.code), error.detail}; }

Outcome finish(MessageExchange& exchange, Request const& request, Outcome outcome, Refusal why) {
    outcome.status = why.status.code;
    outcome.error = exchange.ended() ? std::string{exchange.ending().detail} : std::move(why.detail);
    exchange.respond(request, {.status = why.status.code, .error_comment = why.status.comment});
    return outcome;
}

constexpr std::size_t fuzzy_byte = 2;  // PS3.4 Table K.5-1, counted from 0

MatchingOptions options_of(Scp const& scp) {
    auto const found = std::ranges::find(scp.extended, modality_worklist_find, &ExtendedNegotiation::abstract_syntax);
    bool const agreed = found != scp.extended.end() && found->information.size() > fuzzy_byte;
    return {.fuzzy_person_names = agreed && found->information[fuzzy_byte] == '\1'};
}

}  // namespace

std::vector<ExtendedNegotiation> granted_worklist_options(std::span<ExtendedNegotiation const> proposed) {
    std::vector<ExtendedNegotiation> granted;
    for (auto const& [abstract_syntax, information] : proposed) {
        if (abstract_syntax != modality_worklist_find || information.size() <= fuzzy_byte) continue;
        bool const fuzzy = information[fuzzy_byte] == '\1';
        granted.push_back({abstract_syntax, {'\1', '\1', fuzzy ? '\1' : '\0'}});
    }
    return granted;
}

Outcome serve_worklist(MessageExchange& exchange, Request const& request, Scp const& scp) {
    Outcome outcome;
    auto const data_set = exchange.read_data_set(request, identifier_size_max);
    if (!data_set) return finish(exchange, request, outcome, refused(data_set.error()));
    outcome.bytes = data_set->size();
    if (request.command.affected_sop_class != request.context->abstract_syntax)
        return finish(exchange, request, outcome, {sop_class_not_supported, "not the SOP Class of its context"});
    if (!request.command.has_data_set)
        return finish(exchange, request, outcome, {find_status(ErrorCode::nonconformant), "no Identifier"});
    auto elements = read_elements(std::as_bytes(std::span{*data_set}), encoding_of(*request.context));
    if (!elements) return finish(exchange, request, outcome, refused(elements.error()));

    WorklistIdentifier const identifier{std::move(*elements)};
    auto const plan = plan_worklist({identifier.keys(), options_of(scp)});
    if (!plan) return finish(exchange, request, outcome, refused(plan.error()));
    PendingMatches matches{exchange, request, plan->unmatched.empty() ? find_pending : find_pending_without_some_keys};
    auto const encoding = encoding_of(*request.context);
    auto const found = find_worklist(scp.archive.index, scp.principal, *plan, [&](WorklistItem const& item) {
        return matches.send(identifier.respond(item.root(), encoding));
    });
    outcome.matches = matches.sent();
    return finish(exchange, request, outcome, found ? Refusal{success} : refused(found.error()));
}

}  // namespace cassette::dimse
