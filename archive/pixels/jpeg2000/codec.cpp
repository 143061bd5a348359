#include "archive/pixels/jpeg2000/codec.h"

#include "archive/pixels/jpeg2000/block_count.h"
#include "archive/pixels/jpeg2000/main_header.h"
#include "archive/pixels/jpeg2000/openjpeg_coder.h"
#include "archive/pixels/jpeg2000/openjph_coder.h"

#include <dcmtk/dcmdata/dccodec.h>
#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcitem.h>
#include <dcmtk/dcmdata/dcpixseq.h>
#include <dcmtk/dcmdata/dcpxitem.h>
#include <dcmtk/dcmdata/dcvrpobw.h>

#include <algorithm>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace cassette::jpeg2000 {

namespace {

// The Image Pixel Description Macro (PS3.3 C.7.6.3), as far as cells and bits go.
struct Description {
    Uint16 rows = 0;
    Uint16 columns = 0;
    Uint16 samples = 1;
    Uint16 bits_allocated = 0;
    Uint16 bits_stored = 0;
    Uint16 representation = 0;
    OFString photometric;

    std::uint64_t cells() const { return std::uint64_t{rows} * columns * samples; }
    Sign sign() const { return representation == 1 ? Sign::is_signed : Sign::is_unsigned; }
};

OFCondition describe(DcmItem& item, Description& description) {
    auto found = item.findAndGetUint16(DCM_Rows, description.rows);
    if (found.good()) found = item.findAndGetUint16(DCM_Columns, description.columns);
    if (found.good()) found = item.findAndGetUint16(DCM_SamplesPerPixel, description.samples);
    if (found.good()) found = item.findAndGetUint16(DCM_BitsAllocated, description.bits_allocated);
    if (found.good()) found = item.findAndGetUint16(DCM_BitsStored, description.bits_stored);
    if (found.bad()) return found;
    (void)item.findAndGetUint16(DCM_PixelRepresentation, description.representation);
    (void)item.findAndGetOFString(DCM_PhotometricInterpretation, description.photometric);
    bool const known = description.bits_allocated == 1 || description.bits_allocated == 8 ||
        description.bits_allocated == 16 || description.bits_allocated == 32;
    return known && description.cells() > 0 ? EC_Normal : EC_CannotChangeRepresentation;
}

// Single bits are samples of a byte each on their way.
Cells cells_of(Description const& description, void* bytes) {
    auto const cell = std::max(8U, std::uint32_t{description.bits_allocated}) / 8;
    auto const size = static_cast<std::size_t>(description.cells()) * cell;
    return {description.columns, description.rows, description.samples, cell,
            std::span{static_cast<std::byte*>(bytes), size}};
}

// The item that holds the Pixel Data, which lies on top of the stack.
DcmItem* item_of(DcmStack stack) {
    (void)stack.pop();
    auto* const object = stack.pop();
    bool const is_item = object != nullptr && (object->ident() == EVR_dataset || object->ident() == EVR_item);
    return is_item ? static_cast<DcmItem*>(object) : nullptr;
}

// One frame, which is in one fragment behind the offset table.
OFCondition stream_of(DcmPixelSequence& sequence, std::string_view& stream) {
    DcmPixelItem* fragment = nullptr;
    Uint8* bytes = nullptr;
    if (sequence.card() != 2 || sequence.getItem(fragment, 1).bad()) return EC_CannotChangeRepresentation;
    if (fragment->getUint8Array(bytes).bad() || bytes == nullptr) return EC_CorruptedData;
    stream = {reinterpret_cast<char const*>(bytes), fragment->getLength()};
    stream.remove_prefix(start_of_codestream(stream));
    return EC_Normal;
}

OFCondition decode_stream(std::string_view stream, Description const& description, void* out) {
    auto const header = read_main_header(stream);
    Announced const announced{description.columns, description.rows, description.samples, description.bits_allocated};
    if (!header || !fits(*header, announced) || block_count(stream, *header) > blocks_max) return EC_CorruptedData;
    bool const single_bits = description.bits_allocated == 1;
    std::vector<std::byte> apart(single_bits ? static_cast<std::size_t>(description.cells()) : 0);
    auto const cells = cells_of(description, single_bits ? apart.data() : out);
    if (!decode_with_openjpeg(stream, cells)) return EC_CorruptedData;
    // Some encode signed values as if they were not.
    if (description.sign() == Sign::is_signed && !header->is_signed) extend_sign(cells, header->precision);
    if (single_bits) pack_bits(apart, static_cast<std::byte*>(out));
    return EC_Normal;
}

// PS3.3 C.7.6.3.1.2: the component transformations belong to the stream, and decoding undoes them.
OFString decoded_photometric(Description const& description) {
    auto const& stored = description.photometric;
    if (stored == "YBR_RCT" || stored == "YBR_ICT") return "RGB";
    if (stored == "YBR_FULL_422" || stored == "YBR_PARTIAL_422") return "YBR_FULL";
    return stored;
}

std::optional<std::string> encode_cells(Cells const& cells, Description const& description,
                                        Representation::Coder coder) {
    bool const rgb = description.samples == 3 && description.photometric == "RGB";
    Coding const coding{precision_of(cells, description.sign(), description.bits_stored), description.sign(), rgb};
    auto stream = coder == Representation::Coder::high_throughput ? encode_with_openjph(cells, coding)
                                                                  : encode_with_openjpeg(cells, coding);
    if (stream && stream->size() % 2 != 0) stream->push_back('\0');
    return stream;
}

OFCondition put_stream(std::string const& stream, DcmPixelSequence*& out) {
    auto sequence = std::make_unique<DcmPixelSequence>(DcmTag{DCM_PixelData, EVR_OB});
    for (std::string_view const part : {std::string_view{}, std::string_view{stream}}) {
        auto item = std::make_unique<DcmPixelItem>(DcmTag{DCM_PixelItemTag, EVR_OB});
        auto const* const bytes = reinterpret_cast<Uint8 const*>(part.data());
        auto put = part.empty() ? EC_Normal : item->putUint8Array(bytes, static_cast<unsigned long>(part.size()));
        if (put.good()) put = sequence->insert(item.get());
        if (put.bad()) return put;
        (void)item.release();  // the sequence owns it now
    }
    out = sequence.release();  // DCMTK owns it now
    return EC_Normal;
}

// The parts of DCMTK's interface that a one-frame decoder and a one-frame encoder leave out.
class OneFrameCodec : public DcmCodec {
public:
    OFCondition decodeFrame(DcmRepresentationParameter const*, DcmPixelSequence*, DcmCodecParameter const*, DcmItem*,
                            Uint32, Uint32&, void*, Uint32, OFString&) const override {
        return EC_IllegalCall;
    }
    OFCondition encode(E_TransferSyntax, DcmRepresentationParameter const*, DcmPixelSequence*,
                       DcmRepresentationParameter const*, DcmPixelSequence*&, DcmCodecParameter const*, DcmStack&,
                       OFBool&) const override {
        return EC_IllegalCall;
    }
    OFCondition determineDecompressedColorModel(DcmRepresentationParameter const*, DcmPixelSequence*,
                                                DcmCodecParameter const*, DcmItem*, OFString&) const override {
        return EC_IllegalCall;
    }
};

class Decoder final : public OneFrameCodec {
public:
    explicit Decoder(E_TransferSyntax from) : from_{from} {}

