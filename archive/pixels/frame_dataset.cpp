#include "archive/pixels/frame_dataset.h"

#include "archive/pixels/by_pixel.h"
#include "archive/pixels/byte_coding.h"
#include "archive/pixels/codecs.h"
#include "archive/pixels/jpeg_decoder.h"
#include "archive/pixels/jpeg_ls_thresholds.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <memory>
#include <utility>

namespace cassette {

namespace {

constexpr Tag pixel_data{0x7FE0, 0x0010};

Failure undecodable() { return fail(ErrorCode::not_acceptable, "the compressed frame cannot be decoded"); }

// PS3.5 A.4: an empty offset table, then the fragment. Fragments have an even length.
Result<std::unique_ptr<DcmPixelSequence>> pixel_sequence_of(std::string_view stream) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag{DCM_PixelData, EVR_OB});
    auto offsets = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
    if (sequence->insert(offsets.get()).bad()) return undecodable();
    (void)offsets.release();  // the sequence owns it now
    auto item = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
    auto const* const bytes = reinterpret_cast<Uint8 const*>(stream.data());
    if (item->putUint8Array(bytes, static_cast<unsigned long>(stream.size())).bad()) return undecodable();
    if (sequence->insert(item.get()).bad()) return undecodable();
    (void)item.release();  // likewise
    return sequence;
}

Result<std::unique_ptr<DcmDataset>> one_frame_dataset(DcmItem& header, E_TransferSyntax syntax,
                                                      std::string_view stream) {
    auto dataset = std::make_unique<DcmDataset>();
    copy_pixel_description(header, *dataset);
    auto sequence = pixel_sequence_of(stream);
    if (!sequence) return fail(sequence.error());
    auto pixels = std::make_unique<DcmPixelData>(DcmTag{DCM_PixelData, EVR_OB});
    pixels->putOriginalRepresentation(syntax, nullptr, sequence->release());  // owns the sequence now
    if (dataset->insert(pixels.get()).bad()) return undecodable();
    (void)pixels.release();  // the data set owns it now
    return dataset;
}

// Without loss means that a stream of YBR stays what it is: turning it into RGB rounds. DCMTK turns what is called YBR.
bool keeps_ybr(std::string_view transfer_syntax, PixelDescription const& description) {
    bool const lossless =
        transfer_syntax == UID_JPEGProcess14TransferSyntax || transfer_syntax == UID_JPEGProcess14SV1TransferSyntax;
    return lossless && description.photometric == Photometric::ybr_full;
}

// Some say that their pixels are JPEG and do not compress them.
bool is_mislabelled(std::string_view stream, PixelDescription const& description) {
    auto const size = native_frame_bytes(description);
    return !stream.empty() && !stream.starts_with("\xFF\xD8") && stream.size() == size + size % 2;
}

Result<std::string> decoded_bytes(DcmDataset& dataset) {
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad() || element == nullptr) return undecodable();
    Uint8* bytes = nullptr;
    Uint16* words = nullptr;
    if (element->getUint16Array(words).good() && words != nullptr)
        return std::string{reinterpret_cast<char const*>(words), element->getLength()};
    if (element->getUint8Array(bytes).good() && bytes != nullptr)
        return std::string{reinterpret_cast<char const*>(bytes), element->getLength()};
    return undecodable();
}

Result<Frame> decode_by_dcmtk(DcmItem& header, PixelDescription const& description, std::string_view transfer_syntax,
                              std::string_view stream) {
    auto dataset = one_frame_dataset(header, decoder_of(transfer_syntax)->syntax, stream);
    if (!dataset) return fail(dataset.error());
    bool const ybr = keeps_ybr(transfer_syntax, description);
    if (ybr && (*dataset)->putAndInsertString(DCM_PhotometricInterpretation, "RGB").bad()) return undecodable();
    if ((*dataset)->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).bad()) return undecodable();
    auto decoded = describe_pixels(**dataset, pixel_data);
    if (!decoded) return fail(decoded.error());
    if (ybr) decoded->photometric = Photometric::ybr_full;
    auto bytes = decoded_bytes(**dataset);
    if (!bytes) return fail(bytes.error());
    // What the decoder gives is whole pixels; only its own subsampling, if any, is undone.
    if (bytes->size() < native_frame_bytes(*decoded)) return undecodable();
    Frame frame{*decoded, std::move(*bytes)};
    arrange_by_pixel(frame);
    return frame;
}

// Whose cells are those that DCMTK would give. With fewer bits stored DCMTK describes them anew.
std::optional<Frame> decoded_jpeg(std::string_view transfer_syntax, std::string_view stream,
                                  PixelDescription const& description) {
    if (!is_cosine_jpeg(transfer_syntax) || description.bits_stored != 8) return std::nullopt;
    return decode_jpeg(stream, description, 0);
}

bool is_jpeg_ls(std::string_view transfer_syntax) {
    return transfer_syntax == UID_JPEGLSLosslessTransferSyntax || transfer_syntax == UID_JPEGLSLossyTransferSyntax;
}

Failure unencodable() { return fail(ErrorCode::not_acceptable, "the frame cannot be encoded in this transfer syntax"); }

// PS3.3 C.7.6.3, as far as DCMTK's encoders read it.
std::array<std::pair<DcmTagKey, std::uint32_t>, 8> image_numbers(PixelDescription const& description) {
    return {{{DCM_SamplesPerPixel, description.samples},
             {DCM_PlanarConfiguration, description.by_plane ? 1U : 0U},
             {DCM_Rows, description.rows},
             {DCM_Columns, description.columns},
             {DCM_BitsAllocated, description.bits_allocated},
             {DCM_BitsStored, description.bits_stored},
             {DCM_HighBit, description.shift + description.bits_stored - 1},
             {DCM_PixelRepresentation, description.is_signed ? 1U : 0U}}};
}

