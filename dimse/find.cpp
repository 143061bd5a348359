#include "dimse/find.h"

#include "dimse/find_status.h"
#include "dimse/identifier.h"
#include "dimse/information_model.h"
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

ElementEncoding encoding_of(AcceptedContext const& context) {
    return context.transfer_syntax == "1.2.840.10008.1.2" ? implicit_vr_little_endian : explicit_vr_little_endian;
}

class Responder {
public:
    Responder(MessageExchange& exchange, Request const& request, Scp const& scp, Identifier const& identifier)
        : exchange_{exchange}, request_{request}, scp_{scp}, identifier_{identifier} {}

    // Sends the responses, all but the last.
    Result<void> run(FindPlan const& plan) {
        bool const all_keys = plan.unmatched.empty() && plan.incomplete.empty() && identifier_.supports_all_keys();
        pending_ = all_keys ? find_pending : find_pending_without_some_keys;
        return cassette::find(scp_.archive, scp_.principal, plan,
                              [this](Match const& match) { return respond(match); });
    }
    std::uint64_t matches() const { return matches_; }

private:
    Result<void> respond(Match const& match) {
        if (exchange_.cancelled(request_)) return fail(ErrorCode::cancelled, {});
        auto const identifier = identifier_.respond(match, scp_.ae_title, encoding_of(*request_.context));
        Response const response{.status = pending_.code, .data_set_follows = true};
        if (!exchange_.respond(request_, response, identifier) || !exchange_.flush_if_late())
            return fail(ErrorCode::unavailable, "the requestor is gone");
        ++matches_;
        return {};
    }

    MessageExchange& exchange_;
    Request const& request_;
    Scp const& scp_;
    Identifier const& identifier_;
    DimseStatus pending_ = find_pending;
    std::uint64_t matches_ = 0;
};

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
    Responder responder{exchange, request, scp, identifier};
    auto const found = responder.run(*plan);
    outcome.matches = responder.matches();
    return finish(exchange, request, outcome, found ? Refusal{success} : refused(found.error()));
}

}  // namespace cassette::dimse
