#pragma once

#include "schema/tag.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace cassette::generate {

enum class Encoding { explicit_little_endian, implicit_little_endian, explicit_big_endian };

[[nodiscard]] std::string_view transfer_syntax_uid(Encoding encoding);  // PS3.6 Table A-1

// Appends data elements to a buffer, in the order of the calls: the caller sorts them by tag (PS3.5 7.1).
class ElementWriter {
public:
    explicit ElementWriter(Encoding encoding) : encoding_{encoding} {}

    // A value of characters, padded to an even length: UI with NUL, text with a space (PS3.5 6.2).
    void text(Tag tag, std::string_view vr, std::string_view value);
    void unsigned_short(Tag tag, std::uint16_t value);  // US
    void bytes(Tag tag, std::string_view vr, std::string_view value);
    // The header of an element whose `length` bytes the caller appends elsewhere.
    void header(Tag tag, std::string_view vr, std::uint32_t length);

    std::string const& written() const { return written_; }
    std::string take() { return std::move(written_); }

private:
    void append_16(std::uint16_t value);
    void append_32(std::uint32_t value);

    Encoding encoding_;
    std::string written_;
};

// The preamble, the prefix and the File Meta group of a Part 10 file.
[[nodiscard]] std::string file_meta(std::string_view sop_class, std::string_view sop_instance,
                                    std::string_view transfer_syntax);

}  // namespace cassette::generate
