#include "dimse/get.h"

#include "dimse/invoker.h"
#include "dimse/move_status.h"
#include "dimse/retrieval.h"
#include "dimse/store_scu.h"

#include <utility>

namespace cassette::dimse {

namespace {

// PS3.7 D.3.3.4: those of Storage for which the requestor has the SCP role.
std::vector<AcceptedContext> contexts_of_requestor_as_scp(MessageExchange const& exchange) {
    std::vector<AcceptedContext> contexts;
    for (auto const& context : exchange.contexts())
        if (context.service == Service::storage && context.requestor_is_scp) contexts.push_back(context);
    return contexts;
}

class Getter {
public:
    Getter(MessageExchange& exchange, Request const& request, Scp const& scp)
        : exchange_{exchange}, request_{request}, scp_{scp}, invoker_{exchange, scp.dimse_timeout} {
        invoker_.on_request([this](MessageExchange& received_on, Request const& other) { take(received_on, other); });
    }

    Outcome run(Retrieval const& retrieval) {
        SubOperationTally tally{retrieval.selection.instances};
        StoreScu scu{invoker_, contexts_of_requestor_as_scp(exchange_), {.priority = request_.command.priority}};
        auto const sent = for_each_selected(scp_.archive, scp_.principal, retrieval.selection,
                                            [&](InstanceLocation const& location) -> Result<void> {
                                                if (auto on = go_on(tally); !on) return on;
                                                auto const status = scu.store(location, retrieval.open);
                                                if (exchange_.ended())
                                                    return fail(ErrorCode::unavailable, "the requestor is gone");
                                                count(tally, location, status);
                                                return {};
                                            });
        if (!sent && sent.error().code == ErrorCode::cancelled) return finish(tally, cancel);
        if (!sent && error_.empty()) error_ = sent.error().detail;
        tally.count_rest_failed();
        return finish(tally, tally.status());
    }

private:
    // A C-CANCEL may come at any time; another request may not, PS3.7 D.3.3.3.
    void take(MessageExchange& received_on, Request const& other) {
        if (!other.command.is(CommandField::c_cancel_rq))
            return received_on.end(
                {Ending::Kind::violation, "a request before the last one was answered", service_user_abort});
        if (other.command.message_id_being_responded_to == request_.command.message_id) cancelled_ = true;
    }

    Result<void> go_on(SubOperationTally const& tally) {
        if (tally.done() > 0) respond_pending(exchange_, request_, tally);
        cancelled_ = cancelled_ || exchange_.cancelled(request_);
        if (exchange_.ended()) return fail(ErrorCode::unavailable, "the requestor is gone");
        if (cancelled_) return fail(ErrorCode::cancelled, {});
        return {};
    }

    void count(SubOperationTally& tally, InstanceLocation const& location, Result<std::uint16_t> const& status) {
        if (status) return tally.count(location.instance, *status);
        if (error_.empty()) error_ = status.error().detail;
        tally.count_failed(location.instance);
    }

    Outcome finish(SubOperationTally const& tally, DimseStatus status) {
        return finish_retrieval(exchange_, request_, tally, {status, error_});
    }

    MessageExchange& exchange_;
    Request const& request_;
    Scp const& scp_;
    Invoker invoker_;
    bool cancelled_ = false;
    std::string error_;
};

}  // namespace

Outcome serve_get(MessageExchange& exchange, Request const& request, Scp const& scp) {
    auto const read = receive_identifier(exchange, request, scp);
    if (auto const* refusal = std::get_if<Refusal>(&read)) return refuse_retrieval(exchange, request, *refusal);
    auto const begun = begin_retrieval(request, scp, *std::get_if<RetrieveIdentifier>(&read));
    if (auto const* refusal = std::get_if<Refusal>(&begun)) return refuse_retrieval(exchange, request, *refusal);
    return Getter{exchange, request, scp}.run(*std::get_if<Retrieval>(&begun));
}

}  // namespace cassette::dimse
