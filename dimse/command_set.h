#pragma once

#include "dimse/data_element.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

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

// PS3.7 9.1.3.1 and 9.1.4.1: how far a C-GET or C-MOVE is.
struct SubOperations {
    std::optional<std::uint16_t> remaining;  // none in a final response but of a cancelled operation
    std::uint16_t completed = 0;
    std::uint16_t failed = 0;
    std::uint16_t warning = 0;
    bool operator==(SubOperations const&) const = default;
};

// A DIMSE command, PS3.7 6.3 and E.1: as it arrived (UIDs, AE titles and text are as sent, without padding, perhaps invalid), or
// as it is to be sent. What is empty is not there.
struct CommandSet {
    std::uint16_t command_field = 0;
    std::uint16_t message_id = 0;                     // of a request
    std::uint16_t message_id_being_responded_to = 0;  // of a response and a C-CANCEL-RQ
    bool has_data_set = false;
    std::string affected_sop_class = {};
    std::string affected_sop_instance = {};
    std::string requested_sop_class = {};  // of an N-service
    std::string requested_sop_instance = {};
    std::uint16_t priority = 0;  // of C-STORE, C-FIND, C-GET and C-MOVE: 0 medium, 1 high, 2 low
    std::string move_destination = {};
    std::string move_originator = {};  // AE title, of a C-STORE for a C-MOVE
    std::optional<std::uint16_t> move_originator_message_id = {};
    std::optional<std::uint16_t> event_type_id = {};
    std::optional<std::uint16_t> action_type_id = {};
    std::vector<Tag> attribute_identifiers = {};  // of N-GET
    std::uint16_t status = 0;                     // of a response
    std::string error_comment = {};
    std::optional<SubOperations> sub_operations = {};
    bool is(CommandField field) const { return command_field == static_cast<std::uint16_t>(field); }
    bool is_response() const { return (command_field & response_bit) != 0; }
};

// A request to be sent; its Message ID comes with the sending (Invoker).
[[nodiscard]] inline CommandSet command_of(CommandField field) {
    return {.command_field = static_cast<std::uint16_t>(field)};
}

// ErrorCode::malformed when it is no command set: elements that do not add up, or no Command Field.
[[nodiscard]] Result<CommandSet> read_command_set(std::span<std::byte const> bytes);

// What a response says.
struct Response {
    std::uint16_t status = 0;  // PS3.7 C
    bool data_set_follows = false;
    std::string_view error_comment = {};        // (0000,0902), at most 64 characters, never about a patient
    std::optional<Tag> offending_element = {};  // (0000,0901)
    std::optional<SubOperations> sub_operations = {};
    std::string_view affected_sop_instance = {};  // where it is not the request's, as N-CREATE may give one
    std::optional<std::uint16_t> error_id = {};   // (0000,0903)
    std::vector<Tag> attribute_identifiers = {};  // (0000,1005), that were missing or not recognized
};

// The command set of the response to `request`, PS3.7 9.3 and 10.3, ready to be sent: Implicit VR Little Endian with its group
// length. Event Type ID and Action Type ID are the request's.
[[nodiscard]] std::string write_response(CommandSet const& request, Response const& response);

// The command set of a request of ours, or of a C-CANCEL-RQ.
[[nodiscard]] std::string write_request(CommandSet const& request);

}  // namespace cassette::dimse
