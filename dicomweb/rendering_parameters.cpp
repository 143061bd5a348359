#include "dicomweb/rendering_parameters.h"

#include "dicomweb/accept.h"
#include "dicomweb/media_type.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <vector>

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

std::vector<Offer> const& offers() {
    static std::vector<Offer> const all{{"image/jpeg", {}, {}},
                                        {"image/png", {}, {}},
                                        {"multipart/related", "image/jpeg", {}},
                                        {"multipart/related", "image/png", {}}};
    return all;
}

Result<RenderedType> parse_type(http::Request const& request) {
    auto const ranges = accepted_ranges(request);
    if (auto const chosen = negotiate(ranges, offers()))
        return *chosen % 2 == 0 ? RenderedType::jpeg : RenderedType::png;
    bool const bytes = std::ranges::any_of(ranges, [](AcceptedRange const& range) {
        return range.quality > 0 &&
            (range.essence.starts_with("multipart/") || range.essence == "application/octet-stream");
    });
    if (!bytes) return fail(not_acceptable(std::span{offers()}.first(2)));
    return RenderedType::jpeg;
}

Result<void> read_viewport(http::Request const& request, RenderRequest& rendering) {
    auto const text = request.parameter("viewport");
    if (!text) return {};
    auto const viewport = parse_viewport(*text);
    if (!viewport) return fail(viewport.error());
    rendering.viewport = *viewport;
    return {};
}

Result<void> read_window(http::Request const& request, RenderRequest& rendering) {
    auto const text = request.parameter("window");
    if (!text) return {};
    auto const window = parse_window(*text);
    if (!window) return fail(window.error());
    rendering.window = *window;
    return {};
}

Result<void> read_quality(http::Request const& request, RenderRequest& rendering) {
    auto const text = request.parameter("quality");
    if (!text) return {};
    auto const quality = parse_number<int>(*text);
    if (!quality || *quality < 1 || *quality > 100)
        return fail(ErrorCode::malformed, "quality is a number from 1 to 100 (PS3.18 8.3.5.1.2)");
    rendering.quality = *quality;
    return {};
}

}  // namespace

Result<Viewport> parse_viewport(std::string_view text) {
    auto const items = split(text);
    auto const failure = fail(ErrorCode::malformed, "viewport is width,height (PS3.18 8.3.5.1.3); no source region");
    if (items.size() != 2 && items.size() != 6) return failure;
    if (std::any_of(items.begin() + 2, items.end(), [](std::string_view item) { return !item.empty(); }))
        return failure;
    auto const width = parse_number<std::uint32_t>(items[0]);
    auto const height = parse_number<std::uint32_t>(items[1]);
    if (!width || !height || *width == 0 || *height == 0) return failure;
    if (*width > viewport_side_max || *height > viewport_side_max) return failure;
    return Viewport{*width, *height};
}

Result<Window> parse_window(std::string_view text) {
    auto const items = split(text);
    auto const failure = fail(ErrorCode::malformed, "window is center,width[,linear] (PS3.18 8.3.5.1.4)");
    if (items.size() != 2 && items.size() != 3) return failure;
    if (items.size() == 3 && !items[2].empty() && lower_case(items[2]) != "linear") return failure;
    auto const center = parse_number<double>(items[0]);
    auto const width = parse_number<double>(items[1]);
    if (!center || !width || !std::isfinite(*center) || !std::isfinite(*width) || *width < 1) return failure;
    return Window{*center, *width};
}

Result<RenderRequest> parse_rendering(http::Request const& request) {
    RenderRequest rendering;
    auto const type = parse_type(request);
    if (!type) return fail(type.error());
    rendering.type = *type;
    for (auto const read : {read_viewport, read_window, read_quality})
        if (auto done = read(request, rendering); !done) return fail(done.error());
    return rendering;
}

std::string_view media_type_of(RenderedType type) {
    switch (type) {
        case RenderedType::png: return "image/png";
        case RenderedType::jpeg: return "image/jpeg";
    }
    return {};
}

std::string fingerprint(RenderRequest const& request) {
    auto text = "f" + std::to_string(request.frame);
    text += request.type == RenderedType::png ? "-png" : "-jpeg" + std::to_string(request.quality);
    if (request.viewport)
        text += "-v" + std::to_string(request.viewport->width) + "x" + std::to_string(request.viewport->height);
    if (request.window) {
        std::array<char, 64> window{};
        std::snprintf(window.data(), window.size(), "-w%.17g.%.17g", request.window->center, request.window->width);
        text += window.data();
    }
    return text;
}

}  // namespace cassette::dicomweb
