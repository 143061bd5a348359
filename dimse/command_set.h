#pragma once

#include "dimse/data_element.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::dimse {

// Command Field (0000,0100), PS3.7 E.1. A response is its request with the highest bit set.
enum class CommandField : std::uint16_t {
    c_store_rq = 0x0001,
    c_get_rq = 0x0010,
    c_find_rq = 0x0020,
    c_move_rq = 0x0021,
    c_echo_rq = 0x0030,
    n_event_report_rq = 0x0100,
    n_get_rq = 0x0110,
    n_set_rq = 0x0120,
    n_action_rq = 0x0130,
    n_create_rq = 0x0140,
    n_delete_rq = 0x0150,
    c_cancel_rq = 0x0FFF,
};

inline constexpr std::uint16_t response_bit = 0x8000;
inline constexpr std::uint16_t no_data_set =
    0x0101;  // Command Data Set Type (0000,0800); any other value: there is one

// A DIMSE request as it arrived, PS3.7 6.3 and E.1. UIDs and AE titles are as sent, without padding, perhaps invalid.
struct CommandSet {
    std::uint16_t command_field = 0;
    std::uint16_t message_id = 0;
    std::uint16_t message_id_being_responded_to = 0;
    bool has_data_set = false;
    std::string affected_sop_class;
    std::string affected_sop_instance;
    std::string requested_sop_class;  // of an N-service
    std::string requested_sop_instance;
    bool is(CommandField field) const { return command_field == static_cast<std::uint16_t>(field); }
};

// ErrorCode::malformed when it is no command set: elements that do not add up, or no Command Field.
[[nodiscard]] Result<CommandSet> read_command_set(std::span<std::byte const> bytes);

// What a response says.
struct Response {
    std::uint16_t status = 0;  // PS3.7 C
    bool data_set_follows = false;
    std::string_view error_comment = {};        // (0000,0902), at most 64 characters, never about a patient
    std::optional<Tag> offending_element = {};  // (0000,0901)
};

// The command set of the response to `request`, PS3.7 9.3, ready to be sent: Implicit VR Little Endian with its group length.
[[nodiscard]] std::string write_response(CommandSet const& request, Response const& response);

}  // namespace cassette::dimse
