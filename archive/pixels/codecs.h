#pragma once

#include <dcmtk/dcmdata/dcpixel.h>

#include <optional>
#include <string_view>

namespace cassette {

// Whether encapsulated Pixel Data in this transfer syntax can be decoded here, or native ones be encoded in it without loss.
// Registers the codecs with DCMTK the first time.
[[nodiscard]] bool can_decode(std::string_view transfer_syntax);
[[nodiscard]] bool can_encode(std::string_view transfer_syntax);

// Under which name DCMTK's registry has the codec, nullopt where it has none (byte_coding.h is without). HTJ2K is to DCMTK a way of coding JPEG 2000.
struct RegisteredCodec {
    E_TransferSyntax syntax = EXS_Unknown;
    DcmRepresentationParameter const* parameter = nullptr;  // lives as long as the program
};
[[nodiscard]] std::optional<RegisteredCodec> decoder_of(std::string_view transfer_syntax);
[[nodiscard]] std::optional<RegisteredCodec> encoder_of(std::string_view transfer_syntax);

}  // namespace cassette
