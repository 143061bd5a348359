#include "archive/retrieve/directory_record.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

namespace cassette {

TEST_CASE("every SOP Class has the record of PS3.3 F.4, and an unknown one is an image") {
    struct Row {
        char const* sop_class;
        char const* record;
    };
    for (auto const& row : {Row{"1.2.840.10008.5.1.4.1.1.2", "IMAGE"},
                            Row{"1.2.840.10008.5.1.4.1.1.4", "IMAGE"},
                            Row{"1.2.840.10008.5.1.4.1.1.4.2", "SPECTROSCOPY"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.1", "IMAGE"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.2", "RT DOSE"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.3", "RT STRUCTURE SET"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.5", "RT PLAN"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.9", "RT TREAT RECORD"},
                            Row{"1.2.840.10008.5.1.4.1.1.11.1", "PRESENTATION"},
                            Row{"1.2.840.10008.5.1.4.1.1.9.1.1", "WAVEFORM"},
                            Row{"1.2.840.10008.5.1.4.1.1.88.22", "SR DOCUMENT"},
                            Row{"1.2.840.10008.5.1.4.1.1.88.59", "KEY OBJECT DOC"},
                            Row{"1.2.840.10008.5.1.4.1.1.66", "RAW DATA"},
                            Row{"1.2.840.10008.5.1.4.1.1.66.1", "REGISTRATION"},
                            Row{"1.2.840.10008.5.1.4.1.1.66.4", "IMAGE"},
                            Row{"1.2.840.10008.5.1.4.1.1.67", "VALUE MAP"},
                            Row{"1.2.840.10008.5.1.4.1.1.104.1", "ENCAP DOC"},
                            Row{"1.2.840.10008.5.1.4.1.1.77.1.5.3", "STEREOMETRIC"},
                            Row{"1.2.840.10008.5.1.4.1.1.77.1.5.4", "IMAGE"},
                            Row{"1.2.840.10008.5.1.4.1.1.481.23", "IMAGE"},
                            Row{"1.2.3.4", "IMAGE"}}) {
        CAPTURE(row.sop_class);
        CHECK(instance_record(row.sop_class).name == row.record);
    }
}

TEST_CASE("the keys of a record are in the order of their tags (PS3.5 7.1)") {
    for (char const* arc :
         {"2", "4.2", "9.1", "11.1", "66.1", "66", "88.11", "88.59", "104.1", "481.2", "481.3", "481.4", "481.5"}) {
        CAPTURE(arc);
        auto const keys = instance_record("1.2.840.10008.5.1.4.1.1." + std::string{arc}).keys;
        CHECK(std::ranges::is_sorted(keys, {}, &DirectoryKey::tag));
    }
    for (auto const& type : {patient_record(), study_record(), series_record()})
        CHECK(std::ranges::is_sorted(type.keys, {}, &DirectoryKey::tag));
}

}  // namespace cassette
