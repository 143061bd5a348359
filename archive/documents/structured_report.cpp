#include "archive/documents/structured_report.h"

#include "archive/part10/header.h"
#include "archive/part10/text_decoder.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcdict.h>
#include <dcmtk/dcmdata/dcelem.h>
#include <dcmtk/dcmdata/dcsequen.h>
#include <dcmtk/dcmdata/dcuid.h>

#include <algorithm>
#include <array>
#include <vector>

namespace cassette {

namespace {

// One content item, PS3.3 C.17.3.
struct ReportEntry {
    unsigned depth = 0;
    std::string type = {};  // Value Type
    std::string concept_name = {};
    std::string value = {};
};

struct Report {
    std::string title;
    std::vector<ReportEntry> particulars;  // of the document
    std::vector<ReportEntry> entries;
};

class ReportReader {
public:
    explicit ReportReader(DcmDataset& dataset) : dataset_{dataset}, decoder_{raw(dataset, DCM_SpecificCharacterSet)} {}

    Report read() {
        report_.title = code_at(dataset_, DCM_ConceptNameCodeSequence);
        if (report_.title.empty()) report_.title = "Report";
        particular("Patient", name(dataset_, DCM_PatientName));
        particular("Patient ID", text(dataset_, DCM_PatientID));
        particular("Birth date", text(dataset_, DCM_PatientBirthDate));
        particular("Sex", text(dataset_, DCM_PatientSex));
        particular("Study", text(dataset_, DCM_StudyDescription));
        particular("Accession number", text(dataset_, DCM_AccessionNumber));
        particular("Content date", text(dataset_, DCM_ContentDate));
        particular("Completion", text(dataset_, DCM_CompletionFlag));
        particular("Verification", text(dataset_, DCM_VerificationFlag));
        read_children(dataset_, 0);
        return std::move(report_);
    }

private:
    static std::string raw(DcmItem& item, DcmTagKey const& key) {
        OFString value;
        if (item.findAndGetOFStringArray(key, value).bad()) return {};
        return {value.data(), value.size()};
    }
    std::string text(DcmItem& item, DcmTagKey const& key) {
        auto value = decoder_.to_utf8(raw(item, key), TextKind::single_value);
        auto const end = value.find_last_not_of(" \r\n");
        value.resize(end == std::string::npos ? 0 : end + 1);
        return value;
    }
    std::string name(DcmItem& item, DcmTagKey const& key) {
        auto value = decoder_.to_utf8(raw(item, key), TextKind::person_name);
        std::ranges::replace(value, '^', ' ');
        return value;
    }
    static DcmItem* item_at(DcmItem& holder, DcmTagKey const& key) {
        DcmItem* item = nullptr;
        return holder.findAndGetSequenceItem(key, item, 0).good() ? item : nullptr;
    }
    // PS3.3 8.8: the meaning, or at least the code.
    std::string code_at(DcmItem& holder, DcmTagKey const& key) {
        auto* const code = item_at(holder, key);
        if (code == nullptr) return {};
        for (auto const& each : {DCM_CodeMeaning, DCM_CodeValue, DCM_LongCodeValue, DCM_URNCodeValue})
            if (auto meaning = text(*code, each); !meaning.empty()) return meaning;
        return {};
    }

    void particular(std::string label, std::string value) {
        if (!value.empty()) report_.particulars.push_back({0, {}, std::move(label), std::move(value)});
    }

    std::string number_value(DcmItem& item) {
        auto* const measured = item_at(item, DCM_MeasuredValueSequence);
        if (measured == nullptr) return code_at(item, DCM_NumericValueQualifierCodeSequence);
        auto value = text(*measured, DCM_NumericValue);
        if (auto const unit = code_at(*measured, DCM_MeasurementUnitsCodeSequence); !unit.empty() && unit != "no units")
            value += " " + unit;
        return value;
    }

    std::string reference_value(DcmItem& item) {
        auto* const reference = item_at(item, DCM_ReferencedSOPSequence);
        if (reference == nullptr) return {};
        auto const sop_class = text(*reference, DCM_ReferencedSOPClassUID);
        auto value = std::string{dcmFindNameOfUID(sop_class.c_str(), "Object")} + " " +
            text(*reference, DCM_ReferencedSOPInstanceUID);
        if (auto const frames = text(*reference, DCM_ReferencedFrameNumber); !frames.empty())
            value += ", frame " + frames;
        return value;
    }

    static std::string coordinates_value(DcmItem& item) {
        Float32 const* numbers = nullptr;
        unsigned long count = 0;
        auto value = raw(item, DCM_GraphicType);
        if (item.findAndGetFloat32Array(DCM_GraphicData, numbers, &count).good() && numbers != nullptr)
            value += ", " + std::to_string(count / 2) + " points";
        return value;
    }

