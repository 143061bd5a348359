#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

namespace cassette::dimse {

// Every PDU begins alike, PS3.8 9.3.1:
//
//   | PDU-type (1) | reserved (1) | PDU-length (4, big endian): bytes that follow |
enum class PduType : std::uint8_t {
    a_associate_rq = 1,
    a_associate_ac = 2,
    a_associate_rj = 3,
    p_data_tf = 4,
    a_release_rq = 5,
    a_release_rp = 6,
    a_abort = 7,
};

inline constexpr std::size_t pdu_head_size = 6;

// Result, Source and Reason/Diag. of an A-ASSOCIATE-RJ, PS3.8 Table 9-21.
struct Rejection {
    std::uint8_t result, source, reason;
    constexpr bool operator==(Rejection const&) const = default;
};
inline constexpr Rejection application_context_not_supported{1, 1, 2};
inline constexpr Rejection calling_ae_title_not_recognized{1, 1, 3};
inline constexpr Rejection called_ae_title_not_recognized{1, 1, 7};
inline constexpr Rejection no_reason_given{1, 2, 1};
inline constexpr Rejection protocol_version_not_supported{1, 2, 2};
inline constexpr Rejection local_limit_exceeded{2, 3, 2};

// Source and Reason/Diag. of an A-ABORT, PS3.8 Table 9-26.
struct Abort {
    std::uint8_t source, reason;
    constexpr bool operator==(Abort const&) const = default;
};
inline constexpr Abort service_user_abort{0, 0};
inline constexpr Abort reason_not_specified{2, 0};
inline constexpr Abort unrecognized_pdu{2, 1};
inline constexpr Abort unexpected_pdu{2, 2};
inline constexpr Abort invalid_pdu_parameter{2, 6};

using ShortPdu = std::array<std::byte, 10>;

// PS3.8 9.3.4.
constexpr ShortPdu encode(Rejection rejection) {
    return {std::byte{3},
            {},
            {},
            {},
            {},
            std::byte{4},
            {},
            std::byte{rejection.result},
            std::byte{rejection.source},
            std::byte{rejection.reason}};
}
// PS3.8 9.3.8.
constexpr ShortPdu encode(Abort abort) {
    return {std::byte{7}, {}, {}, {}, {}, std::byte{4}, {}, {}, std::byte{abort.source}, std::byte{abort.reason}};
}

}  // namespace cassette::dimse
