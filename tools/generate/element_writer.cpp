// A Part 10 file, PS3.10 7.1:
//
//   0    128  132                144
//   | 00 ... | D I C M | 02 00 00 00 'U' 'L' 04 00 <length of the rest of group 2> | group 2 ... | data set ...
//
// A data element with explicit VR, PS3.5 7.1.2, little endian:
//
//   | group | element | V R | length 16 |          value ...       short VRs: CS, DA, IS, PN, UI, US, ...
//   | group | element | V R | 00 00 | length 32 |  value ...       OB, OW, SQ, UN, UT, ...
//
// With implicit VR, PS3.5 7.1.3:
//
//   | group | element | length 32 |  value ...

#include "tools/generate/element_writer.h"

#include <algorithm>
#include <array>

namespace cassette::generate {

namespace {

constexpr std::string_view implementation_class_uid = "2.25.213046138974525190461873045718263418274";
constexpr std::array<std::string_view, 13> long_vrs{"OB", "OD", "OF", "OL", "OV", "OW", "SQ",
                                                    "SV", "UC", "UN", "UR", "UT", "UV"};

}  // namespace

std::string_view transfer_syntax_uid(Encoding encoding) {
    switch (encoding) {
        case Encoding::explicit_little_endian: return "1.2.840.10008.1.2.1";
        case Encoding::implicit_little_endian: return "1.2.840.10008.1.2";
        case Encoding::explicit_big_endian: return "1.2.840.10008.1.2.2";
    }
    return {};
}

void ElementWriter::append_16(std::uint16_t value) {
    auto const low = static_cast<char>(value & 0xFF);
    auto const high = static_cast<char>(value >> 8);
    bool const big = encoding_ == Encoding::explicit_big_endian;
    written_ += big ? high : low;
    written_ += big ? low : high;
}

void ElementWriter::append_32(std::uint32_t value) {
    auto const low = static_cast<std::uint16_t>(value & 0xFFFF);
    auto const high = static_cast<std::uint16_t>(value >> 16);
    bool const big = encoding_ == Encoding::explicit_big_endian;
    append_16(big ? high : low);
    append_16(big ? low : high);
}

void ElementWriter::header(Tag tag, std::string_view vr, std::uint32_t length) {
    append_16(tag.group);
    append_16(tag.element);
    if (encoding_ == Encoding::implicit_little_endian) return append_32(length);
    written_ += vr;
    if (std::ranges::find(long_vrs, vr) == long_vrs.end()) return append_16(static_cast<std::uint16_t>(length));
    append_16(0);
    append_32(length);
}

void ElementWriter::text(Tag tag, std::string_view vr, std::string_view value) {
    bool const odd = value.size() % 2 != 0;
    header(tag, vr, static_cast<std::uint32_t>(value.size() + (odd ? 1 : 0)));
    written_ += value;
    if (odd) written_ += vr == "UI" ? '\0' : ' ';
}

void ElementWriter::unsigned_short(Tag tag, std::uint16_t value) {
    header(tag, "US", 2);
    append_16(value);
}

void ElementWriter::bytes(Tag tag, std::string_view vr, std::string_view value) {
    header(tag, vr, static_cast<std::uint32_t>(value.size()));
    written_ += value;
}

std::string file_meta(std::string_view sop_class, std::string_view sop_instance, std::string_view transfer_syntax) {
    using namespace std::string_view_literals;
    ElementWriter group{Encoding::explicit_little_endian};  // PS3.10 7.1, whatever the data set is in
    group.bytes({0x0002, 0x0001}, "OB", "\0\1"sv);
    group.text({0x0002, 0x0002}, "UI", sop_class);
    group.text({0x0002, 0x0003}, "UI", sop_instance);
    group.text({0x0002, 0x0010}, "UI", transfer_syntax);
    group.text({0x0002, 0x0012}, "UI", implementation_class_uid);
    group.text({0x0002, 0x0013}, "SH", "CASSETTE_GEN");
    auto const length = static_cast<std::uint32_t>(group.written().size());
    ElementWriter group_length{Encoding::explicit_little_endian};
    group_length.header({0x0002, 0x0000}, "UL", 4);
    std::string file(128, '\0');
    file += "DICM";
    file += group_length.written();
    for (int shift = 0; shift < 32; shift += 8) file += static_cast<char>(length >> shift & 0xFF);
    return file + group.written();
}

}  // namespace cassette::generate
