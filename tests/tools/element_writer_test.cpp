#include "tools/generate/element_writer.h"

#include <doctest/doctest.h>

namespace cassette::generate {

using namespace std::string_view_literals;

TEST_CASE("text is padded to an even length, UIDs with NUL (PS3.5 6.2)") {
    ElementWriter out{Encoding::explicit_little_endian};
    out.text({0x0010, 0x0020}, "LO", "abc");
    CHECK(out.written() == "\x10\0\x20\0LO\4\0abc "sv);
    ElementWriter uid{Encoding::explicit_little_endian};
    uid.text({0x0008, 0x0018}, "UI", "1.2");
    CHECK(uid.written() ==
          "\x08\0\x18\0UI\4\0"
          "1.2\0"sv);
}

TEST_CASE("long VRs have a reserved field and 32 bits of length (PS3.5 7.1.2)") {
    ElementWriter out{Encoding::explicit_little_endian};
    out.header({0x7FE0, 0x0010}, "OW", 0x01020304);
    CHECK(out.written() == "\xE0\x7F\x10\0OW\0\0\4\3\2\1"sv);
}

TEST_CASE("implicit VR writes no VR (PS3.5 7.1.3)") {
    ElementWriter out{Encoding::implicit_little_endian};
    out.unsigned_short({0x0028, 0x0010}, 512);
    CHECK(out.written() == "\x28\0\x10\0\2\0\0\0\0\2"sv);
}

TEST_CASE("big endian turns numbers around and leaves text alone (PS3.5 7.3)") {
    ElementWriter out{Encoding::explicit_big_endian};
    out.unsigned_short({0x0028, 0x0010}, 512);
    out.text({0x0010, 0x0040}, "CS", "F");
    CHECK(out.written() ==
          "\0\x28\0\x10US\0\2\2\0\0\x10\0\x40"
          "CS\0\2F "sv);
}

TEST_CASE("a Part 10 file begins with a preamble, DICM and the length of group 2 (PS3.10 7.1)") {
    auto const meta = file_meta("1.2.3", "1.2.3.4", transfer_syntax_uid(Encoding::implicit_little_endian));
    CHECK(meta.substr(0, 128) == std::string(128, '\0'));
    CHECK(meta.substr(128, 12) == "DICM\2\0\0\0UL\4\0"sv);
    auto const length = static_cast<unsigned char>(meta[140]) | static_cast<unsigned char>(meta[141]) << 8;
    CHECK(meta.size() == 144U + static_cast<std::size_t>(length));
    CHECK(meta.find("1.2.840.10008.1.2\0"sv) != std::string::npos);
}

}  // namespace cassette::generate
