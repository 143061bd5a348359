#include "dimse/message_exchange.h"

#include <utility>

namespace cassette::dimse {

namespace {

constexpr std::size_t command_set_size_max = 64 * 1024;
constexpr std::uint64_t discarded_max = std::uint64_t{16} << 30;  // bytes of a data set that is not wanted
constexpr std::chrono::milliseconds flush_interval{100};

std::span<std::byte const> as_bytes(std::string_view text) {
    return {reinterpret_cast<std::byte const*>(text.data()), text.size()};
}

std::string_view as_text(std::span<std::byte const> bytes) {
    return {reinterpret_cast<char const*>(bytes.data()), bytes.size()};
}

Ending violation(std::string_view detail) { return {Ending::Kind::violation, detail, service_user_abort}; }

}  // namespace

MessageExchange::MessageExchange(Transport& transport, UpperLayer upper_layer, std::vector<AcceptedContext> contexts)
    : transport_{&transport}, upper_layer_{std::move(upper_layer)}, contexts_{std::move(contexts)} {
    for (auto const& context : contexts_) by_id_[context.id] = &context;
}

std::optional<Request> MessageExchange::next_request(std::chrono::seconds idle_timeout) {
    if (ended()) return std::nullopt;
    return read_after(transport_->wait(idle_timeout), "idle for too long");
}

std::optional<Request> MessageExchange::next_message(std::chrono::seconds timeout) {
    if (ended()) return std::nullopt;
    return read_after(transport_->wait_in_operation(timeout), "no response in time");
}

std::optional<Request> MessageExchange::read_after(Transport::Wait waited, std::string_view too_late) {
    using Wait = Transport::Wait;
    if (waited == Wait::timed_out) end({Ending::Kind::timed_out, too_late, service_user_abort});
    if (waited == Wait::interrupted) end({Ending::Kind::stopped, "the server stops", service_user_abort});
    if (ended()) return std::nullopt;
    return read_command();
}

std::optional<Pdv> MessageExchange::next_pdv() {
    if (ended()) return std::nullopt;
    auto pdv = upper_layer_.next();
    if (!pdv) end(upper_layer_.ending());
    if (pdv && by_id_[pdv->context] == nullptr) {
        // PS3.8 9.3.5.1: a presentation context that was not accepted is an invalid parameter.
        end({Ending::Kind::violation, "a presentation context that was not accepted", invalid_pdu_parameter});
        return std::nullopt;
    }
    return pdv;
}

std::optional<Request> MessageExchange::read_command() {
    transport_->begin_message();
    std::string bytes;
    std::optional<std::uint8_t> context;
    while (auto const pdv = next_pdv()) {
        if (!pdv->command) return end(violation("a data set without a command")), std::nullopt;
        if (context.value_or(pdv->context) != pdv->context)
            return end(violation("a command in two presentation contexts")), std::nullopt;
        context = pdv->context;
        bytes.append(as_text(pdv->bytes));
        if (bytes.size() > command_set_size_max) return end(violation("a command set of no end")), std::nullopt;
        if (!pdv->last) continue;
        auto command = read_command_set(as_bytes(bytes));
        if (!command) return end(violation("a malformed command set")), std::nullopt;
        return Request{std::move(*command), by_id_[*context]};
    }
    return std::nullopt;
}

std::optional<Pdv> MessageExchange::next_fragment(Request const& request) {
    auto pdv = next_pdv();
    if (!pdv) return std::nullopt;
    if (pdv->command || pdv->context != request.context->id) {
        end(violation(pdv->command ? "a command amid a data set" : "a data set in two presentation contexts"));
        return std::nullopt;
    }
    return pdv;
}

Result<std::string> MessageExchange::read_data_set(Request const& request, std::size_t size_max) {
    std::string data_set;
    std::uint64_t size = 0;
    if (!request.command.has_data_set) return data_set;
    while (auto const pdv = next_fragment(request)) {
        size += pdv->bytes.size();
        if (size <= size_max) data_set.append(as_text(pdv->bytes));
        if (size > discarded_max) end(violation("a data set of no end"));
        if (!pdv->last) continue;
        if (size > size_max) return fail(ErrorCode::too_large, "the data set is too large for its operation");
        return data_set;
    }
    return fail(ErrorCode::cancelled, "the association has ended");
}

void MessageExchange::discard_data_set(Request const& request) { (void)read_data_set(request, 0); }

bool MessageExchange::respond(Request const& request, Response const& response, std::string_view data_set) {
    if (ended()) return false;
    auto const command = write_response(request.command, response);
    auto const context = request.context->id;
    return check_sent(upper_layer_.send(context, true, as_bytes(command)) &&
                      (!response.data_set_follows || upper_layer_.send(context, false, as_bytes(data_set))));
}

bool MessageExchange::check_sent(bool sent) {
    if (!sent) end({Ending::Kind::closed_by_peer, "the message cannot be sent", {}});
    return sent;
}

bool MessageExchange::send_command(AcceptedContext const& context, std::string_view command) {
    return !ended() && check_sent(upper_layer_.send(context.id, true, as_bytes(command)));
}

bool MessageExchange::send_piece(AcceptedContext const& context, std::span<std::byte const> bytes) {
    return !ended() && check_sent(upper_layer_.send_piece(context.id, bytes));
}

bool MessageExchange::finish_data_set(AcceptedContext const& context) {
    return !ended() && check_sent(upper_layer_.finish(context.id));
}

bool MessageExchange::flush() { return !ended() && check_sent(transport_->flush()); }

bool MessageExchange::flush_if_late() {
    if (std::chrono::steady_clock::now() - transport_->last_flush() < flush_interval) return !ended();
    return flush();
}

bool MessageExchange::cancelled(Request const& request) {
    if (ended() || !transport_->readable_now()) return false;
    auto const other = read_command();
    if (!other) return false;
    bool const cancel = other->command.is(CommandField::c_cancel_rq);
    // PS3.7 D.3.3.3: without asynchronous operations negotiated there is one operation at a time.
    if (!cancel) end(violation("a request before the last one was answered"));
    return cancel && other->command.message_id_being_responded_to == request.command.message_id;
}

void MessageExchange::end(Ending ending) {
    if (!ending_) ending_ = ending;
}

}  // namespace cassette::dimse
