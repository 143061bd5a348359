#include "archive/part10/header_writer.h"

#include "archive/part10/value_representation.h"

namespace cassette {

namespace {

constexpr std::uint32_t undefined_length = 0xFFFFFFFF;
constexpr std::uint32_t short_length_max = 0xFFFF;

}  // namespace

void HeaderWriter::put_16(std::uint16_t value) {
    char const low = static_cast<char>(value & 0xFFU);
    char const high = static_cast<char>(value >> 8);
    bytes_ += order_ == ByteOrder::little ? low : high;
    bytes_ += order_ == ByteOrder::little ? high : low;
}

void HeaderWriter::put_32(std::uint32_t value) {
    auto const low = static_cast<std::uint16_t>(value & 0xFFFFU);
    auto const high = static_cast<std::uint16_t>(value >> 16);
    put_16(order_ == ByteOrder::little ? low : high);
    put_16(order_ == ByteOrder::little ? high : low);
}

void HeaderWriter::put_tag(Tag tag) {
    put_16(tag.group);
    put_16(tag.element);
}

void HeaderWriter::element(Tag tag, std::string_view vr, std::uint32_t length) {
    put_tag(tag);
    // PS3.5 6.2.2: a value too long for the 16-bit length of its VR is written as UN.
    bool const overlong = !has_long_length(vr) && length > short_length_max;
    bytes_ += overlong ? std::string_view{"UN"} : vr;
    if (overlong || has_long_length(vr)) {
        put_16(0);
        put_32(length);
        return;
    }
    put_16(static_cast<std::uint16_t>(length));
}

void HeaderWriter::value(std::span<std::byte const> bytes) {
    bytes_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
}

void HeaderWriter::begin_sequence(Tag tag) {
    put_tag(tag);
    bytes_ += "SQ";
    put_16(0);
    put_32(undefined_length);
}

void HeaderWriter::end_sequence() {
    put_tag({0xFFFE, 0xE0DD});
    put_32(0);
}

void HeaderWriter::begin_item() {
    put_tag({0xFFFE, 0xE000});
    put_32(undefined_length);
}

void HeaderWriter::end_item() {
    put_tag({0xFFFE, 0xE00D});
    put_32(0);
}

}  // namespace cassette