    OFBool canChangeCoding(E_TransferSyntax from, E_TransferSyntax to) const override {
        return from == from_ && DcmXfer{to}.isNotEncapsulated();
    }

    OFCondition decode(DcmRepresentationParameter const*, DcmPixelSequence* sequence, DcmPolymorphOBOW& out,
                       DcmCodecParameter const*, DcmStack const& stack, OFBool& replaces) const override {
        replaces = OFTrue;
        auto* const item = item_of(stack);
        if (item == nullptr || sequence == nullptr) return EC_InvalidTag;
        Description description;
        std::string_view stream;
        auto done = describe(*item, description);
        if (done.good()) done = stream_of(*sequence, stream);
        Uint16* words = nullptr;
        auto const bytes = (description.cells() * description.bits_allocated + 7) / 8;
        if (done.good()) done = out.createUint16Array(static_cast<Uint32>((bytes + 1) / 2), words);
        if (done.good()) done = decode_stream(stream, description, words);
        if (done.good())
            done = item->putAndInsertOFStringArray(DCM_PhotometricInterpretation, decoded_photometric(description));
        if (done.good() && description.samples > 1) done = item->putAndInsertUint16(DCM_PlanarConfiguration, 0);
        return done;
    }

    using OneFrameCodec::encode;
    OFCondition encode(Uint16 const*, Uint32, DcmRepresentationParameter const*, DcmPixelSequence*&,
                       DcmCodecParameter const*, DcmStack&, OFBool&) const override {
        return EC_IllegalCall;
    }

private:
    E_TransferSyntax from_;
};

class Encoder final : public OneFrameCodec {
public:
    using OneFrameCodec::encode;

