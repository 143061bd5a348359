#include "dimse/find.h"

#include "dimse/find_status.h"
#include "dimse/identifier.h"
#include "dimse/information_model.h"
#include "dimse/pending_matches.h"
#include "dimse/refusal.h"

#include <utility>
#include <variant>

namespace cassette::dimse {

namespace {

// Long lists of UIDs fit; nothing that somebody typed is longer.
constexpr std::size_t identifier_size_max = 1024 * 1024;
constexpr Tag query_retrieve_level_tag{0x0008, 0x0052};

Refusal refused(Error const& error) { return {find_status(error.code), error.detail}; }

Refusal mismatch(std::string detail, Tag offending_element) {
    return {find_status(ErrorCode::nonconformant), std::move(detail), offending_element};
}

// The presentation context is of Query/Retrieve, or the request would not have come here.
QueryRetrieveSOPClass sop_class_of(Request const& request) {
    return find_query_retrieve_sop_class(request.context->abstract_syntax).value_or(query_retrieve_sop_classes()[0]);
}

QueryRetrieveOptions options_of(Request const& request, Scp const& scp) {
    return scp.options_for(sop_class_of(request));
}

// PS3.4 C.4.1.1.3.1 and C.4.1.2.
std::variant<Level, Refusal> check_level(DataElements const& identifier, Request const& request,
                                         QueryRetrieveOptions const& options) {
    auto const model = sop_class_of(request).model;
    auto const level = level_of(identifier, model);
    if (!level) return mismatch("no Query/Retrieve Level of the model", query_retrieve_level_tag);
    if (options.relational) return *level;
    if (auto const tag = missing_unique_key(identifier, model, *level))
        return mismatch("no single value for " + to_hex(*tag), *tag);
    return *level;
}

Outcome finish(MessageExchange& exchange, Request const& request, Outcome outcome, Refusal why) {
    outcome.status = why.status.code;
    outcome.error = exchange.ended() ? std::string{exchange.ending().detail} : std::move(why.detail);
    exchange.respond(
        request,
        {.status = why.status.code, .error_comment = why.status.comment, .offending_element = why.offending_element});
    return outcome;
}

DimseStatus pending_status(FindPlan const& plan, Identifier const& identifier) {
    bool const all_keys = plan.unmatched.empty() && plan.incomplete.empty() && identifier.supports_all_keys();
    return all_keys ? find_pending : find_pending_without_some_keys;
}

}  // namespace

Outcome serve_find(MessageExchange& exchange, Request const& request, Scp const& scp) {
    Outcome outcome;
    auto const data_set = exchange.read_data_set(request, identifier_size_max);
    if (!data_set) return finish(exchange, request, outcome, refused(data_set.error()));
    outcome.bytes = data_set->size();
    auto elements = read_elements(std::as_bytes(std::span{*data_set}), encoding_of(*request.context));
    if (!elements) return finish(exchange, request, outcome, refused(elements.error()));
    auto const options = options_of(request, scp);
    auto const checked = check_level(*elements, request, options);
    if (auto const* refusal = std::get_if<Refusal>(&checked)) return finish(exchange, request, outcome, *refusal);

    Identifier const identifier{std::move(*elements), *std::get_if<Level>(&checked), options};
    auto const plan = plan_find(identifier.query(), *scp.archive.index.search_values().declared());
    if (!plan) return finish(exchange, request, outcome, refused(plan.error()));
    PendingMatches matches{exchange, request, pending_status(*plan, identifier)};
    auto const encoding = encoding_of(*request.context);
    auto const found = cassette::find(scp.archive, scp.principal, *plan, [&](Match const& match) {
        return matches.send(identifier.respond(match, scp.ae_title, encoding));
    });
    outcome.matches = matches.sent();
    return finish(exchange, request, outcome, found ? Refusal{success} : refused(found.error()));
}

}  // namespace cassette::dimse
