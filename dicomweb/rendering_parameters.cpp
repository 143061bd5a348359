#include "dicomweb/rendering_parameters.h"

#include "dicomweb/media_type.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace cassette::dicomweb {

namespace {

constexpr std::uint32_t viewport_side_max = 16'384;

std::vector<std::string_view> split(std::string_view text) {
    std::vector<std::string_view> items;
    while (true) {
        auto const item = text.substr(0, text.find(','));
        items.push_back(without_whitespace(item));
        if (item.size() == text.size()) return items;
        text.remove_prefix(item.size() + 1);
    }
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (text.empty() || error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return number;
}

// PS3.18 5.1.1: a decimal; not what from_chars takes for one besides, as nan and inf.
std::optional<double> parse_decimal(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    auto const number = parse_number<double>(text);
    return number && std::isfinite(*number) ? number : std::nullopt;
}

Failure bad_viewport() {
    return fail(ErrorCode::malformed,
                "viewport is vw,vh[,[sx],[sy],[sw],[sh]] with sizes from 1 to 16384 (PS3.18 8.3.5.1.3)");
}

// The four may be empty each, and left out from the end.
Result<SourceRegion> parse_region(std::vector<std::string_view> const& items) {
    std::array<std::optional<double>, 4> numbers;
    for (std::size_t i = 2; i < items.size(); ++i) {
        if (items[i].empty()) continue;
        numbers[i - 2] = parse_decimal(items[i]);
        if (!numbers[i - 2]) return bad_viewport();
    }
    auto const& [x, y, width, height] = numbers;
    if ((width && *width == 0) || (height && *height == 0)) return bad_viewport();
    return SourceRegion{x.value_or(0), y.value_or(0), width, height};
}

struct FunctionTerm {
    std::string_view term;
    VoiFunction function;
};
constexpr std::array<FunctionTerm, 3> function_terms{
    {{"linear", VoiFunction::linear}, {"linear-exact", VoiFunction::linear_exact}, {"sigmoid", VoiFunction::sigmoid}}};

struct ProfileTerm {
    std::string_view term;
    ColourProfile profile;
};
constexpr std::array<ProfileTerm, 5> profile_terms{{{"no", ColourProfile::none},
                                                    {"yes", ColourProfile::source},
                                                    {"srgb", ColourProfile::srgb},
                                                    {"adobergb", ColourProfile::adobe_rgb},
                                                    {"rommrgb", ColourProfile::romm_rgb}}};

bool is_keyword(std::string_view text) {
    auto const allowed = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    };
    return !text.empty() && std::ranges::all_of(text, allowed);
}

Result<void> read_viewport(http::Request const& request, Purpose purpose, ParsedRendering& rendering) {
    auto const text = request.parameter("viewport");
    if (!text) return {};
    auto const parsed = parse_viewport(*text);
    if (!parsed) return fail(parsed.error());
    if (parsed->region && purpose == Purpose::thumbnail)
        return fail(ErrorCode::malformed, "viewport of a thumbnail is vw,vh (PS3.18 8.3.5.2)");
    rendering.request.viewport = parsed->viewport;
    rendering.request.region = parsed->region;
    return {};
}

Result<void> read_window(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("window");
    if (!text) return {};
    auto const window = parse_window(*text);
    if (!window) return fail(window.error());
    rendering.request.window = *window;
    return {};
}

Result<void> read_voi(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("voi");
    if (!text) return {};
    if (rendering.request.window) return fail(ErrorCode::malformed, "window and voi do not go together");
    auto voi = parse_voi(*text);
    if (!voi) return fail(voi.error());
    rendering.request.voi = *std::move(voi);
    return {};
}

Result<void> read_bit_depth(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("bitdepth");
    if (!text) return {};
    auto const depth = parse_bit_depth(*text);
    if (!depth) return fail(depth.error());
    rendering.request.depth = *depth;
    return {};
}

Result<void> read_quality(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("quality");
    if (!text) return {};
    auto const quality = parse_number<int>(*text);
    if (!quality || *quality < 1 || *quality > 100)
        return fail(ErrorCode::malformed, "quality is a number from 1 to 100 (PS3.18 8.3.5.1.2)");
    rendering.request.quality = *quality;
    return {};
}

Result<void> read_colour_profile(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("iccprofile");
    if (!text) return {};
    auto const profile = parse_colour_profile(*text);
    if (!profile) return fail(profile.error());
    rendering.request.profile = *profile;
    return {};
}

Result<void> read_annotations(http::Request const& request, ParsedRendering& rendering) {
    auto const text = request.parameter("annotation");
    if (!text) return {};
    auto parsed = parse_annotations(*text);
    if (!parsed) return fail(parsed.error());
    rendering.request.annotations = parsed->annotations;
    rendering.unsupported_annotations = std::move(parsed->unsupported);
    return {};
}

}  // namespace

