#include "archive/pixels/transcode/transcoded_header.h"

#include "storage/sha256.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <span>
#include <vector>

namespace cassette {

namespace {

Failure refused() { return fail(ErrorCode::internal, "DCMTK refuses an attribute"); }

// Pixel data, and the Extended Offset Table with its lengths and the total, which count the stored bytes.
bool is_of_stored_pixels(DcmTagKey const& tag) {
    constexpr Uint16 group = 0x7FE0;
    return tag.getGroup() == group &&
        (tag.getElement() <= 0x0003 || (tag.getElement() >= 0x0008 && tag.getElement() <= 0x0010));
}

// Keeps what several values had, as far as the VR has room.
Result<void> append_value(DcmDataset& header, DcmTagKey const& key, std::string const& value) {
    OFString all;
    (void)header.findAndGetOFStringArray(key, all);
    if (!all.empty()) all += '\\';
    all += value.c_str();
    if (header.putAndInsertOFStringArray(key, all).bad()) return refused();
    return {};
}

std::string ratio_text(double ratio) {
    std::array<char, 16> text{};  // VR DS has room for sixteen
    auto const end = std::to_chars(text.data(), text.data() + text.size(), ratio, std::chars_format::fixed, 2).ptr;
    return std::string{text.data(), end};
}

// PS3.3 C.7.6.1.1.5.2 and C.12.1.1.9: 113040 is Lossy Compression, 121320 Uncompressed predecessor.
bool describe_derivation(DcmDataset& header, std::string const& ratio) {
    auto const text = "JPEG Baseline (Process 1), ratio " + ratio;
    return DcmCodec::newInstance(&header, "DCM", "121320", "Uncompressed predecessor").good() &&
        DcmCodec::updateImageType(&header).good() &&
        header.putAndInsertString(DCM_DerivationDescription, text.c_str()).good() &&
        DcmCodec::insertCodeSequence(&header, DCM_DerivationCodeSequence, "DCM", "113040", "Lossy Compression").good();
}

// The decimal digits of a 128-bit number.
std::string decimal(std::span<std::uint8_t const> big_endian) {
    std::vector<std::uint8_t> rest{big_endian.begin(), big_endian.end()};
    std::string digits;
    while (std::ranges::any_of(rest, [](auto byte) { return byte != 0; })) {
        unsigned remainder = 0;
        for (auto& byte : rest) {
            remainder = remainder << 8 | byte;
            byte = static_cast<std::uint8_t>(remainder / 10);
            remainder %= 10;
        }
        digits.push_back(static_cast<char>('0' + remainder));
    }
    std::ranges::reverse(digits);
    return digits.empty() ? "0" : digits;
}

}  // namespace

SplitHeader split_at_pixel_data(std::unique_ptr<DcmDataset> header) {
    SplitHeader split{std::move(header), std::make_unique<DcmDataset>()};
    for (auto i = split.before->card(); i > 0; --i) {
        auto* const element = split.before->getElement(i - 1);
        auto const tag = element->getTag();
        if (is_of_stored_pixels(tag)) {
            std::unique_ptr<DcmElement> const gone{split.before->remove(element)};
        } else if (tag > DCM_PixelData) {
            std::unique_ptr<DcmElement> behind{split.before->remove(element)};
            if (split.after->insert(behind.get()).good()) (void)behind.release();  // the data set owns it now
        }
    }
    return split;
}

Result<void> describe_pixels_in(std::string_view transfer_syntax, DcmDataset& header, PixelDescription const& decoded) {
    if (decoded.kind != SampleKind::integer) return {};
    auto const put = [&](DcmTagKey const& key, std::uint32_t number) {
        return header.putAndInsertUint16(key, static_cast<Uint16>(number)).good();
    };
    std::string const term{photometric_in(transfer_syntax, decoded)};
    bool const described = header.putAndInsertString(DCM_PhotometricInterpretation, term.c_str()).good() &&
        put(DCM_SamplesPerPixel, decoded.samples) && put(DCM_BitsAllocated, decoded.bits_allocated) &&
        put(DCM_BitsStored, decoded.bits_stored) && put(DCM_HighBit, decoded.shift + decoded.bits_stored - 1) &&
        put(DCM_PixelRepresentation, decoded.is_signed ? 1 : 0) &&
        (decoded.samples == 1 || put(DCM_PlanarConfiguration, decoded.by_plane ? 1 : 0));
    return described ? Result<void>{} : refused();
}

void remove_empty_icons(DcmItem& header) {
    DcmSequenceOfItems* icons = nullptr;
    if (header.findAndGetSequence(DCM_IconImageSequence, icons).bad() || icons == nullptr) return;
    for (unsigned long i = 0; i < icons->card(); ++i) {
        auto* const icon = icons->getItem(i);
        if (icon->tagExists(DCM_PixelData)) continue;
        (void)header.findAndDeleteElement(DCM_IconImageSequence);
        return;
    }
}

Result<void> admit_stored_loss(DcmDataset& header, std::string_view stored_syntax) {
    // JPEG but the lossless processes, and JPEG-LS near-lossless. JPEG 2000 (.91) may be reversible all the same.
    constexpr std::array<std::string_view, 6> lossy{"1.2.840.10008.1.2.4.50", "1.2.840.10008.1.2.4.51",
                                                    "1.2.840.10008.1.2.4.52", "1.2.840.10008.1.2.4.53",
                                                    "1.2.840.10008.1.2.4.55", "1.2.840.10008.1.2.4.81"};
    if (std::ranges::find(lossy, stored_syntax) == lossy.end()) return {};
    return header.putAndInsertString(DCM_LossyImageCompression, "01").good() ? Result<void>{} : refused();
}

Result<void> describe_lossy_derivation(DcmDataset& header, LossyDerivation const& derivation) {
    auto const ratio = ratio_text(derivation.ratio);
    if (!describe_derivation(header, ratio)) return refused();
    bool const put = header.putAndInsertString(DCM_LossyImageCompression, "01").good() &&
        header.putAndInsertString(DCM_SOPInstanceUID, derivation.instance.str().c_str()).good();
    if (!put) return refused();
    if (auto appended = append_value(header, DCM_LossyImageCompressionRatio, ratio); !appended) return appended;
    return append_value(header, DCM_LossyImageCompressionMethod, "ISO_10918_1");
}

SOPInstanceUID derived_instance_uid(Digest const& blob, std::string_view transfer_syntax) {
    auto const name = blob.hex() + '/' + std::string{transfer_syntax};
    auto bytes = sha256(std::as_bytes(std::span{name})).bytes();
    // RFC 9562 5.8: version 8 is a UUID made of what one likes, here of a digest.
    bytes[6] = static_cast<std::uint8_t>((bytes[6] & 0x0FU) | 0x80U);
    bytes[8] = static_cast<std::uint8_t>((bytes[8] & 0x3FU) | 0x80U);
    return *SOPInstanceUID::parse("2.25." + decimal(std::span{bytes}.first(16)));
}

}  // namespace cassette