    OFBool canChangeCoding(E_TransferSyntax from, E_TransferSyntax to) const override {
        return DcmXfer{from}.isNotEncapsulated() && to == EXS_JPEG2000LosslessOnly;
    }

    OFCondition decode(DcmRepresentationParameter const*, DcmPixelSequence*, DcmPolymorphOBOW&,
                       DcmCodecParameter const*, DcmStack const&, OFBool&) const override {
        return EC_IllegalCall;
    }

    // The samples of a pixel are beside each other.
    OFCondition encode(Uint16 const* cells, Uint32 length, DcmRepresentationParameter const* to,
                       DcmPixelSequence*& sequence, DcmCodecParameter const*, DcmStack& stack,
                       OFBool& replaces) const override {
        replaces = OFTrue;
        auto* const item = item_of(stack);
        if (item == nullptr || cells == nullptr) return EC_InvalidTag;
        Description description;
        if (auto described = describe(*item, description); described.bad()) return described;
        // OpenJPEG takes up to 31 bits, but loses some of the last ones.
        bool const whole = description.bits_allocated == 8 || description.bits_allocated == 16;
        if (!whole || description.cells() * description.bits_allocated / 8 > length)
            return EC_CannotChangeRepresentation;
        auto const* const wanted = dynamic_cast<Representation const*>(to);
        auto const coder = wanted == nullptr ? Representation::Coder::part_1 : wanted->coder();
        auto const stream = encode_cells(cells_of(description, const_cast<Uint16*>(cells)), description, coder);
        return stream ? put_stream(*stream, sequence) : EC_CannotChangeRepresentation;
    }
};

class NoParameter final : public DcmCodecParameter {
public:
    DcmCodecParameter* clone() const override { return std::make_unique<NoParameter>().release(); }
    char const* className() const override { return "Jpeg2000Parameter"; }
};

}  // namespace

DcmRepresentationParameter* Representation::clone() const { return std::make_unique<Representation>(*this).release(); }

OFBool Representation::operator==(DcmRepresentationParameter const& other) const {
    auto const* const same = dynamic_cast<Representation const*>(&other);
    return same != nullptr && same->coder_ == coder_;
}

void register_codecs() {
    // DCMTK's list refers to them as long as the program runs.
    static NoParameter const parameter;
    static Representation const part_1{Representation::Coder::part_1};
    static Decoder const lossless{EXS_JPEG2000LosslessOnly};
    static Decoder const any{EXS_JPEG2000};
    static Decoder const part_2_lossless{EXS_JPEG2000MulticomponentLosslessOnly};
    static Decoder const part_2{EXS_JPEG2000Multicomponent};
    static Encoder const encoder;
    for (auto const* const decoder : {&lossless, &any, &part_2_lossless, &part_2})
        (void)DcmCodecList::registerCodec(decoder, nullptr, &parameter);
    (void)DcmCodecList::registerCodec(&encoder, &part_1, &parameter);
}

}  // namespace cassette::jpeg2000
