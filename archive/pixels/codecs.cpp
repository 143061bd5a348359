#include "archive/pixels/codecs.h"

#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpls/djdecode.h>

#include <algorithm>
#include <array>

namespace cassette {

namespace {

// What DCMTK has decoders for, PS3.5 A.4.1 to A.4.3.
constexpr std::array<std::string_view, 9> decodable{
    UID_JPEGProcess1TransferSyntax,     UID_JPEGProcess2_4TransferSyntax, UID_JPEGProcess6_8TransferSyntax,
    UID_JPEGProcess10_12TransferSyntax, UID_JPEGProcess14TransferSyntax,  UID_JPEGProcess14SV1TransferSyntax,
    UID_JPEGLSLosslessTransferSyntax,   UID_JPEGLSLossyTransferSyntax,    UID_RLELosslessTransferSyntax,
};

// PS3.5 8.2.1: the photometric interpretation says whether a JPEG stream holds YBR, which becomes RGB.
bool register_decoders() {
    DJDecoderRegistration::registerCodecs(EDC_photometricInterpretation);
    DJLSDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
    return true;
}

}  // namespace

bool can_decode(std::string_view transfer_syntax) {
    static bool const registered = register_decoders();
    return registered && !transfer_syntax.empty() && std::ranges::find(decodable, transfer_syntax) != decodable.end();
}

}  // namespace cassette
