#include "archive/pixels/codecs.h"

#include "archive/pixels/jpeg2000/codec.h"

#include <dcmtk/dcmdata/dcrledrg.h>
#include <dcmtk/dcmdata/dcrleerg.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmjpeg/djdecode.h>
#include <dcmtk/dcmjpeg/djencode.h>
#include <dcmtk/dcmjpeg/djrplol.h>
#include <dcmtk/dcmjpls/djdecode.h>
#include <dcmtk/dcmjpls/djencode.h>

#include <algorithm>
#include <array>

namespace cassette {

namespace {

enum class Direction { decodes, decodes_and_encodes };
enum class Parameter { none, jpeg_lossless, high_throughput };

struct Known {
    std::string_view uid;
    E_TransferSyntax syntax;
    Direction direction;
    Parameter parameter;
};

using enum Direction;

// PS3.5 A.4.1 to A.4.4 and A.4.11; "decodes_and_encodes" means without loss.
constexpr std::array known{
    Known{UID_JPEGProcess1TransferSyntax, EXS_JPEGProcess1, decodes, Parameter::none},
    Known{UID_JPEGProcess2_4TransferSyntax, EXS_JPEGProcess2_4, decodes, Parameter::none},
    Known{UID_JPEGProcess6_8TransferSyntax, EXS_JPEGProcess6_8, decodes, Parameter::none},
    Known{UID_JPEGProcess10_12TransferSyntax, EXS_JPEGProcess10_12, decodes, Parameter::none},
    Known{UID_JPEGProcess14TransferSyntax, EXS_JPEGProcess14, decodes, Parameter::none},
    Known{UID_JPEGProcess14SV1TransferSyntax, EXS_JPEGProcess14SV1, decodes_and_encodes, Parameter::jpeg_lossless},
    Known{UID_JPEGLSLosslessTransferSyntax, EXS_JPEGLSLossless, decodes_and_encodes, Parameter::none},
    Known{UID_JPEGLSLossyTransferSyntax, EXS_JPEGLSLossy, decodes, Parameter::none},
    Known{UID_RLELosslessTransferSyntax, EXS_RLELossless, decodes_and_encodes, Parameter::none},
    Known{UID_JPEG2000LosslessOnlyTransferSyntax, EXS_JPEG2000LosslessOnly, decodes_and_encodes, Parameter::none},
    Known{UID_JPEG2000TransferSyntax, EXS_JPEG2000, decodes, Parameter::none},
    Known{UID_JPEG2000Part2MulticomponentImageCompressionLosslessOnlyTransferSyntax,
          EXS_JPEG2000MulticomponentLosslessOnly, decodes, Parameter::none},
    Known{UID_JPEG2000Part2MulticomponentImageCompressionTransferSyntax, EXS_JPEG2000Multicomponent, decodes,
          Parameter::none},
    Known{"1.2.840.10008.1.2.4.201", EXS_JPEG2000LosslessOnly, decodes_and_encodes, Parameter::high_throughput},
    Known{"1.2.840.10008.1.2.4.202", EXS_JPEG2000LosslessOnly, decodes_and_encodes, Parameter::high_throughput},
    Known{"1.2.840.10008.1.2.4.203", EXS_JPEG2000, decodes, Parameter::none},
};

// What needs no codec of DCMTK, byte_coding.h.
constexpr std::array<std::string_view, 2> byte_codings{"1.2.840.10008.1.2.1.98", "1.2.840.10008.1.2.8.1"};

bool is_byte_coding(std::string_view transfer_syntax) {
    return std::ranges::find(byte_codings, transfer_syntax) != byte_codings.end();
}

// PS3.5 8.2.1: the photometric interpretation says whether a JPEG stream holds YBR, which becomes RGB.
void register_decoders() {
    DJDecoderRegistration::registerCodecs(EDC_photometricInterpretation);
    DJLSDecoderRegistration::registerCodecs();
    DcmRLEDecoderRegistration::registerCodecs();
}

// JPEG-LS encodes whole cells, so that bits beside the stored ones come back, too.
void register_encoders() {
    constexpr Uint16 standard = 0;
    DJEncoderRegistration::registerCodecs();
    DJLSEncoderRegistration::registerCodecs(standard, standard, standard, standard, OFFalse);
    DcmRLEEncoderRegistration::registerCodecs();
}

bool codecs_are_registered() {
    static bool const registered = [] {
        register_decoders();
        register_encoders();
        jpeg2000::register_codecs();
        return true;
    }();
    return registered;
}

Known const* find(std::string_view transfer_syntax) {
    auto const found = std::ranges::find(known, transfer_syntax, &Known::uid);
    return codecs_are_registered() && found != known.end() ? &*found : nullptr;
}

DcmRepresentationParameter const* parameter_of(Parameter parameter) {
    static DJ_RPLossless const jpeg_lossless;
    static jpeg2000::Representation const high_throughput{jpeg2000::Representation::Coder::high_throughput};
    switch (parameter) {
        case Parameter::none: return nullptr;
        case Parameter::jpeg_lossless: return &jpeg_lossless;
        case Parameter::high_throughput: return &high_throughput;
    }
    return nullptr;
}

}  // namespace

std::optional<RegisteredCodec> decoder_of(std::string_view transfer_syntax) {
    auto const* const codec = find(transfer_syntax);
    if (codec == nullptr) return std::nullopt;
    return RegisteredCodec{codec->syntax, nullptr};
}

std::optional<RegisteredCodec> encoder_of(std::string_view transfer_syntax) {
    auto const* const codec = find(transfer_syntax);
    if (codec == nullptr || codec->direction == decodes) return std::nullopt;
    return RegisteredCodec{codec->syntax, parameter_of(codec->parameter)};
}

bool can_decode(std::string_view transfer_syntax) {
    return is_byte_coding(transfer_syntax) || decoder_of(transfer_syntax).has_value();
}

bool can_encode(std::string_view transfer_syntax) {
    return is_byte_coding(transfer_syntax) || encoder_of(transfer_syntax).has_value();
}

}  // namespace cassette
