#include "schema/search_attribute.h"

#include <algorithm>
#include <array>

namespace cassette {

namespace {

using enum Level;

struct BuiltIn {
    std::string_view name;
    std::string_view path;
    std::string_view vr;
    Level level;
};

// Levels are those of the modules in PS3.3; what a clinical trial says of a patient is kept with the study it was made for.
constexpr std::array<BuiltIn, 40> built_in{{
    {"IssuerOfPatientIDQualifiersSequence.UniversalEntityID", "00100024.00400032", "UT", patient},
    {"IssuerOfPatientIDQualifiersSequence.UniversalEntityIDType", "00100024.00400033", "CS", patient},
    {"OtherPatientIDsSequence.PatientID", "00101002.00100020", "LO", patient},
    {"OtherPatientIDsSequence.IssuerOfPatientID", "00101002.00100021", "LO", patient},
    {"IssuerOfAccessionNumberSequence.LocalNamespaceEntityID", "00080051.00400031", "UT", study},
    {"IssuerOfAccessionNumberSequence.UniversalEntityID", "00080051.00400032", "UT", study},
    {"IssuerOfAccessionNumberSequence.UniversalEntityIDType", "00080051.00400033", "CS", study},
    {"ProcedureCodeSequence.CodeValue", "00081032.00080100", "SH", study},
    {"ProcedureCodeSequence.CodingSchemeDesignator", "00081032.00080102", "SH", study},
    {"ProcedureCodeSequence.CodeMeaning", "00081032.00080104", "LO", study},
    {"ReasonForPerformedProcedureCodeSequence.CodeValue", "00401012.00080100", "SH", study},
    {"ReasonForPerformedProcedureCodeSequence.CodingSchemeDesignator", "00401012.00080102", "SH", study},
    {"ReasonForPerformedProcedureCodeSequence.CodeMeaning", "00401012.00080104", "LO", study},
    {"ReferencedStudySequence.ReferencedSOPInstanceUID", "00081110.00081155", "UI", study},
    {"ClinicalTrialProtocolID", "00120020", "LO", study},
    {"ClinicalTrialSiteID", "00120030", "LO", study},
    {"ClinicalTrialSubjectID", "00120040", "LO", study},
    {"ReferencedPerformedProcedureStepSequence.ReferencedSOPInstanceUID", "00081111.00081155", "UI", series},
    {"DeviceSerialNumber", "00181000", "LO", series},
    {"PerformedProtocolCodeSequence.CodeValue", "00400260.00080100", "SH", series},
    {"PerformedProtocolCodeSequence.CodingSchemeDesignator", "00400260.00080102", "SH", series},
    {"PerformedProtocolCodeSequence.CodeMeaning", "00400260.00080104", "LO", series},
    {"RequestAttributesSequence.AccessionNumber", "00400275.00080050", "SH", series},
    {"RequestAttributesSequence.StudyInstanceUID", "00400275.0020000D", "UI", series},
    {"RequestAttributesSequence.RequestedProcedureDescription", "00400275.00321060", "LO", series},
    {"RequestAttributesSequence.ScheduledProcedureStepDescription", "00400275.00400007", "LO", series},
    {"RequestAttributesSequence.ScheduledProcedureStepID", "00400275.00400009", "SH", series},
    {"RequestAttributesSequence.RequestedProcedureID", "00400275.00401001", "SH", series},
    {"AnatomicRegionSequence.CodeValue", "00082218.00080100", "SH", instance},
    {"AnatomicRegionSequence.CodingSchemeDesignator", "00082218.00080102", "SH", instance},
    {"AnatomicRegionSequence.CodeMeaning", "00082218.00080104", "LO", instance},
    {"ConceptNameCodeSequence.CodeValue", "0040A043.00080100", "SH", instance},
    {"ConceptNameCodeSequence.CodingSchemeDesignator", "0040A043.00080102", "SH", instance},
    {"ConceptNameCodeSequence.CodeMeaning", "0040A043.00080104", "LO", instance},
    {"ContentTemplateSequence.TemplateIdentifier", "0040A504.0040DB00", "CS", instance},
    {"PredecessorDocumentsSequence.StudyInstanceUID", "0040A360.0020000D", "UI", instance},
    {"CurrentRequestedProcedureEvidenceSequence.StudyInstanceUID", "0040A375.0020000D", "UI", instance},
    {"ViewCodeSequence.CodeValue", "00540220.00080100", "SH", instance},
    {"ViewCodeSequence.CodingSchemeDesignator", "00540220.00080102", "SH", instance},
    {"ViewCodeSequence.CodeMeaning", "00540220.00080104", "LO", instance},
}};

struct VrMatching {
    std::string_view vr;
    Matching matching;
};

// PS3.4 C.2.2.2: which kinds of matching a VR has. Binary values and sequences themselves have none.
constexpr std::array<VrMatching, 26> vr_matching{{
    {"AE", Matching::text},   {"AS", Matching::text},   {"AT", Matching::text},      {"CS", Matching::text},
    {"LO", Matching::text},   {"LT", Matching::text},   {"SH", Matching::text},      {"ST", Matching::text},
    {"UC", Matching::text},   {"UR", Matching::text},   {"UT", Matching::text},      {"UI", Matching::uid},
    {"DA", Matching::date},   {"TM", Matching::time},   {"DT", Matching::date_time}, {"PN", Matching::person_name},
    {"DS", Matching::number}, {"FL", Matching::number}, {"FD", Matching::number},    {"IS", Matching::number},
    {"SL", Matching::number}, {"SS", Matching::number}, {"SV", Matching::number},    {"UL", Matching::number},
    {"US", Matching::number}, {"UV", Matching::number},
}};

std::vector<SearchAttribute> made_of_table() {
    std::vector<SearchAttribute> made;
    for (auto const& entry : built_in) {
        auto path = parse_path(entry.path);
        auto const matching = matching_of_vr(entry.vr);
        if (!path || !matching) continue;  // a test holds the table to it
        made.push_back({std::string{entry.name},
                        std::move(path->sequences),
                        path->tag,
                        {},
                        std::string{entry.vr},
                        entry.level,
                        *matching});
    }
    return made;
}

}  // namespace

bool same_attribute(SearchAttribute const& a, SearchAttribute const& b) {
    return a.tag == b.tag && a.sequences == b.sequences && a.private_creator == b.private_creator && a.vr == b.vr &&
        a.level == b.level;
}

std::span<SearchAttribute const> built_in_search_attributes() {
    static auto const made = made_of_table();
    return made;
}

std::optional<Matching> matching_of_vr(std::string_view vr) {
    auto const* const found = std::ranges::find(vr_matching, vr, &VrMatching::vr);
    if (found == vr_matching.end()) return std::nullopt;
    return found->matching;
}

bool is_decimal_vr(std::string_view vr) { return vr == "DS" || vr == "FL" || vr == "FD"; }

std::string path_text(std::span<Tag const> sequences, Tag tag) {
    std::string text;
    for (auto const sequence : sequences) text += to_hex(sequence) + '.';
    return text + to_hex(tag);
}

Result<SearchPath> parse_path(std::string_view text) {
    SearchPath path;
    while (true) {
        auto const dot = text.find('.');
        auto const tag = parse_tag(text.substr(0, dot));
        if (!tag) return fail(ErrorCode::malformed, "is not a path of tags");
        if (dot == std::string_view::npos) {
            path.tag = *tag;
            return path;
        }
        if (path.sequences.size() == search_depth_max) return fail(ErrorCode::malformed, "is too deep a path");
        path.sequences.push_back(*tag);
        text.remove_prefix(dot + 1);
    }
}

}  // namespace cassette
