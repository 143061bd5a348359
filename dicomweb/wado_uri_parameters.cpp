#include "dicomweb/wado_uri_parameters.h"

#include "dicomweb/rendering_parameters.h"

#include <array>
#include <charconv>
#include <cmath>
#include <limits>

namespace cassette::dicomweb {

namespace {

// What a side may be at most: the other one decides then.
constexpr std::string_view unlimited_side = "16384";

Failure malformed(std::string_view parameter, std::string_view rule) {
    return fail(ErrorCode::malformed, std::string{parameter} + " " + std::string{rule});
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// Empty parameters are as good as none.
std::optional<std::string> value_of(http::Request const& request, std::string_view name) {
    auto value = request.parameter(name);
    return value && !value->empty() ? value : std::nullopt;
}

template <class T>
Result<T> parse_uid(http::Request const& request, std::string_view name) {
    auto const text = value_of(request, name);
    if (!text) return malformed(name, "is missing (PS3.18 9.1.2.1)");
    auto uid = T::received(*text);
    if (!uid) return malformed(name, "is not a UID (PS3.5 9.1)");
    return uid;
}

Result<RetrieveScope> parse_target(http::Request const& request) {
    if (request.parameter("requestType") != "WADO") return malformed("requestType", "is WADO (PS3.18 9.1.2.1.1)");
    auto const study = parse_uid<StudyInstanceUID>(request, "studyUID");
    if (!study) return fail(study.error());
    auto const series = parse_uid<SeriesInstanceUID>(request, "seriesUID");
    if (!series) return fail(series.error());
    auto const instance = parse_uid<SOPInstanceUID>(request, "objectUID");
    if (!instance) return fail(instance.error());
    return RetrieveScope{*study, *series, *instance};
}

using Reader = Result<void> (*)(http::Request const&, UriParameters&);

Result<void> read_transfer_syntax(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "transferSyntax");
    if (!text) return {};
    if (*text != "*" && !is_valid_uid(*text)) return malformed("transferSyntax", "is one UID (PS3.18 9.4.1.2.3)");
    parameters.transfer_syntax = *text;
    return {};
}

Result<void> read_anonymize(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "anonymize");
    if (!text) return {};
    if (*text != "yes") return malformed("anonymize", "is yes, or not there (PS3.18 9.4.1.2.1)");
    parameters.anonymize = Anonymize::yes;
    return {};
}

Result<void> read_frame(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "frameNumber");
    if (!text) return {};
    auto const number = parse_number<std::uint32_t>(*text);
    if (!number || *number == 0) return malformed("frameNumber", "counts from 1 (PS3.18 9.5.1.2.1)");
    parameters.frame = *number;
    parameters.rendering.frame = *number;
    parameters.for_rendering = true;
    return {};
}

// Its name has changed between editions of the standard.
Result<void> read_annotations(http::Request const& request, UriParameters& parameters) {
    auto text = value_of(request, "annotation");
    if (!text) text = value_of(request, "imageAnnotation");
    if (!text) return {};
    auto parsed = parse_annotations(*text);
    if (!parsed) return fail(parsed.error());
    parameters.rendering.annotations = parsed->annotations;
    parameters.unsupported_annotations = std::move(parsed->unsupported);
    parameters.for_rendering = true;
    return {};
}

Result<void> read_viewport(http::Request const& request, UriParameters& parameters) {
    auto const rows = value_of(request, "rows");
    auto const columns = value_of(request, "columns");
    if (!rows && !columns) return {};
    auto const limit = std::string{unlimited_side};
    auto const viewport = parse_viewport(columns.value_or(limit) + "," + rows.value_or(limit));
    if (!viewport || viewport->region)
        return malformed("rows and columns", "are numbers from 1 to 16384 (PS3.18 9.5.1.2.4)");
    parameters.rendering.viewport = viewport->viewport;
    parameters.for_rendering = true;
    return {};
}

