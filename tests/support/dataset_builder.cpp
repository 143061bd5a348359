#include "tests/support/dataset_builder.h"

#include <zlib.h>

#include <doctest/doctest.h>

namespace cassette::testing {

namespace {

std::string number_32(std::uint32_t value, Encoding encoding) {
    std::string bytes;
    for (int i = 0; i < 4; ++i) {
        int const shift = encoding == Encoding::explicit_big_endian ? 24 - 8 * i : 8 * i;
        bytes += static_cast<char>(value >> shift & 0xFFU);
    }
    return bytes;
}

// An item or delimitation: tag and length, never a VR (PS3.5 7.5).
std::string delimiter(std::uint16_t element, std::uint32_t length, Encoding encoding) {
    auto const high = static_cast<char>(element >> 8);
    auto const low = static_cast<char>(element & 0xFFU);
    bool const big = encoding == Encoding::explicit_big_endian;
    std::string const tag = big ? std::string{"\xFF\xFE"} + high + low : std::string{"\xFE\xFF"} + low + high;
    return tag + number_32(length, encoding);
}

constexpr std::uint32_t undefined = 0xFFFFFFFF;

// The File Meta group of an arbitrary transfer syntax, Explicit VR Little Endian (PS3.10 7.1).
std::string file_start(std::string_view sop_class, std::string_view sop_instance, std::string_view transfer_syntax) {
    using namespace std::string_view_literals;
    generate::ElementWriter group{Encoding::explicit_little_endian};
    group.bytes({0x0002, 0x0001}, "OB", "\0\1"sv);
    group.text({0x0002, 0x0002}, "UI", sop_class);
    group.text({0x0002, 0x0003}, "UI", sop_instance);
    group.text({0x0002, 0x0010}, "UI", transfer_syntax);
    generate::ElementWriter length{Encoding::explicit_little_endian};
    auto const size = number_32(static_cast<std::uint32_t>(group.written().size()), Encoding::explicit_little_endian);
    length.bytes({0x0002, 0x0000}, "UL", size);
    return std::string(128, '\0') + "DICM" + length.written() + group.written();
}

}  // namespace

DatasetBuilder& DatasetBuilder::text(Tag tag, std::string_view vr, std::string_view value) {
    if (tag == Tag{0x0008, 0x0016}) sop_class_ = value;
    if (tag == Tag{0x0008, 0x0018}) sop_instance_ = value;
    generate::ElementWriter writer{encoding_};
    writer.text(tag, vr, value);
    return element(tag, writer.take());
}

DatasetBuilder& DatasetBuilder::number(Tag tag, std::uint16_t value) {
    generate::ElementWriter writer{encoding_};
    writer.unsigned_short(tag, value);
    return element(tag, writer.take());
}

DatasetBuilder& DatasetBuilder::bytes(Tag tag, std::string_view vr, std::string_view value) {
    generate::ElementWriter writer{encoding_};
    writer.bytes(tag, vr, value);
    return element(tag, writer.take());
}

DatasetBuilder& DatasetBuilder::element(Tag tag, std::string whole) {
    elements_.insert_or_assign(tag, std::move(whole));
    return *this;
}

DatasetBuilder& DatasetBuilder::without(Tag tag) {
    elements_.erase(tag);
    return *this;
}

std::string DatasetBuilder::dataset() const {
    std::string all;
    for (auto const& [tag, whole] : elements_) all += whole;
    return all;
}

std::string DatasetBuilder::part10(std::string_view transfer_syntax) const {
    auto const syntax = transfer_syntax.empty() ? generate::transfer_syntax_uid(encoding_) : transfer_syntax;
    return file_start(sop_class_, sop_instance_, syntax) + dataset();
}

DatasetBuilder small_image(SmallImage const& image, Encoding encoding) {
    DatasetBuilder built{encoding};
    built.text({0x0008, 0x0016}, "UI", ct_image_storage).text({0x0008, 0x0018}, "UI", image.instance);
    built.text({0x0008, 0x0020}, "DA", "20240131").text({0x0008, 0x0030}, "TM", "101500");
    built.text({0x0008, 0x0050}, "SH", "A1").text({0x0008, 0x0060}, "CS", "CT");
    built.text({0x0010, 0x0010}, "PN", image.patient_name).text({0x0010, 0x0020}, "LO", image.patient_id);
    built.text({0x0020, 0x000D}, "UI", image.study).text({0x0020, 0x000E}, "UI", image.series);
    built.text({0x0020, 0x0013}, "IS", "1");
    built.number({0x0028, 0x0002}, 1).text({0x0028, 0x0004}, "CS", "MONOCHROME2");
    built.number({0x0028, 0x0010}, 2).number({0x0028, 0x0011}, 2);
    built.number({0x0028, 0x0100}, 16).number({0x0028, 0x0101}, 16).number({0x0028, 0x0102}, 15);
    built.number({0x0028, 0x0103}, 0);
    return built.bytes({0x7FE0, 0x0010}, "OW", "\1\2\3\4\5\6\7\10");
}

std::string item(std::string_view elements, Length length, Encoding encoding) {
    std::string const body{elements};
    if (length == Length::defined) return delimiter(0xE000, static_cast<std::uint32_t>(body.size()), encoding) + body;
    return delimiter(0xE000, undefined, encoding) + body + delimiter(0xE00D, 0, encoding);
}

std::string sequence(Tag tag, std::string_view items, Length length, Encoding encoding) {
    generate::ElementWriter header{encoding};
    header.header(tag, "SQ", length == Length::defined ? static_cast<std::uint32_t>(items.size()) : undefined);
    auto const end = length == Length::defined ? std::string{} : delimiter(0xE0DD, 0, encoding);
    return header.written() + std::string{items} + end;
}

std::string encapsulated(std::string_view offset_table, std::initializer_list<std::string_view> fragments) {
    generate::ElementWriter header{Encoding::explicit_little_endian};
    header.header({0x7FE0, 0x0010}, "OB", undefined);
    std::string whole = header.written() + item(offset_table, Length::defined);
    for (auto const fragment : fragments) whole += item(fragment, Length::defined);
    return whole + delimiter(0xE0DD, 0, Encoding::explicit_little_endian);
}

std::string nested_sequences(std::size_t depth) {
    generate::ElementWriter header{Encoding::explicit_little_endian};
    header.header({0x0040, 0xA730}, "SQ", undefined);
    std::string const level = header.written() + delimiter(0xE000, undefined, Encoding::explicit_little_endian);
    std::string all;
    for (std::size_t i = 0; i < depth; ++i) all += level;
    return all;
}

std::string deflated(std::string_view bytes) {
    z_stream z{};
    REQUIRE(deflateInit2(&z, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) == Z_OK);
    std::string out(deflateBound(&z, static_cast<uLong>(bytes.size())), '\0');
    z.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    z.avail_in = static_cast<uInt>(bytes.size());
    z.next_out = reinterpret_cast<Bytef*>(out.data());
    z.avail_out = static_cast<uInt>(out.size());
    int const status = deflate(&z, Z_FINISH);
    out.resize(out.size() - z.avail_out);
    deflateEnd(&z);
    REQUIRE(status == Z_STREAM_END);
    return out;
}

}  // namespace cassette::testing
