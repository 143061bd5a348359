#pragma once

#include <cstdint>
#include <string_view>

namespace cassette {

// What is untidy in an object that was stored all the same.
enum class StoreWarning {
    no_preamble,              // Part 10 file without its first 132 bytes
    no_file_meta,             // a bare data set
    file_meta_disagrees,      // a File Meta UID or transfer syntax differs from the data set, which is right
    odd_length,               // PS3.5 7.1.1 wants even lengths
    unknown_vr,               // PS3.5 6.2
    unknown_transfer_syntax,  // kept and returned, never decoded
    missing_type_2,           // an attribute that every Composite IOD requires is absent
    character_set,            // Specific Character Set is wrong or unknown
    trailing_bytes,           // after the end of the data set
    unterminated,             // a delimiter is missing at the very end
    stray_item,               // an Item outside a sequence
    derived_uid,              // no Study or Series Instance UID: made from what there is, for the index only
    unconventional_uid,       // PS3.5 9.1 does not allow a UID's form, which still identifies
    pixel_data,               // Pixel Data is shorter or longer than its description
    not_searchable,           // an indexed attribute's value is not what its VR allows
};

// Warning Reason (0008,1196), PS3.18 Table I.2-1.
[[nodiscard]] std::uint16_t warning_reason(StoreWarning warning);
// A few words for a log line or a Warning header: "no File Meta".
[[nodiscard]] std::string_view describe(StoreWarning warning);

}  // namespace cassette
