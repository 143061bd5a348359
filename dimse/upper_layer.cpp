#include "dimse/upper_layer.h"

#include <algorithm>
#include <array>

// PS3.8 9.3.5, the P-DATA-TF: a head, then PDVs
//
//   | item-length (4, big endian): bytes that follow | context ID (1) | message control header (1) | fragment |
//
// of whose message control header (PS3.8 E.2) bit 0 says command, bit 1 last.

namespace cassette::dimse {

namespace {

constexpr std::uint8_t command_bit = 1, last_bit = 2;
constexpr std::size_t pdv_head_size = 6;
constexpr std::size_t sent_length_max = 131072;  // of a P-DATA-TF to a peer that sets no limit, or a higher one
// Some count the head of the PDU, or of PDU and PDV, out of the maximum length that they were told (PS3.8 D.1).
constexpr std::uint32_t miscounted = pdu_head_size + pdv_head_size;

std::uint32_t read_big_32(std::span<std::byte const, 4> bytes) {
    std::uint32_t value = 0;
    for (auto const byte : bytes) value = value << 8U | std::to_integer<std::uint32_t>(byte);
    return value;
}

void write_big_32(std::byte* out, std::size_t value) {
    for (unsigned i = 0; i < 4; ++i) out[i] = static_cast<std::byte>(value >> (24 - 8 * i) & 0xFFU);
}

bool read_exactly(Transport& transport, std::span<std::byte> out) {
    while (!out.empty()) {
        auto const count = transport.read(out.data(), out.size());
        if (count <= 0) return false;
        out = out.subspan(static_cast<std::size_t>(count));
    }
    return true;
}

// PS3.8 9.3.6 and 9.3.7: type | reserved | length 4 | reserved (4)
constexpr std::array<std::byte, 10> release_pdu(PduType type) {
    return {std::byte{static_cast<std::uint8_t>(type)}, {}, {}, {}, {}, std::byte{4}};
}

Ending violation(std::string_view detail, Abort abort) { return {Ending::Kind::violation, detail, abort}; }

}  // namespace

bool UpperLayer::end(Ending ending) {
    ending_ = ending;
    return false;
}

Ending UpperLayer::failure() const {
    using Kind = Ending::Kind;
    switch (transport_->fault()) {
        case Transport::Fault::timed_out: return {Kind::timed_out, "the peer is too slow", reason_not_specified};
        case Transport::Fault::interrupted: return {Kind::stopped, "the server stops", service_user_abort};
        case Transport::Fault::none:
        case Transport::Fault::closed: break;
    }
    return {Kind::closed_by_peer, "the peer closed the connection", {}};
}

std::optional<std::uint32_t> UpperLayer::read_head(PduType& type) {
    std::array<std::byte, pdu_head_size> head;
    if (!read_exactly(*transport_, head)) return end(failure()), std::nullopt;
    type = static_cast<PduType>(head[0]);
    return read_big_32(std::span{head}.subspan<2, 4>());
}

bool UpperLayer::read_body(std::size_t size) {
    body_.resize(size);
    return read_exactly(*transport_, body_) || end(failure());
}

bool UpperLayer::take_pdu() {
    transport_->begin_piece();
    PduType type{};
    auto const length = read_head(type);
    if (!length) return false;
    switch (type) {
        case PduType::p_data_tf:
            if (*length == 0 || *length > limits_.ours + miscounted)
                return end(violation("malformed PDU", invalid_pdu_parameter));
            if (!read_body(*length)) return false;
            unread_ = body_;
            return true;
        case PduType::a_release_rq:
            if (*length != 4) return end(violation("malformed PDU", invalid_pdu_parameter));
            if (!read_body(*length)) return false;
            if (!releasing_) return end({Ending::Kind::released, {}, {}});
            acknowledge_release();  // PS3.8 9.2.3, AR-8 and AR-9: both release at a time
            return true;
        case PduType::a_abort: return end({Ending::Kind::aborted_by_peer, "the peer aborted", {}});
        case PduType::a_associate_rq:
        case PduType::a_associate_ac:
        case PduType::a_associate_rj: return end(violation("unexpected PDU", unexpected_pdu));  // PS3.8 9.2.3, AA-8
        case PduType::a_release_rp:
            if (!releasing_) return end(violation("unexpected PDU", unexpected_pdu));
            return end({Ending::Kind::released, {}, {}});
    }
    return end(violation("unrecognized PDU", unrecognized_pdu));
}

std::optional<Pdv> UpperLayer::next() {
    if (unread_.empty() && !take_pdu()) return std::nullopt;
    auto const malformed = [this] { return end(violation("malformed PDU", invalid_pdu_parameter)), std::nullopt; };
    if (unread_.size() < pdv_head_size) return malformed();
    std::size_t const length = read_big_32(unread_.first<4>());
    if (length < 2 || length > unread_.size() - 4) return malformed();
    auto const flags = std::to_integer<std::uint8_t>(unread_[5]);
    Pdv const pdv{std::to_integer<std::uint8_t>(unread_[4]), (flags & command_bit) != 0, (flags & last_bit) != 0,
                  unread_.subspan(pdv_head_size, length - 2)};
    unread_ = unread_.subspan(4 + length);
    return pdv;
}

std::size_t UpperLayer::fragment_max() const {
    // Less the head of the PDV, and of the PDU for those who count it in, made even (PS3.8 E.2).
    std::size_t const length =
        limits_.peers == 0 ? sent_length_max : std::min<std::size_t>(limits_.peers, sent_length_max);
    return (std::max<std::size_t>(length, miscounted + 2) - miscounted) & ~std::size_t{1};
}

bool UpperLayer::write_pdv(std::uint8_t context, std::uint8_t flags, std::span<std::byte const> bytes) {
    std::array<std::byte, pdu_head_size + pdv_head_size> head{std::byte{static_cast<std::uint8_t>(PduType::p_data_tf)}};
    write_big_32(head.data() + 2, bytes.size() + pdv_head_size);
    write_big_32(head.data() + pdu_head_size, bytes.size() + 2);
    head[pdu_head_size + 4] = std::byte{context};
    head[pdu_head_size + 5] = std::byte{flags};
    return transport_->write(head) && transport_->write(bytes);
}

bool UpperLayer::send(std::uint8_t context, bool command, std::span<std::byte const> bytes) {
    std::uint8_t const kind = command ? command_bit : 0;
    while (bytes.size() > fragment_max()) {
        if (!write_pdv(context, kind, bytes.first(fragment_max()))) return false;
        bytes = bytes.subspan(fragment_max());
    }
    return write_pdv(context, kind | last_bit, bytes);
}

bool UpperLayer::send_piece(std::uint8_t context, std::span<std::byte const> bytes) {
    // What is sent here is not the last: at least a byte stays behind for `finish`.
    auto const max = fragment_max();
    while (held_.size() + bytes.size() > max) {
        auto const part = bytes.first(max - held_.size());
        bytes = bytes.subspan(part.size());
        if (!held_.empty()) held_.append(reinterpret_cast<char const*>(part.data()), part.size());
        bool const sent = write_pdv(context, 0, held_.empty() ? part : std::as_bytes(std::span{held_}));
        held_.clear();
        if (!sent) return false;
    }
    held_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
    return true;
}

bool UpperLayer::finish(std::uint8_t context) {
    bool const sent = write_pdv(context, last_bit, std::as_bytes(std::span{held_}));
    held_.clear();
    return sent;
}

bool UpperLayer::release(std::chrono::milliseconds timeout) {
    using Clock = std::chrono::steady_clock;
    auto const deadline = Clock::now() + timeout;
    releasing_ = true;
    if (!transport_->write(release_pdu(PduType::a_release_rq))) return false;
    while (true) {
        auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
        if (transport_->wait(left) != Transport::Wait::readable) return false;
        if (!take_pdu()) return ending_.kind == Ending::Kind::released;
        unread_ = {};
    }
}

void UpperLayer::acknowledge_release() { (void)transport_->write(release_pdu(PduType::a_release_rp)); }

std::optional<Pdu> read_pdu(Transport& transport, std::size_t size_max) {
    std::array<std::byte, pdu_head_size> head;
    if (!read_exactly(transport, head)) return std::nullopt;
    std::size_t const length = read_big_32(std::span{head}.subspan<2, 4>());
    if (length + pdu_head_size > size_max) return std::nullopt;
    Pdu pdu{static_cast<PduType>(head[0]), std::string(pdu_head_size + length, '\0')};
    std::ranges::copy(head, std::as_writable_bytes(std::span{pdu.bytes}).begin());
    if (!read_exactly(transport, std::as_writable_bytes(std::span{pdu.bytes}).subspan(pdu_head_size)))
        return std::nullopt;
    return pdu;
}

}  // namespace cassette::dimse
