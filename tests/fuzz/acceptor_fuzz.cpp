// Law: whatever a peer sends, first as an A-ASSOCIATE-RQ, then as PDUs of the association, is read to an end that is told. A
// request that is not refused, written and read again, is the same; so is the answer to it. No data set is held whole.

#include "dimse/associate_accept.h"
#include "dimse/message_exchange.h"
#include "dimse/negotiation.h"

#include <sys/socket.h>

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace cassette;
using namespace cassette::dimse;

namespace {

constexpr std::size_t input_max = 60'000;  // what a socket's buffer takes at once
constexpr std::uint32_t pdu_length_max = 16384;

void require(bool holds) {
    if (!holds) std::abort();
}

std::span<std::byte const> bytes_of(std::string_view text) { return std::as_bytes(std::span{text}); }

bool same(std::vector<ProposedContext> const& one, std::vector<ProposedContext> const& other) {
    auto const equal = [](ProposedContext const& a, ProposedContext const& b) {
        return a.id == b.id && a.abstract_syntax == b.abstract_syntax && a.transfer_syntaxes == b.transfer_syntaxes;
    };
    return std::ranges::equal(one, other, equal);
}

// The presentation contexts that are accepted, or none.
std::vector<AcceptedContext> associate(std::string_view pdu) {
    auto const read = read_associate_request(bytes_of(pdu));
    if (read.rejection) return {};
    auto const again = read_associate_request(bytes_of(write_associate_request(read.request)));
    require(!again.rejection && same(again.request.contexts, read.request.contexts));
    require(again.request.roles == read.request.roles && again.request.extended == read.request.extended);
    require(again.request.operations == read.request.operations);
    require(again.request.pdu_length_max == read.request.pdu_length_max);

    ServerSettings const settings{.ae_title = *AETitle::parse("CASSETTE")};
    auto negotiation = negotiate(settings, read.request);
    require(negotiation.accept.contexts.size() == read.request.contexts.size());
    auto const answered = read_associate_accept(bytes_of(write_associate_accept(read.request, negotiation.accept)));
    require(answered && answered->contexts == negotiation.accept.contexts);
    require(answered->roles == negotiation.accept.roles && answered->extended == negotiation.accept.extended);
    return std::move(negotiation.contexts);
}

void serve(MessageExchange& exchange) {
    while (auto const request = exchange.next_request(std::chrono::seconds{0})) {
        require(exchange.contexts().data() <= request->context);
        exchange.discard_data_set(*request);
        if (!request->command.is_response()) exchange.respond(*request, {.status = 0x0211});
    }
    require(exchange.ended());
    auto const& ending = exchange.ending();
    require(ending.kind != Ending::Kind::violation || !ending.detail.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const input{reinterpret_cast<char const*>(data), std::min(size, input_max)};
    (void)read_associate_accept(bytes_of(input));
    auto const length = input.size() < pdu_head_size ? 0 : read_big(input.substr(2, 4)) + pdu_head_size;
    auto const first = input.substr(0, std::min<std::uint64_t>(length, input.size()));
    auto contexts = associate(first);
    if (contexts.empty())
        contexts = {{.id = 1,
                     .service = Service::verification,
                     .abstract_syntax = "1.2.840.10008.1.1",
                     .transfer_syntax = "1.2.840.10008.1.2"}};

    int ends[2];
    require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
    FileDescriptor const peer{ends[1]};
    auto const rest = input.substr(first.size());
    require(::send(peer.get(), rest.data(), rest.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(rest.size()));
    ::shutdown(peer.get(), SHUT_WR);
    Transport transport{Channel{FileDescriptor{ends[0]}}, {}, std::chrono::seconds{1}, {}};
    MessageExchange exchange{transport, UpperLayer{transport, {pdu_length_max, 0}}, std::move(contexts)};
    serve(exchange);
    return 0;
}