    // PS3.3 Table C.17.3-7.
    std::string value_of(DcmItem& item, std::string const& type) {
        if (type == "TEXT") return text(item, DCM_TextValue);
        if (type == "CODE") return code_at(item, DCM_ConceptCodeSequence);
        if (type == "NUM") return number_value(item);
        if (type == "PNAME") return name(item, DCM_PersonName);
        if (type == "DATE") return text(item, DCM_Date);
        if (type == "TIME") return text(item, DCM_Time);
        if (type == "DATETIME") return text(item, DCM_DateTime);
        if (type == "UIDREF") return text(item, DCM_UID);
        if (type == "SCOORD" || type == "SCOORD3D") return coordinates_value(item);
        if (type == "TCOORD") return text(item, DCM_TemporalRangeType);
        if (type == "IMAGE" || type == "COMPOSITE" || type == "WAVEFORM") return reference_value(item);
        return {};
    }

    void read_item(DcmItem& item, unsigned depth) {
        auto const type = text(item, DCM_ValueType);
        if (type.empty()) {
            report_.entries.push_back({depth, type, {}, "see " + text(item, DCM_ReferencedContentItemIdentifier)});
            return;
        }
        report_.entries.push_back({depth, type, code_at(item, DCM_ConceptNameCodeSequence), value_of(item, type)});
        read_children(item, depth + 1);
    }

    void read_children(DcmItem& holder, unsigned depth) {
        DcmSequenceOfItems* sequence = nullptr;
        if (holder.findAndGetSequence(DCM_ContentSequence, sequence).bad() || sequence == nullptr) return;
        DcmObject* object = nullptr;
        while ((object = sequence->nextInContainer(object)) != nullptr) {
            if (auto* const item = dynamic_cast<DcmItem*>(object); item != nullptr) read_item(*item, depth);
        }
    }

    DcmDataset& dataset_;
    TextDecoder decoder_;
    Report report_;
};

std::string escaped(std::string_view text) {
    std::string safe;
    for (char const c : text) {
        switch (c) {
            case '&': safe += "&amp;"; break;
            case '<': safe += "&lt;"; break;
            case '>': safe += "&gt;"; break;
            case '"': safe += "&quot;"; break;
            case '\'': safe += "&#39;"; break;
            case '\n': safe += "<br>"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\t') safe += c;
        }
    }
    return safe;
}

constexpr std::string_view style =
    "body{font:16px/1.5 system-ui,sans-serif;max-width:52rem;margin:2rem auto;padding:0 1rem;color:#1c2733}"
    "h1{font-size:1.5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.1rem 1rem;border:1px solid #cdd5dd;"
    "border-radius:.5rem;padding:.7rem 1rem}dt{color:#5b6b7b}dd{margin:0}ul{list-style:none;padding-left:1.1rem;"
    "border-left:2px solid #e4e9ee}li{margin:.25rem 0}b{font-weight:600}";

std::string as_html(Report const& report) {
    auto html = std::string{"<!DOCTYPE html>\n<html><head><meta charset=\"utf-8\"><title>"} + escaped(report.title) +
        "</title><style>" + std::string{style} + "</style></head><body>\n<h1>" + escaped(report.title) + "</h1>\n<dl>";
    for (auto const& [depth, type, label, value] : report.particulars)
        html += "<dt>" + escaped(label) + "</dt><dd>" + escaped(value) + "</dd>";
    html += "</dl>\n";
    unsigned open = 0;  // lists
    for (auto const& entry : report.entries) {
        for (; open > entry.depth + 1; --open) html += "</ul>";
        for (; open < entry.depth + 1; ++open) html += "<ul>";
        html += "<li>";
        if (!entry.concept_name.empty())
            html += "<b>" + escaped(entry.concept_name) + (entry.value.empty() ? "</b>" : ":</b> ");
        html += escaped(entry.value) + "</li>\n";
    }
    for (; open > 0; --open) html += "</ul>";
    return html + "</body></html>\n";
}

std::string as_text(Report const& report) {
    auto text = report.title + "\n\n";
    for (auto const& [depth, type, label, value] : report.particulars) text += label + ": " + value + "\n";
    text += "\n";
    for (auto const& entry : report.entries) {
        text.append(std::size_t{2} * entry.depth, ' ');
        text += entry.concept_name;
        if (!entry.concept_name.empty() && !entry.value.empty()) text += ": ";
        text += entry.value + "\n";
    }
    std::erase(text, '\r');
    return text;
}

}  // namespace

bool is_report(std::string_view sop_class) { return sop_class.starts_with("1.2.840.10008.5.1.4.1.1.88."); }

std::string written_report(DcmDataset& report, ReportFormat format) {
    auto const read = ReportReader{report}.read();
    switch (format) {
        case ReportFormat::html: return as_html(read);
        case ReportFormat::plain_text: return as_text(read);
    }
    return {};
}

Result<std::string> rendered_report(Archive const& archive, Principal const& principal,
                                    InstanceLocation const& location, ReportFormat format) {
    auto const blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    auto const header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    return written_report(**header, format);
}

}  // namespace cassette
