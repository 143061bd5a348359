#pragma once

#include "dicomweb/http/message.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::dicomweb {

// One media range of an Accept field, RFC 9110 12.5.1, with the parameters of PS3.18 8.7.4.
struct AcceptedRange {
    std::string essence;                         // "application/dicom", "image/*", "*/*", "multipart/related"
    std::string part_type;                       // multipart: its `type`, "" when there is none
    std::vector<std::string> transfer_syntaxes;  // every `transfer-syntax`, "*" included
    int quality = 1000;                          // thousandths; 0 excludes
    bool operator==(AcceptedRange const&) const = default;
};

// The ranges of a field, best quality first, otherwise in the client's order. What cannot be read is left out.
[[nodiscard]] std::vector<AcceptedRange> parse_accept(std::string_view field);

// What the request accepts: the `accept` query parameter wins over the header (PS3.18 8.3.3.1). Empty means anything.
[[nodiscard]] std::vector<AcceptedRange> accepted_ranges(http::Request const& request);

// A representation that can be had. `part_type` is empty for a single part, `transfer_syntax` where there is none.
struct Offer {
    std::string essence;
    std::string part_type;
    std::string transfer_syntax;
    // A range that does not name the transfer syntax does not mean this one: application/octet-stream by itself is
    // uncompressed (PS3.18 8.7.3).
    bool needs_transfer_syntax = false;
    bool is_alias = false;  // another spelling of an offer: taken, but not told in a refusal

    // Content-Type of a single part, or of each part: `part_type` or `essence`, and the transfer syntax, unquoted.
    std::string payload_type() const;
};

// The offer to send, as a position: the one of best quality; among equals the client's first range decides, then the first
// offer. No ranges at all accept the first offer. nullopt: nothing is acceptable.
[[nodiscard]] std::optional<std::size_t> negotiate(std::span<AcceptedRange const> ranges,
                                                   std::span<Offer const> offers);

// The same with the quality at which the offer is accepted.
struct Choice {
    std::size_t offer;
    int quality;
};
[[nodiscard]] std::optional<Choice> choose(std::span<AcceptedRange const> ranges, std::span<Offer const> offers);
// The ranges that decide, PS3.18 8.7.8.1: those of the `accept` query parameter; those of the Accept field when there is no such
// parameter, or when it accepts none of the offers and there is such a field.
[[nodiscard]] std::vector<AcceptedRange> deciding_ranges(http::Request const& request, std::span<Offer const> offers);
[[nodiscard]] std::optional<std::size_t> negotiate(http::Request const& request, std::span<Offer const> offers);

// What can be had as it is stored, and what has to be made first, which is looked up only when it matters.
struct Alternatives {
    std::vector<Offer> stored;
    std::function<Result<std::vector<Offer>>()> made;
};
// The offer to send: of what is stored, unless the client wants more of what can be made. Its errors are those of `made`, and
// ErrorCode::not_acceptable naming what can be had.
[[nodiscard]] Result<Offer> prefer_stored(std::span<AcceptedRange const> ranges, Alternatives const& alternatives);
// The same by the `accept` query parameter and then by the Accept field, PS3.18 8.7.8.1.
[[nodiscard]] Result<Offer> prefer_stored(http::Request const& request, Alternatives const& alternatives);

// ErrorCode::not_acceptable naming what can be had.
[[nodiscard]] Error not_acceptable(std::span<Offer const> offers);

}  // namespace cassette::dicomweb
