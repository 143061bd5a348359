#include "dimse/invoker.h"

#include "dimse/dimse_status.h"

#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t reply_data_set_max = 1 << 20;

bool is_pending(std::uint16_t status) { return status == 0xFF00 || status == 0xFF01; }

}  // namespace

DataSetPieces in_one_piece(std::string_view data_set) {
    return [left = std::as_bytes(std::span{data_set})]() mutable -> Result<std::span<std::byte const>> {
        return std::exchange(left, {});
    };
}

Invoker::Invoker(MessageExchange& exchange, std::chrono::seconds reply_timeout)
    : exchange_{exchange}, reply_timeout_{reply_timeout} {}

Failure Invoker::ended() const {
    auto const& ending = exchange_.ending();
    auto const code = ending.kind == Ending::Kind::stopped ? ErrorCode::cancelled : ErrorCode::unavailable;
    return fail(code, ending.detail.empty() ? "the peer released the association" : std::string{ending.detail});
}

std::uint16_t Invoker::next_message_id() {
    do ++last_message_id_;
    while (last_message_id_ == 0 || outstanding_.contains(last_message_id_));
    return last_message_id_;
}

Result<std::uint16_t> Invoker::send(AcceptedContext const& context, CommandSet command, DataSetPieces const& pieces) {
    command.message_id = next_message_id();
    command.has_data_set = static_cast<bool>(pieces);
    if (!exchange_.send_command(context, write_request(command))) return ended();
    while (pieces) {
        auto const piece = pieces();
        if (!piece) {
            exchange_.end({Ending::Kind::violation, "a data set of ours broke off", service_user_abort});
            return fail(piece.error());
        }
        bool const whole = piece->empty();
        if (!(whole ? exchange_.finish_data_set(context) : exchange_.send_piece(context, *piece))) return ended();
        if (whole) break;
    }
    outstanding_.try_emplace(command.message_id);
    return command.message_id;
}

Result<Request> Invoker::next_message() {
    auto message = exchange_.next_message(reply_timeout_);
    if (!message) return ended();
    return *std::move(message);
}

Result<void> Invoker::take_reply(Request const& message) {
    auto const found = outstanding_.find(message.command.message_id_being_responded_to);
    if (found == outstanding_.end()) {
        exchange_.end({Ending::Kind::violation, "a response to nothing", service_user_abort});
        return ended();
    }
    auto data_set = exchange_.read_data_set(message, reply_data_set_max);
    if (!data_set) return exchange_.ended() ? Result<void>{ended()} : fail(data_set.error());
    found->second.kept.push_back({message.command, *std::move(data_set), message.context});
    return {};
}

void Invoker::dispatch(Request const& request) {
    if (handler_) return handler_(exchange_, request);
    if (request.command.is(CommandField::c_cancel_rq)) return;
    exchange_.discard_data_set(request);
    exchange_.respond(request,
                      {.status = unrecognized_operation.code, .error_comment = unrecognized_operation.comment});
}

Result<Reply> Invoker::await(std::uint16_t message_id) {
    auto const found = outstanding_.find(message_id);
    if (found == outstanding_.end()) return fail(ErrorCode::not_found, "no response to that is to come");
    auto& kept = found->second.kept;
    while (kept.empty()) {
        auto const message = next_message();
        if (!message) return fail(message.error());
        if (!message->command.is_response()) {
            dispatch(*message);
            continue;
        }
        if (auto const taken = take_reply(*message); !taken) return fail(taken.error());
    }
    auto reply = std::move(kept.front());
    kept.erase(kept.begin());
    if (!is_pending(reply.command.status)) outstanding_.erase(found);
    return reply;
}

Result<Reply> Invoker::invoke(AcceptedContext const& context, CommandSet command, DataSetPieces const& pieces) {
    auto const message_id = send(context, std::move(command), pieces);
    if (!message_id) return fail(message_id.error());
    return await(*message_id);
}

Result<void> Invoker::cancel(AcceptedContext const& context, std::uint16_t message_id) {
    auto command = command_of(CommandField::c_cancel_rq);
    command.message_id_being_responded_to = message_id;
    if (!exchange_.send_command(context, write_request(command)) || !exchange_.flush()) return ended();
    return {};
}

Result<bool> Invoker::serve_one(std::chrono::milliseconds timeout) {
    using Clock = std::chrono::steady_clock;
    auto const deadline = Clock::now() + timeout;
    while (!exchange_.ended()) {
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (exchange_.wait(left) == Transport::Wait::timed_out) return false;
        auto const message = next_message();
        if (!message) return fail(message.error());
        if (!message->command.is_response()) {
            dispatch(*message);
            (void)exchange_.flush();
            return true;
        }
        if (auto const taken = take_reply(*message); !taken) return fail(taken.error());
    }
    return ended();
}

}  // namespace cassette::dimse
