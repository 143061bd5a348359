#include "archive/pixels/codestream.h"

#include <cstddef>

namespace cassette {

// Both families are marker segments behind a start marker:
//
//   FF mm llll ...               llll (big endian) counts itself and what follows
//   JPEG     FF D8, then   FF Cn llll pp yyyy xxxx nn (cc hv qq)...   frame header: precision, lines, samples, components
//                          FF DA llll nn (cc tt)... ss ee al          scan header: ss is predictor or NEAR
//                          FF EE 000E "Adobe" ........ tt             colour transform
//   JPEG 2000  FF 4F, then FF 51 llll cccc xxxxxxxx yyyyyyyy oooooooo oooooooo (4 x tile) nnnn (dd rr rr)...   SIZ
//                          FF 50                                                                               CAP: HTJ2K
//                          FF 52 llll ss pp nnnn mm ll ww hh bb kk                                             COD

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) { return static_cast<unsigned char>(text[at]); }

std::uint32_t number_16(std::string_view text, std::size_t at) {
    return byte_at(text, at) << 8 | byte_at(text, at + 1);
}

std::uint32_t number_32(std::string_view text, std::size_t at) {
    return number_16(text, at) << 16 | number_16(text, at + 2);
}

struct Segment {
    std::uint32_t marker;
    std::string_view content;  // behind the length
};

// Takes the next segment off the front; nullopt at the end or at what is none.
std::optional<Segment> take_segment(std::string_view& rest) {
    while (rest.size() > 2 && byte_at(rest, 0) == 0xFF && byte_at(rest, 1) == 0xFF) rest.remove_prefix(1);
    if (rest.size() < 4 || byte_at(rest, 0) != 0xFF) return std::nullopt;
    auto const length = number_16(rest, 2);
    if (length < 2 || rest.size() < std::size_t{2} + length) return std::nullopt;
    Segment const segment{byte_at(rest, 1), rest.substr(4, length - 2)};
    rest.remove_prefix(2 + length);
    return segment;
}

bool is_frame_header(std::uint32_t marker) {
    bool const jpeg = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    return jpeg || marker == 0xF7;
}

bool is_lossless_process(std::uint32_t marker) { return marker == 0xC3 || marker == 0xF7; }

struct JpegFacts {
    std::optional<Segment> frame;
    bool adobe_rgb = false;
};

// PS3.3 C.7.6.3.1.2; lossless processes keep the colours they were given.
std::string_view jpeg_photometric(JpegFacts const& facts) {
    auto const& frame = facts.frame->content;
    if (byte_at(frame, 5) != 3) return "MONOCHROME2";
    if (facts.adobe_rgb || is_lossless_process(facts.frame->marker)) return "RGB";
    bool const subsampled = frame.size() > 7 && byte_at(frame, 7) >> 4 == 2;
    return subsampled ? "YBR_FULL_422" : "YBR_FULL";
}

std::string_view jpeg_syntax(std::uint32_t frame_marker, std::string_view scan) {
    auto const components = byte_at(scan, 0);
    auto const selection = scan.size() > 1 + 2 * components ? byte_at(scan, 1 + 2 * components) : 0;
    switch (frame_marker) {
        case 0xC0: return "1.2.840.10008.1.2.4.50";
        case 0xC1: return "1.2.840.10008.1.2.4.51";
        case 0xC2: return "1.2.840.10008.1.2.4.55";
        case 0xC3: return selection == 1 ? "1.2.840.10008.1.2.4.70" : "1.2.840.10008.1.2.4.57";
        case 0xF7: return selection == 0 ? "1.2.840.10008.1.2.4.80" : "1.2.840.10008.1.2.4.81";
        default: return {};
    }
}

std::optional<Codestream> read_jpeg(std::string_view rest) {
    constexpr std::uint32_t start_of_scan = 0xDA;
    constexpr std::uint32_t application_14 = 0xEE;
    JpegFacts facts;
    while (auto const segment = take_segment(rest)) {
        auto const& content = segment->content;
        if (segment->marker == application_14 && content.starts_with("Adobe") && content.size() >= 12)
            facts.adobe_rgb = byte_at(content, 11) == 0;
        if (is_frame_header(segment->marker) && content.size() >= 6) facts.frame = *segment;
        if (segment->marker != start_of_scan) continue;
        if (!facts.frame || content.empty()) return std::nullopt;
        auto const& frame = facts.frame->content;
        auto const syntax = jpeg_syntax(facts.frame->marker, content);
        if (syntax.empty()) return std::nullopt;
        return Codestream{
            syntax,           jpeg_photometric(facts), number_16(frame, 1), number_16(frame, 3), byte_at(frame, 5),
            byte_at(frame, 0)};
    }
    return std::nullopt;
}

struct Jpeg2000Facts {
    std::optional<Codestream> size;
    bool high_throughput = false;
};

std::optional<Codestream> read_size(std::string_view content) {
    constexpr std::size_t fixed = 34;
    if (content.size() < fixed + 3) return std::nullopt;
    Codestream stream;
    stream.columns = number_32(content, 2) - number_32(content, 10);
    stream.rows = number_32(content, 6) - number_32(content, 14);
    stream.samples = number_16(content, fixed);
    auto const depth = byte_at(content, fixed + 2);
    stream.is_signed = (depth & 0x80U) != 0;
    stream.bits = (depth & 0x7FU) + 1;
    return stream;
}

// The reversible wavelet alone is lossless, and has its own colour transform.
Codestream with_coding(Codestream stream, std::string_view coding, bool high_throughput) {
    bool const reversible = byte_at(coding, 9) == 1;
    bool const transformed = byte_at(coding, 4) == 1;
    if (high_throughput)
        stream.transfer_syntax = reversible ? "1.2.840.10008.1.2.4.201" : "1.2.840.10008.1.2.4.203";
    else
        stream.transfer_syntax = reversible ? "1.2.840.10008.1.2.4.90" : "1.2.840.10008.1.2.4.91";
    stream.photometric = "MONOCHROME2";
    if (stream.samples == 3) stream.photometric = transformed ? (reversible ? "YBR_RCT" : "YBR_ICT") : "RGB";
    return stream;
}

std::optional<Codestream> read_jpeg_2000(std::string_view rest) {
    Jpeg2000Facts facts;
    while (auto const segment = take_segment(rest)) {
        if (segment->marker == 0x51) facts.size = read_size(segment->content);
        if (segment->marker == 0x50) facts.high_throughput = true;
        if (segment->marker != 0x52) continue;
        if (!facts.size || segment->content.size() < 10) return std::nullopt;
        return with_coding(*facts.size, segment->content, facts.high_throughput);
    }
    return std::nullopt;
}

}  // namespace

std::optional<Codestream> read_codestream(std::string_view head) {
    if (head.starts_with("\xFF\xD8")) return read_jpeg(head.substr(2));
    if (head.starts_with("\xFF\x4F")) return read_jpeg_2000(head.substr(2));
    return std::nullopt;
}

std::uint64_t codestream_offset(std::string_view head) {
    constexpr std::string_view signature{"\0\0\0\x0CjP  ", 8};
    if (!head.starts_with(signature)) return 0;
    std::size_t at = 0;
    while (at + 16 <= head.size()) {
        std::uint64_t const length = number_32(head, at);
        bool const extended = length == 1;
        if (head.substr(at + 4, 4) == "jp2c") return at + (extended ? 16 : 8);
        if (extended || length < 8 || length > head.size() - at) return 0;
        at += static_cast<std::size_t>(length);
    }
    return 0;
}

}  // namespace cassette
