#pragma once

#include "archive/archive.h"
#include "dicomweb/pieces.h"
#include "dicomweb/service.h"

#include <cstdint>
#include <optional>
#include <variant>

namespace cassette::dicomweb {

// One instance with the transfer syntax in which it leaves.
struct RetrievedInstance {
    InstanceLocation location;
    TransferSyntaxUID transfer_syntax;

    bool as_stored() const { return transfer_syntax == location.transfer_syntax; }
    // Bytes, where they are known before they are made.
    std::optional<std::uint64_t> length() const;
    // "application/dicom; transfer-syntax=..."
    std::string content_type() const;
};

// Opens it when its turn comes. One that turns out not to be decodable leaves as it is stored, and says so in its type: the
// answer is on its way, and cutting it would take the others too (RFC 9110 12.5.1 lets a server disregard Accept).
[[nodiscard]] std::variant<PiecesOpener, StreamOpener> opener_of(Archive const& archive, Principal const& principal,
                                                                 RetrievedInstance const& instance);

// The instance in its transfer syntax at once. ErrorCode::not_acceptable when it cannot be made.
[[nodiscard]] Result<StreamedPart> open_transcoded(Archive const& archive, Principal const& principal,
                                                   RetrievedInstance const& instance);

}  // namespace cassette::dicomweb
