#include "archive/ingest/store_warning.h"

namespace cassette {

std::uint16_t warning_reason(StoreWarning warning) {
    constexpr std::uint16_t elements_discarded = 0xB006;
    constexpr std::uint16_t does_not_match_sop_class = 0xB007;
    switch (warning) {
        case StoreWarning::no_preamble:
        case StoreWarning::no_file_meta:
        case StoreWarning::file_meta_disagrees:
        case StoreWarning::odd_length:
        case StoreWarning::unknown_vr:
        case StoreWarning::unknown_transfer_syntax:
        case StoreWarning::missing_type_2:
        case StoreWarning::character_set:
        case StoreWarning::unterminated:
        case StoreWarning::stray_item:
        case StoreWarning::derived_uid:
        case StoreWarning::unconventional_uid:
        case StoreWarning::pixel_data:
        case StoreWarning::not_searchable: return does_not_match_sop_class;
        case StoreWarning::trailing_bytes: return elements_discarded;
    }
    return does_not_match_sop_class;
}

std::string_view describe(StoreWarning warning) {
    switch (warning) {
        case StoreWarning::no_preamble: return "no preamble";
        case StoreWarning::no_file_meta: return "no File Meta";
        case StoreWarning::file_meta_disagrees: return "File Meta differs from the data set";
        case StoreWarning::odd_length: return "a value of odd length";
        case StoreWarning::unknown_vr: return "an unknown VR";
        case StoreWarning::unknown_transfer_syntax: return "an unknown transfer syntax";
        case StoreWarning::missing_type_2: return "a required attribute is absent";
        case StoreWarning::character_set: return "text outside its character set";
        case StoreWarning::trailing_bytes: return "bytes after the data set";
        case StoreWarning::unterminated: return "a missing delimiter at the end";
        case StoreWarning::stray_item: return "an Item outside a sequence";
        case StoreWarning::derived_uid: return "no Study or Series Instance UID";
        case StoreWarning::unconventional_uid: return "a UID of unconventional form";
        case StoreWarning::pixel_data: return "Pixel Data and its description differ";
        case StoreWarning::not_searchable: return "an indexed value that its VR does not allow";
    }
    return {};
}

}  // namespace cassette
