#include "archive/part10/value_representation.h"

#include <dcmtk/dcmdata/dcdicent.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcvr.h>

#include <array>
#include <span>

namespace cassette {

namespace {

constexpr std::array<std::string_view, 34> known{"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO", "LT",
                                                 "OB", "OD", "OF", "OL", "OV", "OW", "PN", "SH", "SL", "SQ", "SS", "ST",
                                                 "SV", "TM", "UC", "UI", "UL", "UN", "UR", "US", "UT", "UV"};

// Of any two capital letters, whether they are in a list: each element of each data set is asked for.
class VRSet {
public:
    explicit constexpr VRSet(std::span<std::string_view const> list) {
        for (auto const vr : list) is_in_[position_of(vr)] = true;
    }
    constexpr bool contains(std::string_view vr) const {
        return vr.size() == 2 && is_capital(vr[0]) && is_capital(vr[1]) && is_in_[position_of(vr)];
    }

private:
    static constexpr std::size_t letters = 26;
    static constexpr bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }
    static constexpr std::size_t position_of(std::string_view vr) {
        return static_cast<std::size_t>(vr[0] - 'A') * letters + static_cast<std::size_t>(vr[1] - 'A');
    }

    std::array<bool, letters * letters> is_in_{};
};

constexpr VRSet known_set{known};

constexpr VRSet short_length_set{
    std::to_array<std::string_view>({"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
                                     "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US"})};

constexpr VRSet text_set{std::to_array<std::string_view>(
    {"AE", "AS", "CS", "DA", "DS", "DT", "IS", "LO", "LT", "PN", "SH", "ST", "TM", "UC", "UI", "UR", "UT"})};

constexpr VRSet single_text_set{std::to_array<std::string_view>({"LT", "ST", "UR", "UT"})};

constexpr VRSet bulk_set{
    std::to_array<std::string_view>({"DS", "FD", "FL", "IS", "LT", "OB", "OD", "OF", "OL", "OV", "OW", "SL",
                                     "SS", "ST", "SV", "UC", "UL", "UN", "UR", "US", "UT", "UV", "LO"})};

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

bool is_known_vr(std::string_view vr) { return known_set.contains(vr); }

bool has_long_length(std::string_view vr) { return !short_length_set.contains(vr); }

bool is_text_vr(std::string_view vr) { return text_set.contains(vr); }

bool is_single_text_vr(std::string_view vr) { return single_text_set.contains(vr); }

bool may_be_bulk(std::string_view vr) { return bulk_set.contains(vr); }

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
