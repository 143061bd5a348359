#pragma once

#include "dimse/pdu.h"
#include "dimse/presentation_context.h"
#include "dimse/transport.h"
#include "schema/result.h"

#include <dcmtk/config/osconfig.h>

#include <dcmtk/dcmnet/assoc.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

namespace cassette::dimse {

// How an association ends.
struct Ending {
    enum class Kind { released, aborted_by_peer, closed_by_peer, timed_out, violation, stopped };
    Kind kind;
    std::string_view detail = {};  // for the operator; static text
    std::optional<Abort> abort;    // what the peer is still to be told
};

// A presentation data value, PS3.8 9.3.5.1. `bytes` is valid until the next one is received.
struct Pdv {
    std::uint8_t context;
    bool command;
    bool last;
    std::span<std::byte const> bytes;
};

// The DICOM upper layer of one association as acceptor (PS3.8), by DCMTK, on a transport of ours.
class UpperLayer {
public:
    // Gives DCMTK the A-ASSOCIATE-RQ, which `transport` must have received whole. `pdu_length_max` is clamped to what DCMTK
    // takes, 4096 to 131072. ErrorCode::malformed when DCMTK refuses the request.
    static Result<UpperLayer> receive(Transport& transport, std::uint32_t pdu_length_max);

    // Notes the answer to one proposed presentation context; then `accept` sends the A-ASSOCIATE-AC.
    void answer(std::uint8_t context, ContextAnswer const& answer);
    Result<void> accept();

    // The next PDV; nullopt when there is none to come: see `ending`.
    std::optional<Pdv> next();
    Ending const& ending() const { return ending_; }

    // Sends one part of a message in as many PDVs as the peer's maximum length asks for. False when the peer is gone.
    bool send(std::uint8_t context, bool command, std::span<std::byte const> bytes);
    void acknowledge_release();

private:
    struct Destroy {
        void operator()(T_ASC_Association* association) const noexcept { (void)ASC_destroyAssociation(&association); }
    };
    using Association = std::unique_ptr<T_ASC_Association, Destroy>;
    UpperLayer(Transport& transport, Association association)
        : transport_{&transport}, association_{std::move(association)} {}

    Transport* transport_;
    Association association_;
    Ending ending_{Ending::Kind::closed_by_peer, {}, {}};
};

}  // namespace cassette::dimse
