#include "schema/attribute.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <numeric>

namespace cassette {

namespace {

using enum Level;
using enum Matching;

// Ordered by level, then as the standard orders the level (PS3.4 C.6.1.1.2 to C.6.1.1.5).
constexpr std::array<Attribute, 81> table{{
    {"PatientName", {0x0010, 0x0010}, "PN", patient, person_name, "patient_name"},
    {"PatientID", {0x0010, 0x0020}, "LO", patient, text, "patient_id"},
    {"IssuerOfPatientID", {0x0010, 0x0021}, "LO", patient, text, "issuer_of_patient_id"},
    {"PatientBirthDate", {0x0010, 0x0030}, "DA", patient, date, "patient_birth_date"},
    {"PatientBirthTime", {0x0010, 0x0032}, "TM", patient, time, "patient_birth_time"},
    {"PatientSex", {0x0010, 0x0040}, "CS", patient, text, "patient_sex"},
    {"OtherPatientIDs", {0x0010, 0x1000}, "LO", patient, text, "other_patient_ids"},
    {"OtherPatientNames", {0x0010, 0x1001}, "PN", patient, person_name, "other_patient_names"},
    {"EthnicGroup", {0x0010, 0x2160}, "SH", patient, text, "ethnic_group"},
    {"PatientComments", {0x0010, 0x4000}, "LT", patient, text, "patient_comments"},
    {"NumberOfPatientRelatedStudies", {0x0020, 0x1200}, "IS", patient, none, "study_count", Origin::maintained},
    {"NumberOfPatientRelatedSeries", {0x0020, 0x1202}, "IS", patient, none, "series_count", Origin::maintained},
    {"NumberOfPatientRelatedInstances", {0x0020, 0x1204}, "IS", patient, none, "instance_count", Origin::maintained},
    {"StudyDate", {0x0008, 0x0020}, "DA", study, date, "study_date"},
    {"StudyTime", {0x0008, 0x0030}, "TM", study, time, "study_time"},
    {"AccessionNumber", {0x0008, 0x0050}, "SH", study, text, "accession_number"},
    {"ReferringPhysicianName", {0x0008, 0x0090}, "PN", study, person_name, "referring_physician_name"},
    {"TimezoneOffsetFromUTC", {0x0008, 0x0201}, "SH", study, none, "timezone_offset_from_utc"},
    {"StudyDescription", {0x0008, 0x1030}, "LO", study, text, "study_description"},
    {"PhysiciansOfRecord", {0x0008, 0x1048}, "PN", study, person_name, "physicians_of_record"},
    {"NameOfPhysiciansReadingStudy", {0x0008, 0x1060}, "PN", study, person_name, "name_of_physicians_reading_study"},
    {"AdmittingDiagnosesDescription", {0x0008, 0x1080}, "LO", study, text, "admitting_diagnoses_description"},
    {"PatientAge", {0x0010, 0x1010}, "AS", study, text, "patient_age"},
    {"PatientSize", {0x0010, 0x1020}, "DS", study, none, "patient_size"},
    {"PatientWeight", {0x0010, 0x1030}, "DS", study, none, "patient_weight"},
    {"Occupation", {0x0010, 0x2180}, "SH", study, text, "occupation"},
    {"AdditionalPatientHistory", {0x0010, 0x21B0}, "LT", study, text, "additional_patient_history"},
    {"StudyInstanceUID", {0x0020, 0x000D}, "UI", study, uid, "study_instance_uid"},
    {"StudyID", {0x0020, 0x0010}, "SH", study, text, "study_id"},
    {"ModalitiesInStudy", {0x0008, 0x0061}, "CS", study, membership, "modalities_in_study", Origin::maintained},
    {"SOPClassesInStudy", {0x0008, 0x0062}, "UI", study, membership, "sop_classes_in_study", Origin::maintained},
    {"NumberOfStudyRelatedSeries", {0x0020, 0x1206}, "IS", study, none, "series_count", Origin::maintained},
    {"NumberOfStudyRelatedInstances", {0x0020, 0x1208}, "IS", study, none, "instance_count", Origin::maintained},
    {"SeriesDate", {0x0008, 0x0021}, "DA", series, date, "series_date"},
    {"SeriesTime", {0x0008, 0x0031}, "TM", series, time, "series_time"},
    {"Modality", {0x0008, 0x0060}, "CS", series, text, "modality"},
    {"Manufacturer", {0x0008, 0x0070}, "LO", series, text, "manufacturer"},
    {"InstitutionName", {0x0008, 0x0080}, "LO", series, text, "institution_name"},
    {"StationName", {0x0008, 0x1010}, "SH", series, text, "station_name"},
    {"SeriesDescription", {0x0008, 0x103E}, "LO", series, text, "series_description"},
    {"InstitutionalDepartmentName", {0x0008, 0x1040}, "LO", series, text, "institutional_department_name"},
    {"PerformingPhysicianName", {0x0008, 0x1050}, "PN", series, person_name, "performing_physician_name"},
    {"OperatorsName", {0x0008, 0x1070}, "PN", series, person_name, "operators_name"},
    {"ManufacturerModelName", {0x0008, 0x1090}, "LO", series, text, "manufacturer_model_name"},
    {"BodyPartExamined", {0x0018, 0x0015}, "CS", series, text, "body_part_examined"},
    {"ProtocolName", {0x0018, 0x1030}, "LO", series, text, "protocol_name"},
    {"PatientPosition", {0x0018, 0x5100}, "CS", series, text, "patient_position"},
    {"SeriesInstanceUID", {0x0020, 0x000E}, "UI", series, uid, "series_instance_uid"},
    {"SeriesNumber", {0x0020, 0x0011}, "IS", series, number, "series_number"},
    {"FrameOfReferenceUID", {0x0020, 0x0052}, "UI", series, uid, "frame_of_reference_uid"},
    {"Laterality", {0x0020, 0x0060}, "CS", series, text, "laterality"},
    {"PerformedProcedureStepStartDate", {0x0040, 0x0244}, "DA", series, date, "performed_procedure_step_start_date"},
    {"PerformedProcedureStepStartTime", {0x0040, 0x0245}, "TM", series, time, "performed_procedure_step_start_time"},
    {"PerformedProcedureStepID", {0x0040, 0x0253}, "SH", series, text, "performed_procedure_step_id"},
    {"ScheduledProcedureStepID", {0x0040, 0x0009}, "SH", series, text, "scheduled_procedure_step_id"},
    {"RequestedProcedureID", {0x0040, 0x1001}, "SH", series, text, "requested_procedure_id"},
    {"NumberOfSeriesRelatedInstances", {0x0020, 0x1209}, "IS", series, none, "instance_count", Origin::maintained},
    {"ImageType", {0x0008, 0x0008}, "CS", instance, text, "image_type"},
    {"SOPClassUID", {0x0008, 0x0016}, "UI", instance, uid, "sop_class_uid"},
    {"SOPInstanceUID", {0x0008, 0x0018}, "UI", instance, uid, "sop_instance_uid"},
    {"AcquisitionDate", {0x0008, 0x0022}, "DA", instance, date, "acquisition_date"},
    {"ContentDate", {0x0008, 0x0023}, "DA", instance, date, "content_date"},
    {"AcquisitionDateTime", {0x0008, 0x002A}, "DT", instance, date_time, "acquisition_date_time"},
    {"AcquisitionTime", {0x0008, 0x0032}, "TM", instance, time, "acquisition_time"},
    {"ContentTime", {0x0008, 0x0033}, "TM", instance, time, "content_time"},
    {"AcquisitionNumber", {0x0020, 0x0012}, "IS", instance, number, "acquisition_number"},
    {"InstanceNumber", {0x0020, 0x0013}, "IS", instance, number, "instance_number"},
    {"ImageLaterality", {0x0020, 0x0062}, "CS", instance, text, "image_laterality"},
    {"ImageComments", {0x0020, 0x4000}, "LT", instance, text, "image_comments"},
    {"SamplesPerPixel", {0x0028, 0x0002}, "US", instance, number, "samples_per_pixel"},
    {"PhotometricInterpretation", {0x0028, 0x0004}, "CS", instance, text, "photometric_interpretation"},
    {"NumberOfFrames", {0x0028, 0x0008}, "IS", instance, number, "number_of_frames"},
    {"Rows", {0x0028, 0x0010}, "US", instance, number, "rows"},
    {"Columns", {0x0028, 0x0011}, "US", instance, number, "columns"},
    {"BitsAllocated", {0x0028, 0x0100}, "US", instance, number, "bits_allocated"},
    {"DocumentTitle", {0x0042, 0x0010}, "ST", instance, text, "document_title"},
    {"ContentLabel", {0x0070, 0x0080}, "CS", instance, text, "content_label"},
    {"CompletionFlag", {0x0040, 0xA491}, "CS", instance, text, "completion_flag"},
    {"VerificationFlag", {0x0040, 0xA493}, "CS", instance, text, "verification_flag"},
    {"InstanceAvailability", {0x0008, 0x0056}, "CS", instance, none, "", Origin::maintained},
    {"AvailableTransferSyntaxUID", {0x0008, 0x3002}, "UI", instance, none, "transfer_syntax_uid", Origin::maintained},
}};

constexpr Tag tag_at(AttributeIndex position) { return table[position].tag; }

constexpr auto by_tag = [] {
    std::array<AttributeIndex, table.size()> positions{};
    std::iota(positions.begin(), positions.end(), AttributeIndex{0});
    std::ranges::sort(positions, {}, tag_at);
    return positions;
}();

// PS3.6.
constexpr std::array<std::string_view, 10> several_values{"OtherPatientIDs",
                                                          "OtherPatientNames",
                                                          "PhysiciansOfRecord",
                                                          "NameOfPhysiciansReadingStudy",
                                                          "AdmittingDiagnosesDescription",
                                                          "PerformingPhysicianName",
                                                          "OperatorsName",
                                                          "ImageType",
                                                          "ModalitiesInStudy",
                                                          "SOPClassesInStudy"};

// PS3.4 C.2.2.2.4.
constexpr std::array<std::string_view, 10> wildcard_vrs{"AE", "CS", "LO", "LT", "PN", "SH", "ST", "UC", "UR", "UT"};

// PS3.5 6.2.
constexpr std::array<std::string_view, 4> single_text_vrs{"LT", "ST", "UR", "UT"};

}  // namespace

bool has_several_values(Attribute const& attribute) {
    return std::ranges::find(several_values, attribute.keyword) != several_values.end();
}

bool has_wildcards(std::string_view vr) { return std::ranges::find(wildcard_vrs, vr) != wildcard_vrs.end(); }

bool is_single_text(std::string_view vr) { return std::ranges::find(single_text_vrs, vr) != single_text_vrs.end(); }

std::span<Attribute const> attributes() { return table; }

std::optional<AttributeIndex> find_attribute(Tag tag) {
    auto const* const found = std::ranges::lower_bound(by_tag, tag, {}, tag_at);
    if (found == by_tag.end() || tag_at(*found) != tag) return std::nullopt;
    return *found;
}

std::optional<AttributeIndex> find_attribute(std::string_view keyword) {
    for (AttributeIndex i = 0; i < table.size(); ++i)
        if (table[i].keyword == keyword) return i;
    return std::nullopt;
}

AttributeIndex attribute_at(Tag tag) {
    auto const found = find_attribute(tag);
    assert(found);
    return *found;
}

}  // namespace cassette
