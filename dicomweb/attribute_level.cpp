#include "dicomweb/attribute_level.h"

#include "schema/attribute.h"

#include <algorithm>
#include <array>

namespace cassette::dicomweb {

namespace {

// Beyond schema/attribute.h: the General Study, Patient Study and Clinical Trial modules (PS3.3 C.7.2), and the Patient
// attributes outside group 0010 (C.7.1).
constexpr std::array<Tag, 23> study_attributes{{
    {0x0008, 0x0051},  // Issuer of Accession Number Sequence
    {0x0008, 0x0096},  // Referring Physician Identification Sequence
    {0x0008, 0x009C},  // Consulting Physician's Name
    {0x0008, 0x009D},  // Consulting Physician Identification Sequence
    {0x0008, 0x1032},  // Procedure Code Sequence
    {0x0008, 0x1049},  // Physician(s) of Record Identification Sequence
    {0x0008, 0x1062},  // Physician(s) Reading Study Identification Sequence
    {0x0008, 0x1084},  // Admitting Diagnoses Code Sequence
    {0x0008, 0x1110},  // Referenced Study Sequence
    {0x0008, 0x1120},  // Referenced Patient Sequence
    {0x0012, 0x0010},  // Clinical Trial Sponsor Name
    {0x0012, 0x0020},  // Clinical Trial Protocol ID
    {0x0012, 0x0021},  // Clinical Trial Protocol Name
    {0x0012, 0x0030},  // Clinical Trial Site ID
    {0x0012, 0x0031},  // Clinical Trial Site Name
    {0x0012, 0x0040},  // Clinical Trial Subject ID
    {0x0012, 0x0042},  // Clinical Trial Subject Reading ID
    {0x0012, 0x0050},  // Clinical Trial Time Point ID
    {0x0012, 0x0051},  // Clinical Trial Time Point Description
    {0x0012, 0x0062},  // Patient Identity Removed
    {0x0012, 0x0063},  // De-identification Method
    {0x0012, 0x0064},  // De-identification Method Code Sequence
    {0x0040, 0x1012},  // Reason For Performed Procedure Code Sequence
}};

// The General Series, Clinical Trial Series, Frame of Reference, General Equipment and SC Equipment modules (PS3.3 C.7.3 to
// C.7.5, C.8.6.1), and what PET adds to its series (C.8.9.1).
constexpr std::array<Tag, 44> series_attributes{{
    {0x0008, 0x0064},  // Conversion Type
    {0x0008, 0x0068},  // Presentation Intent Type
    {0x0008, 0x0081},  // Institution Address
    {0x0008, 0x0082},  // Institution Code Sequence
    {0x0008, 0x103F},  // Series Description Code Sequence
    {0x0008, 0x1041},  // Institutional Department Type Code Sequence
    {0x0008, 0x1052},  // Performing Physician Identification Sequence
    {0x0008, 0x1072},  // Operator Identification Sequence
    {0x0008, 0x1111},  // Referenced Performed Procedure Step Sequence
    {0x0008, 0x1250},  // Related Series Sequence
    {0x0012, 0x0060},  // Clinical Trial Coordinating Center Name
    {0x0012, 0x0071},  // Clinical Trial Series ID
    {0x0012, 0x0072},  // Clinical Trial Series Description
    {0x0018, 0x1000},  // Device Serial Number
    {0x0018, 0x1002},  // Device UID
    {0x0018, 0x1008},  // Gantry ID
    {0x0018, 0x100A},  // UDI Sequence
    {0x0018, 0x1016},  // Secondary Capture Device Manufacturer
    {0x0018, 0x1018},  // Secondary Capture Device Manufacturer's Model Name
    {0x0018, 0x1019},  // Secondary Capture Device Software Versions
    {0x0018, 0x1020},  // Software Versions
    {0x0018, 0x1022},  // Video Image Format Acquired
    {0x0018, 0x1023},  // Digital Image Format Acquired
    {0x0018, 0x1050},  // Spatial Resolution
    {0x0018, 0x1200},  // Date of Last Calibration
    {0x0018, 0x1201},  // Time of Last Calibration
    {0x0018, 0x1202},  // DateTime of Last Calibration
    {0x0018, 0x1204},  // Date of Manufacture
    {0x0018, 0x1205},  // Date of Installation
    {0x0020, 0x0200},  // Synchronization Frame of Reference UID
    {0x0020, 0x1040},  // Position Reference Indicator
    {0x0020, 0x3950},  // Anatomical Orientation Type
    {0x0028, 0x0108},  // Smallest Pixel Value in Series
    {0x0028, 0x0109},  // Largest Pixel Value in Series
    {0x0040, 0x0250},  // Performed Procedure Step End Date
    {0x0040, 0x0251},  // Performed Procedure Step End Time
    {0x0040, 0x0254},  // Performed Procedure Step Description
    {0x0040, 0x0260},  // Performed Protocol Code Sequence
    {0x0040, 0x0275},  // Request Attributes Sequence
    {0x0040, 0x0280},  // Comments on the Performed Procedure Step
    {0x0054, 0x1000},  // Series Type
    {0x0054, 0x1001},  // Units
    {0x0054, 0x1002},  // Counts Source
    {0x0054, 0x1004},  // Reprojection Method
}};

// Whole groups of the patient, the visit and the order.
constexpr bool is_group_of_study(Tag tag) { return tag.group == 0x0010 || tag.group == 0x0032 || tag.group == 0x0038; }

}  // namespace

Level entity_level(Tag tag) {
    if (auto const index = find_attribute(tag)) return attributes()[*index].level;
    if (is_group_of_study(tag) || std::ranges::find(study_attributes, tag) != study_attributes.end())
        return Level::study;
    bool const of_series = std::ranges::find(series_attributes, tag) != series_attributes.end();
    return of_series ? Level::series : Level::instance;
}

}  // namespace cassette::dicomweb
