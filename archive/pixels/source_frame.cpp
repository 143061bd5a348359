#include "archive/pixels/source_frame.h"

#include "archive/part10/header.h"
#include "archive/pixels/sequence_items.h"
#include "archive/retrieve/referenced_instance.h"
#include "archive/retrieve/retrieve.h"

#include <dcmtk/dcmdata/dcdeftag.h>
#include <dcmtk/dcmdata/dcsequen.h>

#include <algorithm>
#include <string_view>

namespace cassette {

namespace {

constexpr unsigned long items_max = 256;  // of a sequence that is looked at
constexpr std::size_t sources_looked_up_max = 32;
constexpr std::size_t frames_beside_max = 64;

void add_source(DcmItem& reference, std::uint32_t otherwise, std::vector<SourceFrame>& sources) {
    OFString text;
    (void)reference.findAndGetOFString(DCM_ReferencedSOPInstanceUID, text);
    auto const instance = SOPInstanceUID::received(std::string_view{text.data(), text.size()});
    if (!instance) return;
    Sint32 number = 0;
    bool const named = reference.findAndGetSint32(DCM_ReferencedFrameNumber, number).good() && number > 0;
    sources.push_back({*instance, named ? static_cast<std::uint32_t>(number) : otherwise});
}

void add_derivation(DcmItem& groups, std::vector<SourceFrame>& sources) {
    visit_items(groups, DCM_DerivationImageSequence, items_max, [&](DcmItem& derivation) {
        visit_items(derivation, DCM_SourceImageSequence, items_max,
                    [&](DcmItem& reference) { add_source(reference, 1, sources); });
    });
}

std::vector<SourceFrame> derived_from(DcmDataset& dataset, DcmTagKey const& groups, std::uint32_t number) {
    std::vector<SourceFrame> sources;
    DcmItem* item = nullptr;
    auto const position = static_cast<signed long>(number) - 1;
    if (position >= 0 && dataset.findAndGetSequenceItem(groups, item, position).good() && item != nullptr)
        add_derivation(*item, sources);
    return sources;
}

// PS3.3 C.12.1.1.9 lists what is referred to: one image alone can only be the source, frame by frame.
std::vector<SourceFrame> only_reference(DcmDataset& dataset, std::uint32_t number) {
    std::vector<SourceFrame> sources;
    visit_items(dataset, DCM_ReferencedSeriesSequence, items_max, [&](DcmItem& series) {
        visit_items(series, DCM_ReferencedInstanceSequence, items_max,
                    [&](DcmItem& reference) { add_source(reference, number, sources); });
    });
    if (sources.size() != 1) sources.clear();
    return sources;
}

}  // namespace

std::vector<SourceFrame> source_frames(DcmDataset& dataset, std::uint32_t number) {
    auto sources = derived_from(dataset, DCM_PerFrameFunctionalGroupsSequence, number);
    if (sources.empty()) sources = derived_from(dataset, DCM_SharedFunctionalGroupsSequence, 1);
    return sources.empty() ? only_reference(dataset, number) : sources;
}

std::vector<std::uint32_t> frames_beside(DcmDataset& dataset, std::uint32_t number, std::uint32_t frames) {
    auto const own = derived_from(dataset, DCM_PerFrameFunctionalGroupsSequence, number);
    std::vector<std::uint32_t> beside;
    DcmSequenceOfItems* groups = nullptr;
    bool const any = dataset.findAndGetSequence(DCM_PerFrameFunctionalGroupsSequence, groups).good();
    if (!any || groups == nullptr || own.empty()) return {number};
    // One item after the other: to look each up by its position would begin at the first each time.
    std::uint32_t other = 0;
    for (auto* item = groups->nextInContainer(nullptr); item != nullptr; item = groups->nextInContainer(item)) {
        if (++other > frames || beside.size() == frames_beside_max) break;
        std::vector<SourceFrame> sources;
        add_derivation(static_cast<DcmItem&>(*item), sources);
        bool const shared = std::ranges::any_of(
            sources, [&](SourceFrame const& source) { return std::ranges::find(own, source) != own.end(); });
        if (shared) beside.push_back(other);
    }
    return beside;
}

Result<std::optional<LocatedFrame>> underlying_frame(Archive const& archive, Principal const& principal,
                                                     LocatedFrame const& segmentation) {
    auto const blob = open_part10(archive, principal, segmentation.location);
    if (!blob) return fail(blob.error());
    auto const header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    auto sources = source_frames(**header, segmentation.number);
    if (sources.size() > sources_looked_up_max) sources.erase(sources.begin() + sources_looked_up_max, sources.end());
    for (auto const& source : sources) {
        auto location = locate_referenced(archive, principal, source.instance);
        if (!location && location.error().code == ErrorCode::not_found) continue;
        if (!location) return fail(location.error());
        if (source.number > std::max(location->frames, 1U)) continue;
        return std::optional{LocatedFrame{*std::move(location), source.number}};
    }
    return std::optional<LocatedFrame>{};
}

}  // namespace cassette
