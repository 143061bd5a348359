#include "archive/pixels/annotation.h"

#include "archive/part10/text_decoder.h"
#include "archive/pixels/lettering.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <string_view>

namespace cassette {

namespace {

constexpr std::size_t line_bytes_max = 96;

// Values of one data set as UTF-8, "" for what is not there.
class ValueReader {
public:
    explicit ValueReader(DcmDataset& attributes) : attributes_{attributes}, decoder_{raw(DCM_SpecificCharacterSet)} {}

    // The first value.
    std::string text(DcmTagKey const& key, TextKind kind = TextKind::single_value) {
        OFString value;
        if (attributes_.findAndGetOFString(key, value).bad()) return {};
        auto decoded = decoder_.to_utf8({value.data(), value.size()}, kind);
        auto const end = decoded.find_last_not_of(" \r\n\t");
        decoded.resize(end == std::string::npos ? 0 : end + 1);
        return decoded;
    }
    // The alphabetic component group, as people write it: "Doe, Jane Ann".
    std::string name(DcmTagKey const& key) {
        auto const whole = text(key, TextKind::person_name);
        std::string written;
        std::size_t component = 0;
        for (char const c : whole.substr(0, whole.find('='))) {
            if (c != '^') written.push_back(c);
            if (c == '^') written += component++ == 0 ? ", " : " ";
        }
        auto const end = written.find_last_not_of(" ,");
        written.resize(end == std::string::npos ? 0 : end + 1);
        return written;
    }
    // DA as 2026-11-21, TM as 10:54:19; anything else as it is.
    std::string date(DcmTagKey const& key) {
        auto value = text(key);
        if (value.size() == 8) value.insert(6, "-").insert(4, "-");
        return value;
    }
    std::string time(DcmTagKey const& key) {
        auto value = text(key).substr(0, 6);
        if (value.size() >= 6) value.insert(4, ":");
        if (value.size() >= 4) value.insert(2, ":");
        return value;
    }

private:
    std::string raw(DcmTagKey const& key) {
        OFString value;
        (void)attributes_.findAndGetOFStringArray(key, value);
        return {value.data(), value.size()};
    }

    DcmDataset& attributes_;
    TextDecoder decoder_;
};

void add(std::string& line, std::string_view label, std::string const& value, std::string_view unit = {}) {
    if (value.empty()) return;
    if (!line.empty()) line += "  ";
    line.append(label).append(value).append(unit);
}

void keep(std::vector<std::string>& lines, std::string line) {
    if (!line.empty()) lines.push_back(line.substr(0, line_bytes_max));
}

struct TechniqueValue {
    DcmTagKey key;
    std::string_view label;
    std::string_view unit;
};

// What is told of an acquisition, as far as it is there; PS3.3 C.8.
std::array<TechniqueValue, 14> const& technique_values() {
    static std::array<TechniqueValue, 14> const values{{
        {DCM_KVP, "", " kV"},
        {DCM_XRayTubeCurrent, "", " mA"},
        {DCM_ExposureTime, "", " ms"},
        {DCM_Exposure, "", " mAs"},
        {DCM_SliceThickness, "ST ", " mm"},
        {DCM_SliceLocation, "SL ", " mm"},
        {DCM_RepetitionTime, "TR ", " ms"},
        {DCM_EchoTime, "TE ", " ms"},
        {DCM_InversionTime, "TI ", " ms"},
        {DCM_FlipAngle, "FA ", "\xC2\xB0"},
        {DCM_ConvolutionKernel, "", ""},
        {DCM_ContrastBolusAgent, "", ""},
        {DCM_Radiopharmaceutical, "", ""},
        {DCM_ViewPosition, "", ""},
    }};
    return values;
}

// "300", not "300.000000".
std::string short_number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.6g", value);
    return text.data();
}

std::string window_line(ValueReader& values, RenderRequest const& request) {
    std::string line;
    if (request.window) {
        add(line, "C ", short_number(request.window->center));
        add(line, "W ", short_number(request.window->width));
        return line;
    }
    add(line, "C ", values.text(DCM_WindowCenter));
    add(line, "W ", values.text(DCM_WindowWidth));
    return line;
}

// Letters of the wanted height, or smaller ones where the widest line would not fit.
Lettering lettering_for(Raster const& raster, std::vector<std::string> const& lines) {
    constexpr double smallest = 6;
    double const side = std::min(raster.width, raster.height);
    double widest = 1;
    for (auto const& line : lines) widest = std::max(widest, text_width(line, Lettering{1}));
    double const fitting = (raster.width - side / 25) / widest;
    return Lettering{std::clamp(std::min(side / 45, fitting), smallest, 200.0)};
}

}  // namespace

std::vector<std::string> patient_annotation(DcmDataset& attributes) {
    ValueReader values{attributes};
    std::vector<std::string> lines;
    keep(lines, values.name(DCM_PatientName));
    std::string identity;
    add(identity, "ID ", values.text(DCM_PatientID));
    keep(lines, identity);
    std::string person;
    add(person, "*", values.date(DCM_PatientBirthDate));
    add(person, "", values.text(DCM_PatientSex));
    add(person, "", values.text(DCM_PatientAge));
    keep(lines, person);
    return lines;
}

std::vector<std::string> technique_annotation(DcmDataset& attributes, RenderRequest const& request) {
    ValueReader values{attributes};
    std::vector<std::string> lines;
    std::string place;
    add(place, "", values.text(DCM_Modality));
    add(place, "", values.text(DCM_InstitutionName));
    add(place, "", values.text(DCM_ManufacturerModelName));
    keep(lines, place);
    std::string when;
    add(when, "",
        values.date(DCM_AcquisitionDate).empty() ? values.date(DCM_StudyDate) : values.date(DCM_AcquisitionDate));
    add(when, "",
        values.time(DCM_AcquisitionTime).empty() ? values.time(DCM_StudyTime) : values.time(DCM_AcquisitionTime));
    keep(lines, when);
    keep(lines, values.text(DCM_StudyDescription));
    std::string series;
    add(series, "", values.text(DCM_SeriesDescription));
    add(series, "Se ", values.text(DCM_SeriesNumber));
    add(series, "Im ", values.text(DCM_InstanceNumber));
    if (values.text(DCM_NumberOfFrames) > "1") add(series, "Fr ", std::to_string(request.frame));
    keep(lines, series);
    std::string technique;
    for (auto const& value : technique_values()) add(technique, value.label, values.text(value.key), value.unit);
    keep(lines, technique);
    keep(lines, window_line(values, request));
    return lines;
}

void burn_in(DcmDataset& attributes, RenderRequest const& request, Raster& raster) {
    std::vector<std::string> const patient =
        request.annotations.patient ? patient_annotation(attributes) : std::vector<std::string>{};
    std::vector<std::string> const technique =
        request.annotations.technique ? technique_annotation(attributes, request) : std::vector<std::string>{};
    auto all = patient;
    all.insert(all.end(), technique.begin(), technique.end());
    if (all.empty()) return;
    auto const lettering = lettering_for(raster, all);
    double const margin = std::max(2.0, std::min(raster.width, raster.height) / 50.0);
    double y = margin;
    for (auto const& line : patient) {
        draw_text(raster, {margin, y}, line, lettering);
        y += line_height(lettering);
    }
    y = raster.height - margin - line_height(lettering) * static_cast<double>(technique.size());
    for (auto const& line : technique) {
        draw_text(raster, {margin, y}, line, lettering);
        y += line_height(lettering);
    }
}

}  // namespace cassette
