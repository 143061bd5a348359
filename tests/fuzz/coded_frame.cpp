#include "tests/fuzz/coded_frame.h"

#include "archive/pixels/frame_dataset.h"
#include "archive/pixels/reduced_frame.h"

#include <dcmtk/dcmdata/dcdatset.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/oflog/oflog.h>

#include <algorithm>
#include <cstdlib>

namespace cassette::testing {

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : 0U;
}

PixelDescription described(std::uint32_t rows, std::uint32_t columns, std::uint32_t kind) {
    PixelDescription description{.rows = rows % 64 + 1, .columns = columns % 64 + 1};
    description.bits_allocated = description.bits_stored = (kind & 8U) != 0 ? 1 : (kind & 1U) != 0 ? 16 : 8;
    if ((kind & 2U) != 0 && (kind & 8U) == 0) {
        description.samples = 3;
        description.photometric = (kind & 16U) != 0 ? Photometric::ybr_full : Photometric::rgb;
    }
    description.is_signed = (kind & 4U) != 0;
    return description;
}

void put_header(DcmDataset& header, PixelDescription const& description) {
    auto const put = [&](DcmTagKey const& key, std::uint32_t number) {
        require(header.putAndInsertUint16(key, static_cast<Uint16>(number)).good());
    };
    put(DCM_Rows, description.rows);
    put(DCM_Columns, description.columns);
    put(DCM_SamplesPerPixel, description.samples);
    put(DCM_PlanarConfiguration, 0);
    put(DCM_BitsAllocated, description.bits_allocated);
    put(DCM_BitsStored, description.bits_stored);
    put(DCM_HighBit, description.bits_stored - 1);
    put(DCM_PixelRepresentation, description.is_signed ? 1 : 0);
    std::string const term{photometric_term(description.photometric)};
    require(header.putAndInsertString(DCM_PhotometricInterpretation, term.c_str()).good());
}

Result<Frame> decode(PixelDescription const& description, std::string_view syntax, std::string stream) {
    DcmDataset header;
    put_header(header, description);
    return decode_frame(header, description, {syntax, {std::move(stream)}});
}

}  // namespace

CodedFrame read_coded_frame(std::string_view bytes, std::span<std::string_view const> transfer_syntaxes) {
    static bool const quiet = [] {
        OFLog::configure(OFLogger::OFF_LOG_LEVEL);
        return true;
    }();
    require(quiet);
    auto const syntax = transfer_syntaxes[byte_at(bytes, 3) % transfer_syntaxes.size()];
    return {described(byte_at(bytes, 0), byte_at(bytes, 1), byte_at(bytes, 2)), syntax,
            std::string{bytes.substr(std::min<std::size_t>(4, bytes.size()))}};
}

void check_coded_frame(CodedFrame const& coded, std::string_view lossless) {
    auto const reduced = decode_reduced(coded.description, {coded.transfer_syntax, {coded.stream}}, {1, 1});
    if (reduced) require(reduced->bytes.size() == native_frame_bytes(reduced->description));
    auto const frame = decode(coded.description, coded.transfer_syntax, coded.stream);
    if (!frame) return require(frame.error().code == ErrorCode::not_acceptable);
    auto const size = static_cast<std::size_t>(native_frame_bytes(frame->description));
    require(frame->bytes.size() >= size);
    auto const again = encode_frame(*frame, lossless);
    if (!again) return require(again.error().code == ErrorCode::not_acceptable);
    auto const back = decode(frame->description, lossless, *again);
    require(back && back->bytes.compare(0, size, frame->bytes, 0, size) == 0);
}

}  // namespace cassette::testing
