#pragma once

#include "dimse/pdu.h"
#include "dimse/transport.h"

#include <chrono>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

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

// A whole PDU as it came, head included.
struct Pdu {
    PduType type;
    std::string bytes;
};

// The DICOM upper layer of one established association (PS3.8 9.2.3, Sta6 and how it is left), whoever requested it.
class UpperLayer {
public:
    // Lengths of a P-DATA-TF, PS3.8 D.1: what we take, and what the peer takes (0: no limit).
    struct Limits {
        std::uint32_t ours;
        std::uint32_t peers;
    };
    UpperLayer(Transport& transport, Limits limits) : transport_{&transport}, limits_{limits} {}

    // The next PDV; nullopt when there is none to come: see `ending`.
    std::optional<Pdv> next();
    Ending const& ending() const { return ending_; }

    // Sends one part of a message in as many PDVs as the peer's maximum length asks for. False when the peer is gone.
    bool send(std::uint8_t context, bool command, std::span<std::byte const> bytes);
    // The same for a data set of which only a piece is there yet; `finish` sends what is left as the last PDV.
    bool send_piece(std::uint8_t context, std::span<std::byte const> bytes);
    bool finish(std::uint8_t context);

    // A-RELEASE-RQ and its A-RELEASE-RP, PS3.8 9.2.3, Sta7; what comes before that is ignored. False when it does not come.
    bool release(std::chrono::milliseconds timeout);
    void acknowledge_release();

private:
    std::optional<std::uint32_t> read_head(PduType& type);
    bool read_body(std::size_t size);
    bool take_pdu();
    bool end(Ending ending);
    Ending failure() const;
    std::size_t fragment_max() const;
    bool write_pdv(std::uint8_t context, std::uint8_t flags, std::span<std::byte const> bytes);

    Transport* transport_;
    Limits limits_;
    std::vector<std::byte> body_;        // of the P-DATA-TF whose PDVs are given out
    std::span<std::byte const> unread_;  // of it
    std::string held_;                   // of a data set in pieces: less than one PDV
    bool releasing_ = false;
    Ending ending_{Ending::Kind::closed_by_peer, {}, {}};
};

// Reads one PDU of at most `size_max` bytes whole, however it comes; nullopt when it does not, or is longer.
[[nodiscard]] std::optional<Pdu> read_pdu(Transport& transport, std::size_t size_max);

}  // namespace cassette::dimse