Result<std::unique_ptr<DcmDataset>> native_dataset(Frame const& frame) {
    auto const& description = frame.description;
    auto dataset = std::make_unique<DcmDataset>();
    for (auto const& [key, number] : image_numbers(description))
        if (dataset->putAndInsertUint16(key, static_cast<Uint16>(number)).bad()) return unencodable();
    auto const term = std::string{photometric_term(description.photometric)};
    if (dataset->putAndInsertString(DCM_PhotometricInterpretation, term.c_str()).bad()) return unencodable();
    std::vector<Uint16> words((static_cast<std::size_t>(native_frame_bytes(description)) + 1) / 2);
    if (words.empty() || frame.bytes.size() < native_frame_bytes(description)) return unencodable();
    std::memcpy(words.data(), frame.bytes.data(), static_cast<std::size_t>(native_frame_bytes(description)));
    auto const count = static_cast<unsigned long>(words.size());
    auto pixels = std::make_unique<DcmPixelData>(DcmTag{DCM_PixelData, EVR_OW});
    if (pixels->putUint16Array(words.data(), count).bad() || dataset->insert(pixels.get()).bad()) return unencodable();
    (void)pixels.release();  // the data set owns it now
    return dataset;
}

Result<std::string> only_fragment(DcmDataset& dataset, E_TransferSyntax syntax) {
    DcmElement* element = nullptr;
    if (dataset.findAndGetElement(DCM_PixelData, element).bad()) return unencodable();
    auto* const pixels = dynamic_cast<DcmPixelData*>(element);
    if (pixels == nullptr) return unencodable();
    auto key = EXS_Unknown;
    DcmRepresentationParameter const* parameter = nullptr;
    pixels->getCurrentRepresentationKey(key, parameter);
    DcmPixelSequence* sequence = nullptr;
    if (key != syntax || pixels->getEncapsulatedRepresentation(key, parameter, sequence).bad()) return unencodable();
    DcmPixelItem* item = nullptr;
    Uint8* bytes = nullptr;
    if (sequence->card() != 2 || sequence->getItem(item, 1).bad() || item->getUint8Array(bytes).bad())
        return unencodable();
    return std::string{reinterpret_cast<char const*>(bytes), item->getLength()};
}

}  // namespace

void copy_pixel_description(DcmItem& from, DcmItem& to) {
    for (auto const& key :
         {DCM_SOPClassUID, DCM_SamplesPerPixel, DCM_PhotometricInterpretation, DCM_PlanarConfiguration, DCM_Rows,
          DCM_Columns, DCM_BitsAllocated, DCM_BitsStored, DCM_HighBit, DCM_PixelRepresentation})
        if (from.tagExists(key)) (void)from.findAndInsertCopyOfElement(key, &to);
}

void reverse_cells(std::string& bytes, std::size_t cell) {
    for (std::size_t at = 0; at + cell <= bytes.size(); at += cell)
        std::reverse(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                     bytes.begin() + static_cast<std::ptrdiff_t>(at + cell));
}

Result<Frame> native_frame(PixelDescription const& description, ByteOrder byte_order, std::string bytes) {
    if (bytes.size() < native_frame_bytes(description))
        return fail(ErrorCode::not_acceptable, "the frame is shorter than its description");
    auto const cell = std::size_t{description.bits_allocated} / 8;
    if (byte_order == ByteOrder::big && cell > 1) reverse_cells(bytes, cell);
    return Frame{description, std::move(bytes)};
}

Result<Frame> decode_frame(DcmItem& header, PixelDescription const& description, EncodedFrame encoded) {
    if (!can_decode(encoded.transfer_syntax))
        return fail(ErrorCode::not_acceptable, "the transfer syntax cannot be decoded here");
    auto const stream = joined(encoded.fragments);
    if (is_byte_coding(encoded.transfer_syntax, description)) {
        auto frame = decode_bytes(encoded.transfer_syntax, description, stream);
        if (frame) arrange_by_pixel(*frame);
        return frame;
    }
    if (!stream_fits(encoded.transfer_syntax, stream, description)) {
        if (!is_mislabelled(stream, description))
            return fail(ErrorCode::not_acceptable, "the compressed frame contradicts its description");
        Frame frame{description, stream};
        arrange_by_pixel(frame);
        return frame;
    }
    if (auto frame = decoded_jpeg(encoded.transfer_syntax, stream, description)) return *std::move(frame);
    if (auto const standard = is_jpeg_ls(encoded.transfer_syntax) ? with_thresholds(stream) : std::nullopt)
        if (auto frame = decode_by_dcmtk(header, description, encoded.transfer_syntax, *standard)) return frame;
    // CharLS may have encoded it with thresholds of its own.
    return decode_by_dcmtk(header, description, encoded.transfer_syntax, stream);
}

Result<std::string> encode_frame(Frame const& frame, std::string_view transfer_syntax) {
    if (is_byte_coding(transfer_syntax, frame.description)) return encode_bytes(transfer_syntax, frame);
    auto const encoder = encoder_of(transfer_syntax);
    if (!encoder) return unencodable();
    auto const dataset = native_dataset(frame);
    if (!dataset) return fail(dataset.error());
    if ((*dataset)->chooseRepresentation(encoder->syntax, encoder->parameter).bad()) return unencodable();
    return only_fragment(**dataset, encoder->syntax);
}

}  // namespace cassette
