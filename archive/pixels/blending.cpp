#include "archive/pixels/blending.h"

#include "archive/part10/header.h"
#include "archive/pixels/between_samples.h"
#include "archive/pixels/colour.h"
#include "archive/pixels/functional_groups.h"
#include "archive/pixels/image_plane.h"
#include "archive/pixels/scale.h"
#include "archive/pixels/softcopy.h"
#include "archive/pixels/stored_frame.h"
#include "archive/retrieve/referenced_instance.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace cassette {

namespace {

constexpr std::size_t frames_looked_at_max = 4096;

Failure without_superimposed() {
    return fail(ErrorCode::not_acceptable, "no superimposed image is here that lies where this one does");
}

std::string text_at(DcmItem& attributes, DcmTagKey const& key) {
    OFString text;
    (void)attributes.findAndGetOFString(key, text);
    return std::string{text.data(), text.size()};
}

// How one plane lies over another.
struct Overlap {
    Placement placement = {};  // of points of the underlying one in the other
    double distance = 0;       // millimetres along the normal
};

bool are_of_one_size(DcmItem& one, DcmItem& other) {
    return std::ranges::all_of(std::array{DCM_Rows, DCM_Columns}, [&](DcmTagKey const& key) {
        Uint16 first = 0;
        Uint16 second = 0;
        return one.findAndGetUint16(key, first).good() && other.findAndGetUint16(key, second).good() && first == second;
    });
}

// Half the thicker of two slices, or what rounding makes of one and the same.
double reach_of(DcmItem& one, DcmItem& other) {
    double reach = 0.05;
    for (auto* const attributes : {&one, &other}) {
        Float64 thickness = 0;
        bool const said = attributes->findAndGetFloat64(DCM_SliceThickness, thickness).good();
        if (said && std::isfinite(thickness)) reach = std::max(reach, thickness / 2);
    }
    return reach;
}

std::optional<Overlap> overlap_of(DcmItem& underlying, DcmItem& superimposed) {
    auto const from = image_plane(underlying);
    auto const to = image_plane(superimposed);
    if (!from && !to) return are_of_one_size(underlying, superimposed) ? std::optional{Overlap{}} : std::nullopt;
    if (!from || !to) return std::nullopt;
    auto const reference = text_at(underlying, DCM_FrameOfReferenceUID);
    if (reference.empty() || reference != text_at(superimposed, DCM_FrameOfReferenceUID)) return std::nullopt;
    auto const placement = placement_between(*from, *to);
    if (!placement) return std::nullopt;
    Overlap const overlap{*placement, distance_between(*from, *to)};
    return overlap.distance <= reach_of(underlying, superimposed) ? std::optional{overlap} : std::nullopt;
}

// The frames of a set that are here, in order.
Result<std::vector<LocatedFrame>> frames_of_set(Archive const& archive, Principal const& principal, DcmItem& set) {
    std::vector<LocatedFrame> frames;
    for (auto const& image : images_of(set)) {
        auto const location = locate_referenced(archive, principal, image.instance);
        if (!location && location.error().code == ErrorCode::not_found) continue;
        if (!location) return fail(location.error());
        auto const count = image.frames.empty() ? std::max(location->frames, 1U) : image.frames.size();
        for (std::uint32_t i = 0; i < count && frames.size() < frames_looked_at_max; ++i)
            frames.push_back({*location, image.frames.empty() ? i + 1 : image.frames[i]});
    }
    return frames;
}

// Attributes of one frame after the other; those of one instance are read once.
class FrameAttributes {
public:
    FrameAttributes(Archive const& archive, Principal const& principal) : archive_{archive}, principal_{principal} {}

