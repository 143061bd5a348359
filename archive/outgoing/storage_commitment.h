#pragma once

#include "archive/access/principal.h"
#include "archive/archive.h"
#include "schema/ae_title.h"
#include "storage/outbox.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace cassette {

using TransactionUID = Uid<struct TransactionUIDTag>;

// Failure Reason (0008,1197) of a reference, PS3.3 C.14.1.1. The numbers are the standard's, and stored.
enum class CommitmentFailure : std::uint16_t {
    none = 0,  // committed
    processing_failure = 0x0110,
    no_such_object_instance = 0x0112,
    class_instance_conflict = 0x0119,
    sop_class_not_supported = 0x0122,
    duplicate_transaction = 0x0131,
};

// An instance whose safekeeping is asked for, and what came of that.
struct CommitmentReference {
    SOPClassUID sop_class;
    SOPInstanceUID instance;
    CommitmentFailure failure = CommitmentFailure::none;
    bool operator==(CommitmentReference const&) const = default;
};

// A storage commitment transaction, PS3.4 J.
struct Commitment {
    TransactionUID transaction;
    std::vector<CommitmentReference> references;
    bool verified = false;  // whether the references have been looked at
};

// How a transaction waits in the outbox.
[[nodiscard]] std::string encode_commitment(Commitment const& commitment);
// ErrorCode::internal for what was never written.
[[nodiscard]] Result<Commitment> decode_commitment(std::string_view payload);

// Who asks, and who reports.
struct CommitmentParties {
    AETitle requestor;
    std::string owner;  // the node, as of all its claims
    std::int64_t now;   // nanoseconds since 1970
    std::int64_t until;
};

// Keeps a transaction durably until its result has been reported. The task comes claimed, so that whoever took the request can
// report on its association; nullopt when it is somebody else's already: the same request again, which is answered by the one
// report. The Transaction UID of another request that still waits makes it a transaction that fails as a whole.
[[nodiscard]] Result<std::optional<OutboxTask>> accept_commitment(Archive& archive, Commitment commitment,
                                                                  CommitmentParties const& parties);

// Finds out which references are in safe keeping: the instance is there, of that SOP Class, and all bytes of its current
// version are read again and have the digest they were stored under. References that have failed already are passed over.
// ErrorCode::cancelled as soon as `goes_on` says no, which is asked often.
[[nodiscard]] Result<void> verify_commitment(Archive const& archive, Principal const& principal, Commitment& commitment,
                                             std::function<bool()> const& goes_on);

}  // namespace cassette
