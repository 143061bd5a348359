#pragma once

#include <cstdint>
#include <string>

namespace cassette::testing {

// A small CT Image, its text in the declared character set.
struct CtSlice {
    std::string character_set = "ISO_IR 100";
    std::string patient_name = "Doe^Jane";
    std::string patient_id = "P1";
    std::string study_date = "20240131";
    std::string accession_number = "A1";
    std::string study_description = "CT head";
    std::string study = "1.2.3";
    std::string series = "1.2.3.1";
    std::string instance = "1.2.3.1.1";
    std::string series_number = "1";
    std::string instance_number = "1";
    std::size_t pixels = 64;  // of two bytes
};

// Its data set in Implicit VR Little Endian.
std::string data_set_of(CtSlice const& slice);

}  // namespace cassette::testing
