#include "dimse/retrieval.h"

#include "archive/retrieve/extracted_frames.h"
#include "archive/retrieve/retrieve.h"
#include "dimse/move_status.h"

#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t identifier_size_max = 1024 * 1024;

Refusal refused(Error const& error) { return {move_status(error.code), error.detail}; }

// The presentation context is of Query/Retrieve, or the request would not have come here.
QueryRetrieveSOPClass sop_class_of(Request const& request) {
    return find_query_retrieve_sop_class(request.context->abstract_syntax).value_or(query_retrieve_sop_classes()[0]);
}

DatasetOpener whole_instances(Scp const& scp) {
    return [&scp](InstanceLocation const& location, std::span<std::string const> accepted) {
        return outgoing_dataset(scp.archive, scp.principal, location, accepted);
    };
}

DatasetOpener instances_without_bulk_data(Scp const& scp) {
    return [&scp](InstanceLocation const& location, std::span<std::string const> accepted) {
        return dataset_without_bulk_data(scp.archive, scp.principal, location, accepted);
    };
}

std::variant<Retrieval, Refusal> begin_extraction(Scp const& scp, Selection selection, FrameSelection const& frames) {
    if (selection.scopes.empty()) return Retrieval{std::move(selection), whole_instances(scp)};
    auto const location = locate_instance(scp.archive, scp.principal, selection.scopes.front());
    if (!location) return refused(location.error());
    auto extraction = plan_extraction(scp.archive, scp.principal, *location, frames);
    if (!extraction) return Refusal{frame_status(extraction.error().code), extraction.error().detail};
    auto open = [&scp, extraction = std::move(*extraction)](InstanceLocation const& instance,
                                                            std::span<std::string const> accepted) {
        return extracted_frames({scp.archive, scp.principal, instance}, extraction, accepted);
    };
    return Retrieval{std::move(selection), std::move(open)};
}

}  // namespace

std::variant<RetrieveIdentifier, Refusal> receive_identifier(MessageExchange& exchange, Request const& request,
                                                             Scp const& scp) {
    auto const data_set = exchange.read_data_set(request, identifier_size_max);
    if (!data_set) return refused(data_set.error());
    auto const elements = read_elements(std::as_bytes(std::span{*data_set}), encoding_of(*request.context));
    if (!elements) return refused(elements.error());
    auto const sop_class = sop_class_of(request);
    auto const hierarchy = scp.options_for(sop_class).relational ? Hierarchy::relational : Hierarchy::strict;
    return read_retrieve_identifier(*elements, sop_class.model, hierarchy);
}

std::variant<Retrieval, Refusal> begin_retrieval(Request const& request, Scp const& scp,
                                                 RetrieveIdentifier const& identifier) {
    auto selection = select_instances(scp.archive, scp.principal, identifier.selection);
    if (!selection) return refused(selection.error());
    if (identifier.frames) return begin_extraction(scp, std::move(*selection), *identifier.frames);
    bool const without_bulk = sop_class_of(request).model == InformationModel::without_bulk_data;
    return Retrieval{std::move(*selection), without_bulk ? instances_without_bulk_data(scp) : whole_instances(scp)};
}

bool respond_pending(MessageExchange& exchange, Request const& request, SubOperationTally const& tally) {
    Response response{.status = sub_operations_continue.code};
    response.sub_operations = tally.pending();
    return exchange.respond(request, response);
}

Outcome finish_retrieval(MessageExchange& exchange, Request const& request, SubOperationTally const& tally,
                         Finished const& finished) {
    bool const cancelled = finished.status.code == cancel.code;
    auto const failed =
        finished.status.code == success.code ? std::string{} : tally.failed_list(request.context->transfer_syntax);
    Response response{
        .status = finished.status.code, .data_set_follows = !failed.empty(), .error_comment = finished.status.comment};
    response.sub_operations = cancelled ? tally.pending() : tally.final();
    exchange.respond(request, response, failed);
    Outcome outcome{.status = finished.status.code, .matches = tally.completed()};
    outcome.error = exchange.ended() ? std::string{exchange.ending().detail} : finished.error;
    return outcome;
}

Outcome refuse_retrieval(MessageExchange& exchange, Request const& request, Refusal const& refusal) {
    exchange.respond(request,
                     {.status = refusal.status.code,
                      .error_comment = refusal.status.comment,
                      .offending_element = refusal.offending_element});
    Outcome outcome{.status = refusal.status.code, .error = refusal.detail};
    if (exchange.ended()) outcome.error = exchange.ending().detail;
    return outcome;
}

}  // namespace cassette::dimse
