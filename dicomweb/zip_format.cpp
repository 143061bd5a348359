// local header     50 4B 03 04 | version (2) | flags (2) | method (2) | time, date (2, 2) | CRC-32 (4) | compressed length (4)
//                  | length (4) | name length (2) | extra length (2) | name | extra
// descriptor       50 4B 07 08 | CRC-32 (4) | compressed length (8) | length (8)
// central header   50 4B 01 02 | made by (2) | as in the local header | comment length (2) | disk (2) | attributes (2, 4)
//                  | offset of the local header (4) | name | extra
// extra, ZIP64     01 00 | length (2) | of length, compressed length, offset (8 each) those that are FFFFFFFF elsewhere

#include "dicomweb/zip_format.h"

#include <array>
#include <cassert>
#include <ctime>

namespace cassette::dicomweb {

namespace {

constexpr std::uint64_t wide = 0xFFFFFFFFU;  // 32 bits that say: see ZIP64
constexpr std::uint64_t many = 0xFFFFU;
constexpr std::uint16_t zip64_version = 45;
constexpr std::uint16_t plain_version = 20;
constexpr std::uint16_t descriptor_flag = 1U << 3;

void put(std::string& to, std::uint64_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) to.push_back(static_cast<char>((value >> (8 * i)) & 0xFFU));
}

std::uint64_t narrow(std::uint64_t value) { return value < wide ? value : wide; }

// MS-DOS time and date: two seconds are one, years count from 1980.
struct DosTime {
    std::uint16_t time = 0;
    std::uint16_t date = (1U << 5) | 1U;
};

DosTime dos_time(std::int64_t seconds) {
    auto const time = static_cast<std::time_t>(seconds);
    std::tm utc{};
    if (!::gmtime_r(&time, &utc) || utc.tm_year < 80 || utc.tm_year > 207) return {};
    return {static_cast<std::uint16_t>((utc.tm_hour << 11) | (utc.tm_min << 5) | (utc.tm_sec / 2)),
            static_cast<std::uint16_t>(((utc.tm_year - 80) << 9) | ((utc.tm_mon + 1) << 5) | utc.tm_mday)};
}

// From version to length: what both headers have in common.
void put_common(std::string& to, ZipRecord const& record, bool zip64) {
    auto const [time, date] = dos_time(record.modified_at);
    put(to, zip64 ? zip64_version : plain_version, 2);
    put(to, record.length_follows ? descriptor_flag : 0U, 2);
    put(to, 0, 2);
    put(to, time, 2);
    put(to, date, 2);
}

std::string zip64_extra(std::string const& fields) {
    if (fields.empty()) return {};
    std::string extra;
    put(extra, 1, 2);
    put(extra, fields.size(), 2);
    return extra + fields;
}

}  // namespace

std::string zip_local_header(ZipRecord const& record) {
    // The descriptor has eight bytes a length only when the local header is ZIP64.
    bool const zip64 = record.length_follows || record.length >= wide;
    std::string fields;
    auto const told = record.length_follows ? 0 : record.length;
    if (zip64) put(fields, told, 8);
    if (zip64) put(fields, told, 8);
    auto const extra = zip64_extra(fields);
    std::string header{"PK\x03\x04"};
    put_common(header, record, zip64);
    put(header, record.length_follows ? 0 : record.crc32, 4);
    put(header, zip64 ? wide : record.length, 4);
    put(header, zip64 ? wide : record.length, 4);
    put(header, record.name.size(), 2);
    put(header, extra.size(), 2);
    return header + record.name + extra;
}

std::string zip_descriptor(ZipRecord const& record) {
    assert(record.length_follows);
    std::string descriptor{"PK\x07\x08"};
    put(descriptor, record.crc32, 4);
    put(descriptor, record.length, 8);
    put(descriptor, record.length, 8);
    return descriptor;
}

std::string zip_central_header(ZipRecord const& record) {
    std::string fields;
    if (record.length >= wide) put(fields, record.length, 8);
    if (record.length >= wide) put(fields, record.length, 8);
    if (record.offset >= wide) put(fields, record.offset, 8);
    auto const extra = zip64_extra(fields);
    bool const zip64 = !extra.empty() || record.length_follows;
    std::string header{"PK\x01\x02"};
    put(header, zip64 ? zip64_version : plain_version, 2);
    put_common(header, record, zip64);
    put(header, record.crc32, 4);
    put(header, narrow(record.length), 4);
    put(header, narrow(record.length), 4);
    put(header, record.name.size(), 2);
    put(header, extra.size(), 2);
    put(header, 0, 2);
    put(header, 0, 2);
    put(header, 0, 2);
    put(header, 0, 4);
    put(header, narrow(record.offset), 4);
    return header + record.name + extra;
}

std::string zip_end(ZipDirectory const& directory) {
    auto const& [entries, offset, length] = directory;
    std::string end;
    if (entries >= many || offset >= wide || length >= wide) {
        constexpr std::uint64_t rest_of_record = 44;
        end.append("PK\x06\x06");
        put(end, rest_of_record, 8);
        put(end, zip64_version, 2);
        put(end, zip64_version, 2);
        put(end, 0, 4);
        put(end, 0, 4);
        for (auto const value : {entries, entries, length, offset}) put(end, value, 8);
        end.append("PK\x06\x07");
        put(end, 0, 4);
        put(end, offset + length, 8);
        put(end, 1, 4);
    }
    end.append("PK\x05\x06");
    put(end, 0, 2);
    put(end, 0, 2);
    put(end, entries < many ? entries : many, 2);
    put(end, entries < many ? entries : many, 2);
    put(end, narrow(length), 4);
    put(end, narrow(offset), 4);
    put(end, 0, 2);
    return end;
}

}  // namespace cassette::dicomweb
