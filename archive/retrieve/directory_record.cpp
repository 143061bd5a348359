#include "archive/retrieve/directory_record.h"

#include <array>

namespace cassette {

namespace {

constexpr Tag image_type{0x0008, 0x0008};
constexpr Tag study_date{0x0008, 0x0020};
constexpr Tag content_date{0x0008, 0x0023};
constexpr Tag study_time{0x0008, 0x0030};
constexpr Tag content_time{0x0008, 0x0033};
constexpr Tag accession_number{0x0008, 0x0050};
constexpr Tag modality{0x0008, 0x0060};
constexpr Tag study_description{0x0008, 0x1030};
constexpr Tag referenced_series{0x0008, 0x1115};
constexpr Tag patient_name{0x0010, 0x0010};
constexpr Tag patient_id{0x0010, 0x0020};
constexpr Tag study_instance_uid{0x0020, 0x000D};
constexpr Tag series_instance_uid{0x0020, 0x000E};
constexpr Tag study_id{0x0020, 0x0010};
constexpr Tag series_number{0x0020, 0x0011};
constexpr Tag instance_number{0x0020, 0x0013};
constexpr Tag number_of_frames{0x0028, 0x0008};
constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};
constexpr Tag data_point_rows{0x0028, 0x9001};
constexpr Tag data_point_columns{0x0028, 0x9002};
constexpr Tag concept_name{0x0040, 0xA043};
constexpr Tag completion_flag{0x0040, 0xA491};
constexpr Tag verification_flag{0x0040, 0xA493};
constexpr Tag document_title{0x0042, 0x0010};
constexpr Tag document_media_type{0x0042, 0x0012};
constexpr Tag content_label{0x0070, 0x0080};
constexpr Tag content_description{0x0070, 0x0081};
constexpr Tag presentation_date{0x0070, 0x0082};
constexpr Tag presentation_time{0x0070, 0x0083};
constexpr Tag content_creator{0x0070, 0x0084};
constexpr Tag treatment_date{0x3008, 0x0250};
constexpr Tag treatment_time{0x3008, 0x0251};
constexpr Tag structure_set_label{0x3006, 0x0002};
constexpr Tag structure_set_date{0x3006, 0x0008};
constexpr Tag structure_set_time{0x3006, 0x0009};
constexpr Tag dose_summation{0x3004, 0x000A};
constexpr Tag plan_label{0x300A, 0x0002};
constexpr Tag plan_date{0x300A, 0x0006};
constexpr Tag plan_time{0x300A, 0x0007};

constexpr std::string_view no_date = "19000101";
constexpr std::string_view no_time = "000000";

constexpr DirectoryKey date_key{content_date, "DA", no_date};
constexpr DirectoryKey time_key{content_time, "TM", no_time};
constexpr DirectoryKey number_key{instance_number, "IS", "1"};

constexpr std::array patient{DirectoryKey{patient_name, "PN"}, DirectoryKey{patient_id, "LO", "UNKNOWN"}};
constexpr std::array study{DirectoryKey{study_date, "DA", no_date}, DirectoryKey{study_time, "TM", no_time},
                           DirectoryKey{accession_number, "SH"},    DirectoryKey{study_description, "LO"},
                           DirectoryKey{study_instance_uid, "UI"},  DirectoryKey{study_id, "SH", "1"}};
constexpr std::array series{DirectoryKey{modality, "CS", "OT"}, DirectoryKey{series_instance_uid, "UI"},
                            DirectoryKey{series_number, "IS", "1"}};
constexpr std::array numbered{number_key};
constexpr std::array dated{date_key, time_key, number_key};
constexpr std::array rt_dose{number_key, DirectoryKey{dose_summation, "CS", "PLAN"}};
constexpr std::array rt_structure_set{number_key, DirectoryKey{structure_set_label, "SH", "UNKNOWN"},
                                      DirectoryKey{structure_set_date, "DA"}, DirectoryKey{structure_set_time, "TM"}};
constexpr std::array rt_plan{number_key, DirectoryKey{plan_label, "SH", "UNKNOWN"}, DirectoryKey{plan_date, "DA"},
                             DirectoryKey{plan_time, "TM"}};
constexpr std::array rt_treatment{number_key, DirectoryKey{treatment_date, "DA"}, DirectoryKey{treatment_time, "TM"}};
constexpr std::array presentation{DirectoryKey{referenced_series, "SQ"},
                                  number_key,
                                  DirectoryKey{content_label, "CS", "UNKNOWN"},
                                  DirectoryKey{content_description, "LO"},
                                  DirectoryKey{presentation_date, "DA", no_date},
                                  DirectoryKey{presentation_time, "TM", no_time},
                                  DirectoryKey{content_creator, "PN"}};
constexpr std::array sr_document{date_key,
                                 time_key,
                                 number_key,
                                 DirectoryKey{concept_name, "SQ"},
                                 DirectoryKey{completion_flag, "CS", "PARTIAL"},
                                 DirectoryKey{verification_flag, "CS", "UNVERIFIED"}};
constexpr std::array key_object{date_key, time_key, number_key, DirectoryKey{concept_name, "SQ"}};
constexpr std::array spectroscopy{DirectoryKey{image_type, "CS", "ORIGINAL\\PRIMARY"},
                                  date_key,
                                  time_key,
                                  number_key,
                                  DirectoryKey{number_of_frames, "IS", "1"},
                                  DirectoryKey{rows, "US"},
                                  DirectoryKey{columns, "US"},
                                  DirectoryKey{data_point_rows, "UL"},
                                  DirectoryKey{data_point_columns, "UL"}};
constexpr std::array content_identified{date_key,
                                        time_key,
                                        number_key,
                                        DirectoryKey{content_label, "CS", "UNKNOWN"},
                                        DirectoryKey{content_description, "LO"},
                                        DirectoryKey{content_creator, "PN"}};
constexpr std::array document{DirectoryKey{content_date, "DA"},
                              DirectoryKey{content_time, "TM"},
                              number_key,
                              DirectoryKey{concept_name, "SQ"},
                              DirectoryKey{document_title, "ST"},
                              DirectoryKey{document_media_type, "LO", "application/octet-stream"}};

// SOP Classes by the beginning of their UIDs below 1.2.840.10008.5.1.4.1.1; the first row that fits counts.
struct Row {
    std::string_view below;
    DirectoryRecordType type;
};
constexpr std::array rows_of_table{
    Row{".4.2", {"SPECTROSCOPY", spectroscopy}},
    Row{".9.", {"WAVEFORM", dated}},
    Row{".11.", {"PRESENTATION", presentation}},
    Row{".34.", {"PLAN", dated}},
    Row{".66.1", {"REGISTRATION", content_identified}},
    Row{".66.2", {"FIDUCIAL", content_identified}},
    Row{".66.3", {"REGISTRATION", content_identified}},
    Row{".66.4", {"IMAGE", numbered}},
    Row{".66.5", {"SURFACE", content_identified}},
    Row{".66.6", {"TRACT", content_identified}},
    Row{".66", {"RAW DATA", dated}},
    Row{".67", {"VALUE MAP", content_identified}},
    Row{".68.", {"SURFACE SCAN", dated}},
    Row{".77.1.5.3", {"STEREOMETRIC", content_identified}},
    Row{".78.", {"MEASUREMENT", dated}},
    Row{".79.", {"MEASUREMENT", dated}},
    Row{".88.59", {"KEY OBJECT DOC", key_object}},
    Row{".88.", {"SR DOCUMENT", sr_document}},
    Row{".90.", {"ASSESSMENT", dated}},
    Row{".91.", {"ANNOTATION", content_identified}},
    Row{".104.", {"ENCAP DOC", document}},
    Row{".481.2", {"RT DOSE", rt_dose}},
    Row{".481.3", {"RT STRUCTURE SET", rt_structure_set}},
    Row{".481.4", {"RT TREAT RECORD", rt_treatment}},
    Row{".481.5", {"RT PLAN", rt_plan}},
    Row{".481.6", {"RT TREAT RECORD", rt_treatment}},
    Row{".481.7", {"RT TREAT RECORD", rt_treatment}},
    Row{".481.8", {"RT PLAN", rt_plan}},
    Row{".481.9", {"RT TREAT RECORD", rt_treatment}},
};

// ".66.1" fits ".66.1" and ".66.1.2", not ".66.10".
bool fits(std::string_view arc, std::string_view below) {
    if (!arc.starts_with(below)) return false;
    return below.ends_with('.') || arc.size() == below.size() || arc[below.size()] == '.';
}

}  // namespace

DirectoryRecordType patient_record() { return {"PATIENT", patient}; }
DirectoryRecordType study_record() { return {"STUDY", study}; }
DirectoryRecordType series_record() { return {"SERIES", series}; }

DirectoryRecordType instance_record(std::string_view sop_class_uid) {
    constexpr std::string_view storage = "1.2.840.10008.5.1.4.1.1";
    if (sop_class_uid.starts_with(storage)) {
        auto const arc = sop_class_uid.substr(storage.size());
        for (auto const& [below, type] : rows_of_table)
            if (fits(arc, below)) return type;
    }
    return {"IMAGE", numbered};
}

}  // namespace cassette