Result<ParsedViewport> parse_viewport(std::string_view text) {
    auto const items = split(text);
    if (items.size() < 2 || items.size() > 6) return bad_viewport();
    auto const width = parse_number<std::uint32_t>(items[0]);
    auto const height = parse_number<std::uint32_t>(items[1]);
    if (!width || !height || *width == 0 || *height == 0) return bad_viewport();
    if (*width > viewport_side_max || *height > viewport_side_max) return bad_viewport();
    ParsedViewport parsed{{*width, *height}};
    bool const all_empty =
        std::all_of(items.begin() + 2, items.end(), [](std::string_view item) { return item.empty(); });
    if (all_empty) return parsed;
    auto const region = parse_region(items);
    if (!region) return fail(region.error());
    parsed.region = *region;
    return parsed;
}

Result<Window> parse_window(std::string_view text) {
    auto const items = split(text);
    auto const failure =
        fail(ErrorCode::malformed, "window is center,width,linear|linear-exact|sigmoid (PS3.18 8.3.5.1.4)");
    if (items.size() != 3) return failure;
    auto const center = parse_decimal(items[0]);
    auto const width = parse_decimal(items[1]);
    auto const function = std::ranges::find(function_terms, lower_case(items[2]), &FunctionTerm::term);
    if (!center || !width || function == function_terms.end()) return failure;
    bool const wide_enough = function->function == VoiFunction::linear ? *width >= 1 : *width > 0;
    if (!wide_enough) return failure;
    return Window{*center, *width, function->function};
}

Result<std::string> parse_voi(std::string_view text) {
    constexpr std::size_t explanation_bytes_max = 4 * 64;
    auto const wanted = without_whitespace(text);
    if (wanted.empty() || wanted.size() > explanation_bytes_max)
        return fail(ErrorCode::malformed, "voi is the number or the explanation of a VOI LUT or window of the image");
    return std::string{wanted};
}

Result<SampleDepth> parse_bit_depth(std::string_view text) {
    if (text == "8") return SampleDepth::eight;
    if (text == "16") return SampleDepth::sixteen;
    return fail(ErrorCode::malformed, "bitdepth is 8 or 16");
}

Result<ColourProfile> parse_colour_profile(std::string_view text) {
    auto const found = std::ranges::find(profile_terms, without_whitespace(text), &ProfileTerm::term);
    if (found == profile_terms.end())
        return fail(ErrorCode::malformed, "iccprofile is no, yes, srgb, adobergb or rommrgb (PS3.18 8.3.5.1.5)");
    return found->profile;
}

Result<ParsedAnnotations> parse_annotations(std::string_view text) {
    ParsedAnnotations parsed;
    for (auto const item : split(text)) {
        if (!is_keyword(item))
            return fail(ErrorCode::malformed, "annotation is a list of patient, technique (PS3.18 8.3.5.1.1)");
        if (item == "patient")
            parsed.annotations.patient = true;
        else if (item == "technique")
            parsed.annotations.technique = true;
        else
            parsed.unsupported.emplace_back(item);
    }
    return parsed;
}

Result<ParsedRendering> parse_rendering(http::Request const& request, Purpose purpose) {
    ParsedRendering rendering;
    rendering.request.purpose = purpose;
    if (auto done = read_viewport(request, purpose, rendering); !done) return fail(done.error());
    if (purpose == Purpose::thumbnail) return rendering;
    for (auto const read : {read_window, read_voi, read_bit_depth, read_quality, read_colour_profile, read_annotations})
        if (auto done = read(request, rendering); !done) return fail(done.error());
    return rendering;
}

Result<void> check_for_presentation(RenderRequest const& request) {
    if (request.window) return fail(ErrorCode::malformed, "window is not for presentation states (PS3.18 8.3.5.1.4)");
    if (!request.voi.empty()) return fail(ErrorCode::malformed, "voi is not for presentation states");
    if (request.region)
        return fail(ErrorCode::malformed, "viewport of a presentation state is vw,vh (PS3.18 8.3.5.1.3)");
    return {};
}

std::string_view media_type_of(RenderedType type) {
    switch (type) {
        case RenderedType::png: return "image/png";
        case RenderedType::jpeg: return "image/jpeg";
    }
    return {};
}

}  // namespace cassette::dicomweb
