#pragma once

#include <boost/json/object.hpp>

#include <string>

namespace cassette::testing {

// What differs between the worklist items of tests; the rest is one CT of Doe^Jane.
struct SampleItem {
    std::string study = "1.2.3";
    std::string step = "S1";
    std::string patient_name = "Doe^Jane";
    std::string patient_id = "P1";
    std::string modality = "CT";
    std::string station = "CT1";
    std::string date = "20240131";
    std::string time = "101500";
    std::string accession = "A1";
};

// A worklist item of the DICOM JSON Model (PS3.18 F) with a Requested Procedure Code Sequence of two items.
[[nodiscard]] boost::json::object sample_item(SampleItem const& item = {});

}  // namespace cassette::testing
