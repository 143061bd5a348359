#include "tests/dimse/ct_slice.h"

#include "tests/dimse/scripted_peer.h"

namespace cassette::testing {

namespace {

std::string text(std::uint16_t group, std::uint16_t number, std::string value, char pad = ' ') {
    if (value.size() % 2 != 0) value += pad;
    return element(group, number, value);
}

std::string short_number(std::uint16_t group, std::uint16_t number, std::uint16_t value) {
    return element(group, number, little_endian(value, 2));
}

}  // namespace

std::string data_set_of(CtSlice const& slice) {
    std::string bytes = text(0x0008, 0x0005, slice.character_set);
    bytes += text(0x0008, 0x0016, ct_storage, '\0');
    bytes += text(0x0008, 0x0018, slice.instance, '\0');
    bytes += text(0x0008, 0x0020, slice.study_date);
    bytes += text(0x0008, 0x0030, "101500");
    bytes += text(0x0008, 0x0050, slice.accession_number);
    bytes += text(0x0008, 0x0060, "CT");
    bytes += text(0x0008, 0x0090, "Ref^Erring");
    bytes += text(0x0008, 0x1030, slice.study_description);
    // Request Attributes Sequence: one item with Scheduled Procedure Step ID and Requested Procedure ID.
    auto const request = text(0x0040, 0x0009, "SPS1") + text(0x0040, 0x1001, "RP1");
    bytes += text(0x0010, 0x0010, slice.patient_name);
    bytes += text(0x0010, 0x0020, slice.patient_id);
    bytes += text(0x0010, 0x0030, "19700101");
    bytes += text(0x0010, 0x0040, "F");
    bytes += text(0x0018, 0x0050, "1.25");
    bytes += text(0x0020, 0x000D, slice.study, '\0');
    bytes += text(0x0020, 0x000E, slice.series, '\0');
    bytes += text(0x0020, 0x0010, "S1");
    bytes += text(0x0020, 0x0011, slice.series_number);
    bytes += text(0x0020, 0x0013, slice.instance_number);
    bytes += short_number(0x0028, 0x0002, 1);
    bytes += text(0x0028, 0x0004, "MONOCHROME2");
    bytes += short_number(0x0028, 0x0010, 1);
    bytes += short_number(0x0028, 0x0011, static_cast<std::uint16_t>(slice.pixels));
    bytes += short_number(0x0028, 0x0100, 16);
    bytes += short_number(0x0028, 0x0101, 16);
    bytes += short_number(0x0028, 0x0102, 15);
    bytes += short_number(0x0028, 0x0103, 0);
    bytes += element(0x0040, 0x0275, element(0xFFFE, 0xE000, request));
    bytes += element(0x7FE0, 0x0010, std::string(2 * slice.pixels, '\x11'));
    return bytes;
}

}  // namespace cassette::testing