// xmin,ymin,xmax,ymax
Result<void> read_region(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "region");
    if (!text) return {};
    auto const failure = malformed("region", "is xmin,ymin,xmax,ymax between 0 and 1 (PS3.18 9.5.1.2.5)");
    std::array<double, 4> corners{};
    std::string_view rest = *text;
    for (std::size_t i = 0; i < corners.size(); ++i) {
        auto const item = rest.substr(0, rest.find(','));
        auto const number = parse_number<double>(item);
        bool const last = item.size() == rest.size();
        if (!number || !(*number >= 0 && *number <= 1) || last != (i + 1 == corners.size())) return failure;
        corners[i] = *number;
        rest.remove_prefix(last ? rest.size() : item.size() + 1);
    }
    auto const [x_min, y_min, x_max, y_max] = corners;
    if (x_min >= x_max || y_min >= y_max) return failure;
    parameters.rendering.region = SourceRegion{x_min, y_min, x_max - x_min, y_max - y_min, RegionUnit::fraction};
    parameters.for_rendering = true;
    return {};
}

Result<void> read_window(http::Request const& request, UriParameters& parameters) {
    auto const center = value_of(request, "windowCenter");
    auto const width = value_of(request, "windowWidth");
    if (!center && !width) return {};
    if (!center || !width) return malformed("windowCenter and windowWidth", "go together (PS3.18 9.5.1.2.6)");
    auto const window = parse_window(*center + "," + *width + ",linear");
    if (!window)
        return malformed("windowCenter and windowWidth", "are numbers, the width at least 1 (PS3.18 9.5.1.2.6)");
    parameters.rendering.window = *window;
    parameters.for_rendering = true;
    return {};
}

Result<void> read_voi(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "voi");
    if (!text) return {};
    if (parameters.rendering.window) return malformed("windowCenter", "does not go with voi");
    auto voi = parse_voi(*text);
    if (!voi) return fail(voi.error());
    parameters.rendering.voi = *std::move(voi);
    parameters.for_rendering = true;
    return {};
}

Result<void> read_bit_depth(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "bitdepth");
    if (!text) return {};
    auto const depth = parse_bit_depth(*text);
    if (!depth) return fail(depth.error());
    parameters.rendering.depth = *depth;
    parameters.for_rendering = true;
    return {};
}

Result<void> read_quality(http::Request const& request, UriParameters& parameters) {
    auto const text = value_of(request, "imageQuality");
    if (!text) return {};
    auto const quality = parse_number<int>(*text);
    if (!quality || *quality < 1 || *quality > 100)
        return malformed("imageQuality", "is a number from 1 to 100 (PS3.18 9.5.1.2.3)");
    parameters.rendering.quality = *quality;
    parameters.for_rendering = true;
    return {};
}

Result<void> read_presentation(http::Request const& request, UriParameters& parameters) {
    bool const series_named = value_of(request, "presentationSeriesUID").has_value();
    bool const instance_named = value_of(request, "presentationUID").has_value();
    if (!series_named && !instance_named) return {};
    auto const series = parse_uid<SeriesInstanceUID>(request, "presentationSeriesUID");
    if (!series) return fail(series.error());
    auto const instance = parse_uid<SOPInstanceUID>(request, "presentationUID");
    if (!instance) return fail(instance.error());
    parameters.presentation = PresentationReference{*series, *instance};
    parameters.for_rendering = true;
    return {};
}

// PS3.18 9.5.1.2.6: a presentation state brings its own window. What it draws may name the patient.
Result<void> check_together(UriParameters const& parameters) {
    if (!parameters.presentation) return {};
    if (parameters.rendering.window) return malformed("windowCenter", "does not go with presentationUID");
    if (!parameters.rendering.voi.empty()) return malformed("voi", "does not go with presentationUID");
    if (parameters.anonymize == Anonymize::yes) return malformed("anonymize", "does not go with presentationUID");
    return {};
}

}  // namespace

Result<UriParameters> parse_uri_parameters(http::Request const& request) {
    auto scope = parse_target(request);
    if (!scope) return fail(scope.error());
    UriParameters parameters{*std::move(scope)};
    constexpr Reader readers[] = {read_transfer_syntax, read_anonymize, read_frame,       read_annotations,
                                  read_viewport,        read_region,    read_window,      read_voi,
                                  read_bit_depth,       read_quality,   read_presentation};
    for (auto const read : readers)
        if (auto done = read(request, parameters); !done) return fail(done.error());
    if (auto checked = check_together(parameters); !checked) return fail(checked.error());
    return parameters;
}

}  // namespace cassette::dicomweb