    Result<DcmDataset*> of(LocatedFrame const& frame) {
        if (blob_ != frame.location.blob) {
            auto const blob = open_part10(archive_, principal_, frame.location);
            if (!blob) return fail(blob.error());
            auto header = read_header(**blob, archive_.settings.limits);
            if (!header) return fail(header.error());
            header_ = *std::move(header);
            blob_ = frame.location.blob;
        }
        lift_functional_groups(*header_, frame.number);
        return header_.get();
    }

private:
    Archive const& archive_;
    Principal const& principal_;
    std::unique_ptr<DcmDataset> header_;
    std::optional<Digest> blob_;
};

bool are_same(LocatedFrame const& one, LocatedFrame const& other) {
    return one.location.instance == other.location.instance && one.number == other.number;
}

// By its place in the set: the only one, or one of as many as there are below.
std::vector<LocatedFrame> only_counterpart(std::vector<LocatedFrame> const& superimposed,
                                           std::vector<LocatedFrame> const& below, LocatedFrame const& underlying) {
    if (superimposed.size() == 1) return superimposed;
    auto const at = std::ranges::find_if(below, [&](auto const& frame) { return are_same(frame, underlying); });
    if (at == below.end() || below.size() != superimposed.size()) return {};
    return {superimposed[static_cast<std::size_t>(at - below.begin())]};
}

Result<std::optional<LocatedFrame>> nearest(FrameAttributes& attributes, std::vector<LocatedFrame> const& candidates,
                                            DcmItem& underlying) {
    std::optional<LocatedFrame> found;
    double distance = 0;
    for (auto const& candidate : candidates) {
        auto const header = attributes.of(candidate);
        if (!header) return fail(header.error());
        auto const overlap = overlap_of(underlying, **header);
        if (!overlap || (found && overlap->distance >= distance)) continue;
        found = candidate;
        distance = overlap->distance;
    }
    return found;
}

// Samples of the other picture where the points of this one are in it, between its pixels too; nullopt beyond its edges.
std::optional<std::uint8_t> sample_at(Raster const& grey, Point point) {
    bool const inside = point.x >= 0 && point.y >= 0 && point.x < grey.width && point.y < grey.height;
    if (!inside) return std::nullopt;
    auto const sample = [&](std::size_t index) { return static_cast<double>(grey.samples[index]); };
    return static_cast<std::uint8_t>(
        std::lround(between_samples(grey.width, grey.height, point.x - 0.5, point.y - 0.5, sample)));
}

// The superimposed picture in rows and columns of the underlying one.
struct Resampled {
    Raster grey;
    std::vector<bool> covered;  // whether there is anything at a pixel
};
Resampled resampled(Raster const& grey, Placement const& placement, RasterSize size) {
    auto const pixels = std::size_t{size.width} * size.height;
    Resampled result{{size.width, size.height, 1, std::vector<std::uint8_t>(pixels)}, std::vector<bool>(pixels)};
    std::size_t at = 0;
    for (std::uint32_t y = 0; y < size.height; ++y) {
        for (std::uint32_t x = 0; x < size.width; ++x, ++at) {
            auto const sample = sample_at(grey, placement({x + 0.5, y + 0.5}));
            if (!sample) continue;
            result.grey.samples[at] = *sample;
            result.covered[at] = true;
        }
    }
    return result;
}

// PS3.4 N.2.4.3.
Raster blended(Raster const& underlying, Raster const& colours, std::vector<bool> const& covered, double opacity) {
    Raster result = as_rgb(underlying);
    for (std::size_t i = 0; i < result.samples.size(); ++i) {
        if (!covered[i / 3]) continue;
        double const mixed = colours.samples[i] * opacity + result.samples[i] * (1 - opacity);
        result.samples[i] = static_cast<std::uint8_t>(std::lround(mixed));
    }
    return result;
}

Result<Raster> grey_picture(Scene const& scene) {
    auto const frame = load_frame(scene.object, *scene.image, scene.request.frame);
    if (!frame) return fail(frame.error());
    return softcopy(*frame, *scene.image, {.rule = DisplayRule::presentation_state});
}

Result<double> relative_opacity(DcmItem& state) {
    Float32 opacity = 0;
    if (state.findAndGetFloat32(DCM_RelativeOpacity, opacity).bad() || !(opacity >= 0 && opacity <= 1))
        return fail(ErrorCode::not_acceptable, "a blending state without a Relative Opacity from 0 to 1");
    return double{opacity};
}

Result<Raster> superimpose(Scene const& scene, Scene const& above, Raster const& underlying) {
    auto const overlap = overlap_of(*scene.image, *above.image);
    if (!overlap) return without_superimposed();
    auto const opacity = relative_opacity(*scene.state);
    if (!opacity) return fail(opacity.error());
    auto const grey = grey_picture(above);
    if (!grey) return grey;
    if (grey->channels != 1 || underlying.channels != 1)
        return fail(ErrorCode::not_acceptable, "blending is for two grey images");
    constexpr std::uint64_t bytes_of_pixel = 2 + 2 * 3;  // grey of both, and the colours of both
    if (std::uint64_t{underlying.width} * underlying.height * bytes_of_pixel > raster_bytes_max)
        return fail(ErrorCode::too_large, "blending is beyond the memory budget");
    auto const there = resampled(*grey, overlap->placement, {underlying.width, underlying.height});
    auto const colours = through_palette(there.grey, *scene.state);
    if (!colours) return colours;
    return blended(underlying, *colours, there.covered, *opacity);
}

}  // namespace

Result<std::optional<LocatedFrame>> superimposed_frame(Archive const& archive, Principal const& principal,
                                                       InstanceLocation const& state, LocatedFrame const& underlying) {
    auto const blob = open_part10(archive, principal, state);
    if (!blob) return fail(blob.error());
    auto const header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    auto* const above = blended_set(**header, BlendingPosition::superimposed);
    auto* const below = blended_set(**header, BlendingPosition::underlying);
    if (above == nullptr || below == nullptr) return std::optional<LocatedFrame>{};
    auto candidates = frames_of_set(archive, principal, *above);
    if (!candidates) return fail(candidates.error());
    FrameAttributes of_underlying{archive, principal};
    auto const attributes = of_underlying.of(underlying);
    if (!attributes) return fail(attributes.error());
    if (!image_plane(**attributes)) {
        auto const frames_below = frames_of_set(archive, principal, *below);
        if (!frames_below) return fail(frames_below.error());
        candidates = only_counterpart(*candidates, *frames_below, underlying);
    }
    FrameAttributes of_superimposed{archive, principal};
    return nearest(of_superimposed, *candidates, **attributes);
}

Result<ShownFrame> shown_blend(Scene const& scene) {
    auto const& superimposed = scene.request.superimposed;
    auto* const set = blended_set(*scene.state, BlendingPosition::superimposed);
    if (!superimposed || set == nullptr) return without_superimposed();
    auto shown = shown_frame(scene);
    if (!shown) return shown;
    auto const& object = scene.object;
    auto const layout = layout_of(object.archive, object.principal, superimposed->location);
    if (!layout) return fail(layout.error());
    ObjectInArchive const other{object.archive, object.principal, superimposed->location, *layout};
    RenderRequest const request{.frame = superimposed->number, .purpose = Purpose::thumbnail};
    auto const above = read_scene(other, request);
    if (!above) return fail(above.error());
    impose_transformations(*set, above->presented(), *above->image);
    auto raster = superimpose(scene, *above, shown->raster);
    if (!raster) return fail(raster.error());
    return ShownFrame{*std::move(raster), shown->pixel_aspect};
}

}  // namespace cassette
