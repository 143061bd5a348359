#pragma once

#include "dimse/associate_accept.h"
#include "dimse/associate_request.h"
#include "dimse/invoker.h"
#include "dimse/remote_ae.h"
#include "dimse/transport.h"

#include <memory>
#include <optional>
#include <string_view>
#include <vector>

namespace cassette::dimse {

// What we propose with an A-ASSOCIATE-RQ. Called AE title: the remote's.
struct AssociationProposal {
    AETitle calling_ae_title;
    std::vector<ProposedContext> contexts;            // at most 128; their ids are given by `open`: 1, 3, 5, ...
    std::vector<RoleSelection> roles = {};            // PS3.7 D.3.3.4, for a C-GET SCU or a Storage Commitment SCP
    std::vector<ExtendedNegotiation> extended = {};   // PS3.7 D.3.3.5
    std::optional<UserIdentity> identity = {};        // PS3.7 D.3.3.7
    std::optional<OperationsWindow> operations = {};  // PS3.7 D.3.3.3
    std::uint32_t pdu_length_max = 131072;            // that we take
};

// An association that we open: we are the association requestor, and SCU but for what roles were negotiated. Everything but
// `interrupt` on one thread at a time. It runs on the thread of who calls: no thread of its own.
class Requestor {
public:
    // Connects (every address of the host, TCP_NODELAY, TLS when the remote has settings for it) and negotiates, within the
    // remote's timeouts. `stop_event` becomes readable when the server stops, which ends every wait; -1 for none.
    // ErrorCode::unavailable: not reachable, no answer, aborted, or rejected as transient; ErrorCode::not_authorized: rejected
    // for good, or its certificate does not do; ErrorCode::malformed: the answer is no A-ASSOCIATE-AC;
    // ErrorCode::cancelled: the server stops. The detail names what PS3.8 9.3.4 calls the reason.
    // An association without any accepted context is a success: see `contexts`.
    static Result<std::unique_ptr<Requestor>> open(RemoteAE const& remote, AssociationProposal const& proposal,
                                                   int stop_event);
    // Aborts when it was not released.
    ~Requestor();
    Requestor(Requestor const&) = delete;
    Requestor& operator=(Requestor const&) = delete;

    // What was accepted, in the order proposed; `service` says nothing here.
    std::vector<AcceptedContext> const& contexts() const { return exchange_.contexts(); }
    // The first accepted context of this abstract syntax (and transfer syntax); nullptr for none.
    AcceptedContext const* context_for(std::string_view abstract_syntax) const;
    AcceptedContext const* context_for(std::string_view abstract_syntax, std::string_view transfer_syntax) const;
    // All of the A-ASSOCIATE-AC: extended negotiation, user identity response, ...
    AssociateAccept const& answer() const { return answer_; }

    // Requests and responses; see there.
    Invoker& operations() { return invoker_; }
    MessageExchange& exchange() { return exchange_; }

    // A-RELEASE-RQ, and waits for the A-RELEASE-RP; then closes. False when the peer did not answer as it should: then it is
    // aborted.
    bool release();
    // A-ABORT, source service user, and closes.
    void abort();
    // Makes every wait end at once, now and later: what runs fails with ErrorCode::unavailable. From any thread.
    void interrupt() { transport_->interrupt(); }

    // What `open` makes it of.
    struct Negotiated {
        AssociateAccept answer;
        std::vector<AcceptedContext> contexts;
        std::uint32_t pdu_length_max;
    };
    Requestor(std::unique_ptr<Transport> transport, RemoteAE const& remote, Negotiated negotiated);

private:
    std::unique_ptr<Transport> transport_;
    std::chrono::seconds release_timeout_;
    AssociateAccept answer_;
    MessageExchange exchange_;
    Invoker invoker_;
    bool open_ = true;
};

}  // namespace cassette::dimse
