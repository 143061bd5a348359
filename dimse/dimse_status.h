#pragma once

#include <cstdint>
#include <string_view>

namespace cassette::dimse {

// A Status (0000,0900) and the Error Comment (0000,0902) that goes with it: the standard's words, at most 64 characters.
struct DimseStatus {
    std::uint16_t code;
    std::string_view comment;
};

// PS3.7 C, statuses that every service has.
inline constexpr DimseStatus success{0x0000, ""};
inline constexpr DimseStatus processing_failure{0x0110, "Processing failure"};
inline constexpr DimseStatus no_such_sop_instance{0x0112, "No such SOP Instance"};
inline constexpr DimseStatus invalid_sop_instance{0x0117, "Invalid SOP Instance"};
inline constexpr DimseStatus no_such_sop_class{0x0118, "No such SOP Class"};
inline constexpr DimseStatus sop_class_not_supported{0x0122, "SOP Class not supported"};
inline constexpr DimseStatus not_authorized{0x0124, "Refused: Not authorized"};
inline constexpr DimseStatus unrecognized_operation{0x0211, "Unrecognized operation"};
inline constexpr DimseStatus mistyped_argument{0x0212, "Mistyped argument"};
inline constexpr DimseStatus cancel{0xFE00, "Terminated due to Cancel request"};

}  // namespace cassette::dimse
