#include "dimse/move.h"

#include "dimse/move_status.h"
#include "dimse/retrieval.h"
#include "dimse/store_transfer.h"

#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::chrono::milliseconds progress_interval{100};  // between pending responses, and looks for a C-CANCEL

class Mover {
public:
    Mover(MessageExchange& exchange, Request const& request, Scp const& scp)
        : exchange_{exchange}, request_{request}, scp_{scp} {}

    Outcome run(Retrieval const& retrieval, RemoteAE const& destination) {
        SubOperationTally tally{retrieval.selection.instances};
        for (auto const& contexts : store_proposals(retrieval.selection.kinds)) {
            StoreTransfer transfer{{destination, *AETitle::parse(scp_.ae_title), contexts, origin()}, retrieval.open};
            if (auto const sent = send(transfer, retrieval, tally); !sent) {
                transfer.give_up();
                count(transfer, tally);
                if (sent.error().code == ErrorCode::cancelled) return finish(tally, cancel);
                if (error_.empty()) error_ = sent.error().detail;
                break;
            }
        }
        tally.count_rest_failed();
        return finish(tally, tally.status());
    }

private:
    StoreOrigin origin() const {
        return {.priority = request_.command.priority,
                .move_originator = scp_.calling_ae_title,
                .move_originator_message_id = request_.command.message_id};
    }

    // Those of the selection whose class is among the contexts.
    Result<void> send(StoreTransfer& transfer, Retrieval const& retrieval, SubOperationTally& tally) {
        auto const offered = for_each_selected(scp_.archive, scp_.principal, retrieval.selection,
                                               [&](InstanceLocation const& location) -> Result<void> {
                                                   if (!transfer.takes(location.sop_class)) return {};
                                                   bool taken = false;
                                                   while (!taken) {
                                                       taken = transfer.offer(location, progress_interval);
                                                       if (auto on = go_on(transfer, tally); !on) return on;
                                                   }
                                                   return {};
                                               });
        if (!offered) return offered;
        while (!transfer.finish(progress_interval))
            if (auto on = go_on(transfer, tally); !on) return on;
        count(transfer, tally);
        return {};
    }

    Result<void> go_on(StoreTransfer& transfer, SubOperationTally& tally) {
        auto const before = tally.done();
        count(transfer, tally);
        auto const now = std::chrono::steady_clock::now();
        if (now - told_at_ >= progress_interval) {
            told_at_ = now;
            if (tally.done() != before) respond_pending(exchange_, request_, tally);
            exchange_.flush();
            if (exchange_.cancelled(request_)) return fail(ErrorCode::cancelled, {});
        }
        if (exchange_.ended()) return fail(ErrorCode::unavailable, "the requestor is gone");
        return {};
    }

    void count(StoreTransfer& transfer, SubOperationTally& tally) {
        for (auto const& result : transfer.take_results()) {
            if (result.status)
                tally.count(result.instance, *result.status);
            else
                tally.count_failed(result.instance);
            if (error_.empty()) error_ = result.error;
        }
    }

    Outcome finish(SubOperationTally const& tally, DimseStatus status) {
        return finish_retrieval(exchange_, request_, tally, {status, error_});
    }

    MessageExchange& exchange_;
    Request const& request_;
    Scp const& scp_;
    std::chrono::steady_clock::time_point told_at_ = std::chrono::steady_clock::now();
    std::string error_;
};

}  // namespace

Outcome serve_move(MessageExchange& exchange, Request const& request, Scp const& scp) {
    auto const read = receive_identifier(exchange, request, scp);
    if (auto const* refusal = std::get_if<Refusal>(&read)) return refuse_retrieval(exchange, request, *refusal);
    auto const* destination = find_remote_ae(scp.remotes, request.command.move_destination);
    if (destination == nullptr || destination->host.empty())
        return refuse_retrieval(exchange, request, {move_destination_unknown, "an unknown Move Destination"});
    auto const begun = begin_retrieval(request, scp, *std::get_if<RetrieveIdentifier>(&read));
    if (auto const* refusal = std::get_if<Refusal>(&begun)) return refuse_retrieval(exchange, request, *refusal);
    return Mover{exchange, request, scp}.run(*std::get_if<Retrieval>(&begun), *destination);
}

}  // namespace cassette::dimse
