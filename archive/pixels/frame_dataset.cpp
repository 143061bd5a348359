#include "archive/pixels/frame_dataset.h"

#include "archive/pixels/codecs.h"
#include "archive/pixels/jpeg_stream.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcpixel.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcuid.h>
#include <dcmtk/dcmdata/dcxfer.h>

#include <algorithm>
#include <array>
#include <memory>

namespace cassette {

namespace {

constexpr Tag pixel_data{0x7FE0, 0x0010};

Failure undecodable() { return fail(ErrorCode::not_acceptable, "the compressed frame cannot be decoded"); }

// What DCMTK's decoders read of a data set.
std::array<DcmTagKey, 10> const& decoder_attributes() {
    static std::array<DcmTagKey, 10> const keys{DCM_SOPClassUID,
                                                DCM_SamplesPerPixel,
                                                DCM_PhotometricInterpretation,
                                                DCM_PlanarConfiguration,
                                                DCM_Rows,
                                                DCM_Columns,
                                                DCM_BitsAllocated,
                                                DCM_BitsStored,
                                                DCM_HighBit,
                                                DCM_PixelRepresentation};
    return keys;
}

// PS3.5 A.4: an empty offset table, then the fragments. Fragments have an even length.
Result<std::unique_ptr<DcmPixelSequence>> pixel_sequence_of(std::vector<std::string>& fragments) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag{DCM_PixelData, EVR_OB});
    auto offsets = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
    if (sequence->insert(offsets.get()).bad()) return undecodable();
    (void)offsets.release();  // the sequence owns it now
    for (auto& fragment : fragments) {
        if (fragment.size() % 2 != 0) fragment.push_back('\0');
        auto item = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
        auto const* const bytes = reinterpret_cast<Uint8 const*>(fragment.data());
        if (item->putUint8Array(bytes, static_cast<unsigned long>(fragment.size())).bad()) return undecodable();
        if (sequence->insert(item.get()).bad()) return undecodable();
        (void)item.release();  // likewise
    }
    return sequence;
}

Result<std::unique_ptr<DcmDataset>> one_frame_dataset(DcmItem& header, E_TransferSyntax syntax,
                                                      std::vector<std::string>& fragments) {
    auto dataset = std::make_unique<DcmDataset>();
    for (auto const& key : decoder_attributes())
        if (header.tagExists(key)) (void)header.findAndInsertCopyOfElement(key, dataset.get());
    auto sequence = pixel_sequence_of(fragments);
    if (!sequence) return fail(sequence.error());
    auto pixels = std::make_unique<DcmPixelData>(DcmTag{DCM_PixelData, EVR_OB});
    pixels->putOriginalRepresentation(syntax, nullptr, sequence->release());  // owns the sequence now
    if (dataset->insert(pixels.get()).bad()) return undecodable();
    (void)pixels.release();  // the data set owns it now
    return dataset;
}

// The decoders allocate for what the stream says, so it has to say what the data set says.
bool stream_fits(EncodedFrame const& encoded, PixelDescription const& description) {
    if (encoded.fragments.empty() || encoded.fragments.front().empty()) return false;
    if (encoded.transfer_syntax == UID_RLELosslessTransferSyntax) return true;
    auto const header = read_jpeg_frame_header(encoded.fragments.front());
    return header && header->width == description.columns && header->height == description.rows &&
        header->components == description.samples && header->precision <= description.bits_allocated;
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

}  // namespace

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
    if (!stream_fits(encoded, description))
        return fail(ErrorCode::not_acceptable, "the compressed frame contradicts its description");
    std::string const syntax{encoded.transfer_syntax};
    auto dataset = one_frame_dataset(header, DcmXfer{syntax.c_str()}.getXfer(), encoded.fragments);
    if (!dataset) return fail(dataset.error());
    if ((*dataset)->chooseRepresentation(EXS_LittleEndianExplicit, nullptr).bad()) return undecodable();
    auto decoded = describe_pixels(**dataset, pixel_data);
    if (!decoded) return fail(decoded.error());
    auto bytes = decoded_bytes(**dataset);
    if (!bytes) return fail(bytes.error());
    // What the decoder gives is whole pixels; only its own subsampling, if any, is undone.
    if (bytes->size() < native_frame_bytes(*decoded)) return undecodable();
    return Frame{*decoded, std::move(*bytes)};
}

}  // namespace cassette
