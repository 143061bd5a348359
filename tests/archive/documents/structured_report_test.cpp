#include "archive/documents/structured_report.h"

#include "tests/support/rendered_picture.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <doctest/doctest.h>

#include <string>

namespace cassette {

using testing::item_of;
using testing::put;

namespace {

void name(DcmItem& item, char const* meaning) {
    put(item_of(item, DCM_ConceptNameCodeSequence), DCM_CodeMeaning, meaning);
}

DcmItem& child(DcmItem& parent, long number, char const* type, char const* meaning) {
    auto& item = item_of(parent, DCM_ContentSequence, number);
    put(item, DCM_ValueType, type);
    name(item, meaning);
    return item;
}

void fill(DcmDataset& report) {
    put(report, DCM_SpecificCharacterSet, "ISO_IR 100");
    put(report, DCM_PatientName, "M\xFCller^Jane");
    name(report, "Findings <script>");
    auto& text = child(report, 0, "TEXT", "Impression");
    put(text, DCM_TextValue, "<script>alert('x')</script> & \"more\"");
    auto& measured = child(text, 0, "NUM", "Diameter");
    auto& value = item_of(measured, DCM_MeasuredValueSequence);
    put(value, DCM_NumericValue, "12.5");
    put(item_of(value, DCM_MeasurementUnitsCodeSequence), DCM_CodeMeaning, "mm");
    auto& code = child(report, 1, "CODE", "Side");
    put(item_of(code, DCM_ConceptCodeSequence), DCM_CodeMeaning, "Left");
    auto& image = child(report, 2, "IMAGE", "Seen in");
    auto& reference = item_of(image, DCM_ReferencedSOPSequence);
    put(reference, DCM_ReferencedSOPClassUID, "1.2.840.10008.5.1.4.1.1.2");
    put(reference, DCM_ReferencedSOPInstanceUID, "1.2.3");
    put(reference, DCM_ReferencedFrameNumber, "4");
    put(child(report, 3, "MYSTERY", "Unknown"), DCM_TextValue, "not shown");
    put(item_of(report, DCM_ContentSequence, 4), DCM_RelationshipType, "CONTAINS");
}

}  // namespace

TEST_CASE("a report's content tree is written as text (PS3.3 C.17.3)") {
    DcmDataset report;
    fill(report);
    auto const text = written_report(report, ReportFormat::plain_text);
    for (char const* line : {"Patient: M\xC3\xBCller Jane\n", "Impression: <script>", "\n  Diameter: 12.5 mm\n",
                             "\nSide: Left\n", "Seen in: CTImageStorage 1.2.3, frame 4\n", "\nUnknown\n"}) {
        CAPTURE(line);
        CHECK(text.find(line) != std::string::npos);
    }
    CHECK(text.find("not shown") == std::string::npos);
}

TEST_CASE("nothing in a report's HTML is active (PS3.18 8.7.4)") {
    DcmDataset report;
    fill(report);
    auto const html = written_report(report, ReportFormat::html);
    CHECK(html.starts_with("<!DOCTYPE html>"));
    CHECK(html.find("<script") == std::string::npos);
    CHECK(html.find("href") == std::string::npos);
    CHECK(html.find("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;") != std::string::npos);
    CHECK(html.find("M\xC3\xBCller Jane") != std::string::npos);
    auto const count = [&](std::string_view tag) {
        std::size_t found = 0;
        for (auto at = html.find(tag); at != std::string::npos; at = html.find(tag, at + 1)) ++found;
        return found;
    };
    CHECK(count("<ul>") == count("</ul>"));
    CHECK(count("<li>") == 6);
}

TEST_CASE("a report without content is a title") {
    DcmDataset report;
    CHECK(written_report(report, ReportFormat::plain_text).starts_with("Report\n"));
    CHECK(written_report(report, ReportFormat::html).find("<h1>Report</h1>") != std::string::npos);
    CHECK(is_report("1.2.840.10008.5.1.4.1.1.88.11"));
    CHECK_FALSE(is_report("1.2.840.10008.5.1.4.1.1.2"));
}

}  // namespace cassette
