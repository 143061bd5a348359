#include "dicomweb/zip_format.h"

#include <doctest/doctest.h>

#include <string>

namespace cassette::dicomweb {

namespace {

std::uint64_t number_at(std::string const& bytes, std::size_t offset, int size) {
    std::uint64_t number = 0;
    for (int i = size; i-- > 0;)
        number = (number << 8) | static_cast<unsigned char>(bytes.at(offset + static_cast<std::size_t>(i)));
    return number;
}

ZipRecord record() {
    ZipRecord record;
    record.name = "DICOM/IM000000";
    record.modified_at = 784111777;  // 1994-11-06 08:49:37
    record.length = 1000;
    record.crc32 = 0x12345678;
    record.offset = 77;
    return record;
}

constexpr std::uint64_t five_gigabytes = std::uint64_t{5} << 30;

}  // namespace

TEST_CASE("a local header has name, checksum and lengths before the bytes (APPNOTE 4.3.7)") {
    auto const header = zip_local_header(record());
    CHECK(header.size() == 30 + 14);
    CHECK(header.starts_with("PK\x03\x04"));
    CHECK(number_at(header, 4, 2) == 20);
    CHECK(number_at(header, 6, 2) == 0);
    CHECK(number_at(header, 8, 2) == 0);
    CHECK(number_at(header, 10, 2) == ((8 << 11) | (49 << 5) | 18));
    CHECK(number_at(header, 12, 2) == ((14 << 9) | (11 << 5) | 6));
    CHECK(number_at(header, 14, 4) == 0x12345678);
    CHECK(number_at(header, 18, 4) == 1000);
    CHECK(number_at(header, 22, 4) == 1000);
    CHECK(header.ends_with("DICOM/IM000000"));
}

TEST_CASE("a large file has its lengths in the ZIP64 field (APPNOTE 4.5.3)") {
    auto large = record();
    large.length = five_gigabytes;
    auto const header = zip_local_header(large);
    CHECK(header.size() == 30 + 14 + 20);
    CHECK(number_at(header, 4, 2) == 45);
    CHECK(number_at(header, 22, 4) == 0xFFFFFFFF);
    CHECK(number_at(header, 44, 2) == 1);
    CHECK(number_at(header, 46, 2) == 16);
    CHECK(number_at(header, 48, 8) == five_gigabytes);
    auto const central = zip_central_header(large);
    CHECK(central.size() == 46 + 14 + 20);
    CHECK(number_at(central, 24, 4) == 0xFFFFFFFF);
    CHECK(number_at(central, 42, 4) == 77);
}

TEST_CASE("a file beyond 4 GiB of the archive has its offset in the ZIP64 field (APPNOTE 4.5.3)") {
    auto late = record();
    late.offset = five_gigabytes;
    auto const central = zip_central_header(late);
    CHECK(number_at(central, 24, 4) == 1000);
    CHECK(number_at(central, 42, 4) == 0xFFFFFFFF);
    CHECK(number_at(central, 46 + 14 + 4, 8) == five_gigabytes);
}

TEST_CASE("what is made has length and checksum behind it, eight bytes a length (APPNOTE 4.3.9)") {
    auto made = record();
    made.length_follows = true;
    auto const header = zip_local_header(made);
    CHECK(number_at(header, 6, 2) == 8);
    CHECK(number_at(header, 14, 4) == 0);
    auto const descriptor = zip_descriptor(made);
    CHECK(descriptor.size() == 24);
    CHECK(descriptor.starts_with("PK\x07\x08"));
    CHECK(number_at(descriptor, 4, 4) == 0x12345678);
    CHECK(number_at(descriptor, 8, 8) == 1000);
    CHECK(number_at(zip_central_header(made), 16, 4) == 0x12345678);
}

TEST_CASE("the end tells where the directory is, in ZIP64 where it has to (APPNOTE 4.3.14, 4.3.16)") {
    auto const small = zip_end({3, 500, 180});
    CHECK(small.size() == 22);
    CHECK(number_at(small, 10, 2) == 3);
    CHECK(number_at(small, 12, 4) == 180);
    CHECK(number_at(small, 16, 4) == 500);
    auto const large = zip_end({70'000, five_gigabytes, 180});
    CHECK(large.size() == 56 + 20 + 22);
    CHECK(number_at(large, 24, 8) == 70'000);
    CHECK(number_at(large, 48, 8) == five_gigabytes);
    CHECK(number_at(large, 56 + 8, 8) == five_gigabytes + 180);
    CHECK(number_at(large, 76 + 10, 2) == 0xFFFF);
}

TEST_CASE("times before 1980 and after 2107 are the first that a ZIP archive can tell") {
    auto old = record();
    old.modified_at = 0;
    CHECK(number_at(zip_local_header(old), 12, 2) == ((1 << 5) | 1));
    old.modified_at = std::int64_t{1} << 40;
    CHECK(number_at(zip_local_header(old), 12, 2) == ((1 << 5) | 1));
}

}  // namespace cassette::dicomweb
