#include "dimse/commitment.h"

#include "archive/outgoing/storage_commitment.h"
#include "dimse/commitment_data_set.h"
#include "dimse/commitment_report.h"
#include "dimse/commitment_status.h"

#include <utility>

namespace cassette::dimse {

namespace {

using Clock = std::chrono::system_clock;

constexpr std::uint16_t request_storage_commitment = 1;          // Action Type ID, PS3.4 J.3.2
constexpr std::size_t data_set_size_max = std::size_t{8} << 20;  // more than 20,000 references
constexpr std::chrono::seconds claim_time{600};                  // for verifying and reporting here
constexpr std::chrono::milliseconds time_to_release{1000};       // many peers release as soon as they are answered

std::int64_t nanoseconds(Clock::time_point moment) {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(moment.time_since_epoch()).count();
}

std::optional<Refusal> refusal_of(CommandSet const& command) {
    if (command.requested_sop_class != storage_commitment_push_model)
        return Refusal{no_such_sop_class, "another SOP Class than the presentation context's"};
    if (command.requested_sop_instance != storage_commitment_push_model_instance)
        return Refusal{no_such_sop_instance, "not the well-known SOP Instance"};
    if (command.action_type_id != request_storage_commitment) return Refusal{no_such_action, "an unknown action type"};
    return std::nullopt;
}

Outcome refuse(MessageExchange& exchange, Request const& request, Refusal const& refusal) {
    exchange.respond(request,
                     {.status = refusal.status.code,
                      .error_comment = refusal.status.comment,
                      .offending_element = refusal.offending_element});
    return {.status = refusal.status.code, .error = refusal.detail};
}

// One transaction after its request has been answered, on the association it came on.
class Report {
public:
    Report(MessageExchange& exchange, Request const& request, Scp const& scp)
        : exchange_{exchange}, request_{request}, scp_{scp} {}

    // The task is done with, or given back to the outbox.
    Result<void> run(OutboxTask const& task) {
        auto reported = verify_and_report(task);
        auto& outbox = scp_.archive.index.outbox();
        bool const tried = !reported && reported.error().code != ErrorCode::cancelled;
        auto const now = nanoseconds(Clock::now());
        auto const kept = reported ? outbox.complete(task)
                                   : outbox.postpone(task, {now, tried ? reported.error().detail : std::string{}});
        if (!kept) return fail(kept.error());
        return tried ? reported : Result<void>{};
    }

private:
    Result<void> verify_and_report(OutboxTask const& task) {
        auto commitment = decode_commitment(task.task.payload);
        if (!commitment) return fail(commitment.error());
        auto const quiet = [this] { return is_quiet(std::chrono::milliseconds{0}); };
        auto const verified = verify_commitment(scp_.archive, scp_.principal, *commitment, quiet);
        if (!verified) return verified;
        auto const kept = scp_.archive.index.outbox().amend(task, encode_commitment(*commitment));
        if (!kept) return fail(kept.error());
        if (!*kept || !is_quiet(time_to_release)) return fail(ErrorCode::cancelled, "reported elsewhere");
        Invoker invoker{exchange_, scp_.dimse_timeout};
        return report_commitment(invoker, *request_.context, *commitment, scp_.ae_title);
    }

    // Whether the peer says nothing: no release, no further request.
    bool is_quiet(std::chrono::milliseconds time) {
        return !exchange_.ended() && exchange_.wait(time) == Transport::Wait::timed_out;
    }

    MessageExchange& exchange_;
    Request const& request_;
    Scp const& scp_;
};

// Classes that nothing here is ever of need no look into the archive.
void mark_unsupported(Commitment& commitment, AcceptancePolicy const& policy) {
    for (auto& reference : commitment.references)
        if (!is_storable(reference.sop_class.str(), policy))
            reference.failure = CommitmentFailure::sop_class_not_supported;
}

Result<std::optional<OutboxTask>> keep(Scp const& scp, Commitment commitment) {
    auto requestor = AETitle::parse(scp.calling_ae_title);
    if (!requestor) return fail(ErrorCode::not_authorized, "an association without a calling AE title");
    auto const now = Clock::now();
    return accept_commitment(scp.archive, std::move(commitment),
                             {*std::move(requestor), scp.ae_title, nanoseconds(now), nanoseconds(now + claim_time)});
}

}  // namespace

Outcome serve_commitment(MessageExchange& exchange, Request const& request, Scp const& scp) {
    auto const data_set = exchange.read_data_set(request, data_set_size_max);
    if (auto const refusal = refusal_of(request.command)) return refuse(exchange, request, *refusal);
    if (!data_set)
        return refuse(exchange, request, {commitment_status(data_set.error().code), data_set.error().detail});
    auto read = read_commitment_request(*data_set, encoding_of(request.context->transfer_syntax));
    if (!read.commitment) return refuse(exchange, request, read.refusal);
    mark_unsupported(*read.commitment, scp.acceptance);
    Outcome outcome{.sop_instance = read.commitment->transaction.str(), .bytes = data_set->size()};
    outcome.matches = read.commitment->references.size();
    auto const kept = keep(scp, *std::move(read.commitment));
    if (!kept) return refuse(exchange, request, {commitment_status(kept.error().code), kept.error().detail});
    exchange.respond(request, {});
    if (!exchange.flush() || !*kept) return outcome;
    if (auto const reported = Report{exchange, request, scp}.run(**kept); !reported)
        outcome.error = reported.error().detail;
    return outcome;
}

}  // namespace cassette::dimse
