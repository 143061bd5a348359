#include "dimse/upper_layer.h"

#include "dimse/dcmtk_connection.h"

#include <dcmtk/dcmnet/cond.h>
#include <dcmtk/dcmnet/dul.h>

#include <algorithm>
#include <mutex>
#include <type_traits>
#include <utility>

namespace cassette::dimse {

namespace {

struct DropNetwork {
    void operator()(T_ASC_Network* network) const noexcept { (void)ASC_dropNetwork(&network); }
};

// dcmExternalSocketHandle is one for the whole process: while a socket stands in it DCMTK takes that one and neither listens
// nor accepts.
class ExternalSocket {
public:
    explicit ExternalSocket(int socket) : lock_{mutex()} { dcmExternalSocketHandle.set(socket); }
    ~ExternalSocket() { dcmExternalSocketHandle.set(DCMNET_INVALID_SOCKET); }
    ExternalSocket(ExternalSocket const&) = delete;
    ExternalSocket& operator=(ExternalSocket const&) = delete;

private:
    static std::mutex& mutex() {
        static std::mutex instance;
        return instance;
    }
    std::lock_guard<std::mutex> lock_;
};

OFCondition receive_association(Transport& transport, long pdu_length_max, T_ASC_Association** received) {
    ExternalSocket const socket{transport.socket()};
    dcmDisableGethostbyaddr.set(OFTrue);
    T_ASC_Network* network = nullptr;
    auto condition = ASC_initializeNetwork(NET_ACCEPTOR, 0, 1, &network);
    std::unique_ptr<T_ASC_Network, DropNetwork> const owned_network{network};
    if (condition.bad()) return condition;
    DcmtkLayer layer{transport};
    condition = ASC_setTransportLayer(network, &layer, 0);
    if (condition.bad()) return condition;
    return ASC_receiveAssociation(network, received, pdu_length_max);
}

// `condition` is what DUL_ReadPDVs returned instead of a P-DATA-TF.
Ending ending_of(OFCondition const& condition, Transport::Fault fault) {
    using Kind = Ending::Kind;
    if (condition == DUL_PEERREQUESTEDRELEASE) return {Kind::released, {}, {}};
    if (fault == Transport::Fault::timed_out) return {Kind::timed_out, "the peer is too slow", reason_not_specified};
    if (fault == Transport::Fault::closed) return {Kind::closed_by_peer, "the peer closed the connection", {}};
    if (condition == DUL_PEERABORTEDASSOCIATION) return {Kind::aborted_by_peer, "the peer aborted", {}};
    // PS3.8 9.2.3, AA-8: DCMTK has sent the A-ABORT itself.
    if (condition.good()) return {Kind::violation, "unexpected PDU", {}};
    if (condition.code() == DULC_UNRECOGNIZEDPDUTYPE) return {Kind::violation, "unrecognized PDU", unrecognized_pdu};
    return {Kind::violation, "malformed PDU", invalid_pdu_parameter};
}

}  // namespace

Result<UpperLayer> UpperLayer::receive(Transport& transport, std::uint32_t pdu_length_max) {
    auto const length = std::clamp<long>(pdu_length_max, ASC_MINIMUMPDUSIZE, ASC_MAXIMUMPDUSIZE);
    transport.begin_message();
    transport.begin_piece();
    T_ASC_Association* received = nullptr;
    auto const condition = receive_association(transport, length, &received);
    Association association{received};
    if (condition.bad()) return fail(ErrorCode::malformed, "DCMTK does not take the A-ASSOCIATE-RQ");
    return UpperLayer{transport, std::move(association)};
}

void UpperLayer::answer(std::uint8_t context, ContextAnswer const& answer) {
    if (answer.result == ContextResult::acceptance) {
        (void)ASC_acceptPresentationContext(association_->params, context, answer.transfer_syntax.c_str());
        return;
    }
    auto const reason = static_cast<T_ASC_P_ResultReason>(answer.result);
    (void)ASC_refusePresentationContext(association_->params, context, reason);
}

Result<void> UpperLayer::accept() {
    auto const condition = ASC_acknowledgeAssociation(association_.get());
    if (condition.bad() || !transport_->flush())
        return fail(ErrorCode::unavailable, "the A-ASSOCIATE-AC cannot be sent");
    return {};
}

std::optional<Pdv> UpperLayer::next() {
    DUL_PDV pdv{};
    auto condition = DUL_NextPDV(&association_->DULassociation, &pdv);
    if (condition.bad()) {
        transport_->begin_piece();
        condition = DUL_ReadPDVs(&association_->DULassociation, nullptr, DUL_BLOCK, 0);
        if (condition == DUL_PDATAPDUARRIVED) condition = DUL_NextPDV(&association_->DULassociation, &pdv);
        if (condition.bad() || pdv.data == nullptr) {
            ending_ = ending_of(condition, transport_->fault());
            return std::nullopt;
        }
    }
    return Pdv{pdv.presentationContextID,
               pdv.pdvType == DUL_COMMANDPDV,
               pdv.lastPDV != OFFalse,
               {static_cast<std::byte const*>(pdv.data), pdv.fragmentLength}};
}

bool UpperLayer::send(std::uint8_t context, bool command, std::span<std::byte const> bytes) {
    // What the peer takes in one P-DATA-TF, less the heads of PDU and PDV, made even (PS3.8 E.2). 0 is no limit.
    unsigned long peer_max = association_->params->theirMaxPDUReceiveSize;
    if (peer_max == 0 || peer_max > ASC_MAXIMUMPDUSIZE) peer_max = ASC_MAXIMUMPDUSIZE;
    auto const fragment_max = (std::max(peer_max, 14UL) - 12) & ~1UL;
    do {
        auto const size = std::min<std::size_t>(bytes.size(), fragment_max);
        DUL_PDV pdv{};
        pdv.fragmentLength = size;
        pdv.presentationContextID = context;
        pdv.pdvType = command ? DUL_COMMANDPDV : DUL_DATASETPDV;
        pdv.lastPDV = size == bytes.size() ? OFTrue : OFFalse;
        pdv.data = const_cast<std::byte*>(bytes.data());
        DUL_PDVLIST list{};
        list.count = 1;
        list.pdv = &pdv;
        if (DUL_WritePDVs(&association_->DULassociation, &list).bad()) return false;
        bytes = bytes.subspan(size);
    } while (!bytes.empty());
    return true;
}

void UpperLayer::acknowledge_release() { (void)ASC_acknowledgeRelease(association_.get()); }

}  // namespace cassette::dimse
