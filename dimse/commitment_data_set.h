#pragma once

#include "archive/outgoing/storage_commitment.h"
#include "dimse/data_element.h"
#include "dimse/refusal.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::dimse {

inline constexpr std::string_view storage_commitment_push_model = "1.2.840.10008.1.20.1";             // PS3.4 J.3.5
inline constexpr std::string_view storage_commitment_push_model_instance = "1.2.840.10008.1.20.1.1";  // PS3.4 J.3.5

// The encoding of a data set that we read or write whole: every context of ours that has one is uncompressed.
[[nodiscard]] ElementEncoding encoding_of(std::string_view transfer_syntax);

// What a request asks for, or why it is no storage commitment request.
struct ReadCommitment {
    std::optional<Commitment> commitment = {};
    Refusal refusal = {};  // without a commitment
};

// The Action Information of a Storage Commitment Request, PS3.4 Table J.3-1.
[[nodiscard]] ReadCommitment read_commitment_request(std::string_view data_set, ElementEncoding encoding);

// PS3.4 J.3.3.1.1: 1 when all references are committed, 2 when there are failures.
[[nodiscard]] std::uint16_t event_type_of(Commitment const& commitment);
// The Event Information of a Storage Commitment Result, PS3.4 Table J.3-2. Instances can be retrieved from `ae_title`.
[[nodiscard]] std::string write_commitment_result(Commitment const& commitment, std::string_view ae_title,
                                                  ElementEncoding encoding);

}  // namespace cassette::dimse
