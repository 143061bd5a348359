#include "archive/part10/value_representation.h"

#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcvr.h>

#include <algorithm>
#include <array>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 34> known{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
                                                 "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST",
                                                 "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV"};

constexpr std::array<std::string_view, 21> short_length{"AE", "AS", "AT", "CS", "DA", "DS", "DT",
                                                        "FD", "FL", "IS", "LO", "LT", "PN", "SH",
                                                        "SL", "SS", "ST", "TM", "UI", "UL", "US"};

constexpr std::array<std::string_view, 23> bulk{"DS", "FD", "FL", "IS", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "SL",
                                                "SS", "ST", "SV", "UC", "UL", "UN", "UR", "US", "UT", "UV", "LO"};

template <std::size_t size>
bool contains(std::array<std::string_view, size> const& list, std::string_view vr) {
    return std::find(list.begin(), list.end(), vr) != list.end();
}

std::string_view resolved(DcmEVR vr, PixelRepresentation representation) {
    if (vr == EVR_xs) return representation == PixelRepresentation::signed_integer ? "SS" : "US";
    if (vr == EVR_ox || vr == EVR_px || vr == EVR_lt) return "OW";
    if (vr == EVR_up) return "UL";
    char const* const name = DcmVR{vr}.getValidVRName();
    for (auto const candidate : known)
        if (candidate == name) return candidate;
    return "UN";
}

}  // namespace

bool is_known_vr(std::string_view vr) { return contains(known, vr); }

bool has_long_length(std::string_view vr) { return !contains(short_length, vr); }

bool may_be_bulk(std::string_view vr) { return contains(bulk, vr); }

std::string_view implicit_vr(Tag tag, PixelRepresentation representation) {
    // PS3.5 7.8.1: (gggg,0010-00FF) of odd groups are Private Creator elements.
    if (tag.is_private()) return tag.element >= 0x10 && tag.element <= 0xFF ? "LO" : "UN";
    if (tag.element == 0) return "UL";
    DcmDataDictionary const& dictionary = dcmDataDict.rdlock();
    DcmDictEntry const* const entry = dictionary.findEntry(DcmTagKey{tag.group, tag.element}, nullptr);
    std::string_view const vr = entry == nullptr ? "UN" : resolved(entry->getEVR(), representation);
    dcmDataDict.rdunlock();
    return vr;
}

}  // namespace cassette
