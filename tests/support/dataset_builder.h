#pragma once

#include "schema/tag.h"
#include "tools/generate/element_writer.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace cassette::testing {

using generate::Encoding;

// Elements by tag, in order however they are given; a later one replaces an earlier one of its tag.
class DatasetBuilder {
public:
    explicit DatasetBuilder(Encoding encoding = Encoding::explicit_little_endian) : encoding_{encoding} {}

    DatasetBuilder& text(Tag tag, std::string_view vr, std::string_view value);
    DatasetBuilder& number(Tag tag, std::uint16_t value);  // US
    DatasetBuilder& bytes(Tag tag, std::string_view vr, std::string_view value);
    // A whole element, header included.
    DatasetBuilder& element(Tag tag, std::string whole);
    DatasetBuilder& without(Tag tag);

    std::string dataset() const;
    // Behind preamble and File Meta with the data set's UIDs and this transfer syntax; by default the encoding's own.
    std::string part10(std::string_view transfer_syntax = {}) const;

private:
    Encoding encoding_;
    std::map<Tag, std::string> elements_;
    std::string sop_class_;
    std::string sop_instance_;
};

struct SmallImage {
    std::string study = "1.2.3";
    std::string series = "1.2.3.1";
    std::string instance = "1.2.3.1.1";
    std::string patient_name = "Doe^Jane";
    std::string patient_id = "P1";
};
inline constexpr std::string_view ct_image_storage = "1.2.840.10008.5.1.4.1.1.2";
inline constexpr std::string_view rle_lossless = "1.2.840.10008.1.2.5";
inline constexpr std::string_view jpeg_baseline = "1.2.840.10008.1.2.4.50";
inline constexpr std::string_view deflated_explicit = "1.2.840.10008.1.2.1.99";

// A CT Image of 2 x 2 pixels of 16 bits, with every attribute that no Composite IOD goes without.
[[nodiscard]] DatasetBuilder small_image(SmallImage const& image = {},
                                         Encoding encoding = Encoding::explicit_little_endian);

enum class Length { defined, undefined };
// PS3.5 7.5: FFFE,E000 and a length, the elements and, where the length is undefined, FFFE,E00D.
[[nodiscard]] std::string item(std::string_view elements, Length length,
                               Encoding encoding = Encoding::explicit_little_endian);
// A sequence of these items; where the length is undefined, FFFE,E0DD ends it.
[[nodiscard]] std::string sequence(Tag tag, std::string_view items, Length length,
                                   Encoding encoding = Encoding::explicit_little_endian);
// PS3.5 A.4: (7FE0,0010) OB of undefined length, the Basic Offset Table and fragments as items, FFFE,E0DD.
[[nodiscard]] std::string encapsulated(std::string_view offset_table,
                                       std::initializer_list<std::string_view> fragments);

// `depth` sequences in each other, of undefined length, without their ends: they nest as deep as a reader goes.
[[nodiscard]] std::string nested_sequences(std::size_t depth);

// RFC 1951, without a zlib header (PS3.5 A.5).
[[nodiscard]] std::string deflated(std::string_view bytes);

}  // namespace cassette::testing
