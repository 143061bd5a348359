#include "archive/part10/described_instance.h"

#include "archive/part10/deflated_text.h"
#include "archive/part10/frame_index.h"
#include "archive/part10/header_values.h"
#include "archive/part10/header_view.h"
#include "archive/part10/indexed_values.h"
#include "archive/part10/instance_uids.h"
#include "archive/part10/metadata_json.h"
#include "archive/part10/searched_values.h"

#include <algorithm>
#include <limits>

namespace cassette {

namespace {

constexpr Tag rows{0x0028, 0x0010};
constexpr Tag columns{0x0028, 0x0011};
constexpr Tag samples_per_pixel{0x0028, 0x0002};
constexpr Tag bits_allocated{0x0028, 0x0100};
constexpr Tag number_of_frames{0x0028, 0x0008};

// Rows x Columns x Samples x Bits; 0 when the header does not say or the product is no size. Three factors of 16 bits each
// and one more cannot overflow 64.
std::uint64_t frame_bits_of(HeaderView const& header, std::string const& photometric) {
    constexpr std::uint64_t field_max = std::numeric_limits<std::uint16_t>::max();
    std::uint64_t const factors[] = {number_of(header, rows, 0), number_of(header, columns, 0),
                                     number_of(header, samples_per_pixel, 1), number_of(header, bits_allocated, 0)};
    std::uint64_t bits = 1;
    for (auto const factor : factors) bits *= std::min(factor, field_max);
    // PS3.3 C.7.6.3.1.2: native YBR_FULL_422 and YBR_PARTIAL_422 have two samples a pixel instead of three.
    bool const subsampled = photometric == "YBR_FULL_422" || photometric == "YBR_PARTIAL_422";
    return subsampled ? bits / 3 * 2 : bits;
}

std::uint32_t frames_of(HeaderView const& header) {
    auto const frames = number_of(header, number_of_frames, 1);
    return static_cast<std::uint32_t>(std::clamp<std::uint64_t>(frames, 1, std::numeric_limits<std::int32_t>::max()));
}

bool lacks_type_2(HeaderView const& header) {
    constexpr Tag required[] = {{0x0010, 0x0010}, {0x0010, 0x0020}, {0x0008, 0x0020}, {0x0008, 0x0050}};
    auto const missing = [&](Tag tag) { return find_element(header.elements(), tag) == nullptr; };
    return std::any_of(std::begin(required), std::end(required), missing);
}

std::vector<StoreWarning> warnings_of(ScannedInstance const& scanned, InstanceUIDs const& uids) {
    std::vector<StoreWarning> warnings;
    auto const add_if = [&](bool condition, StoreWarning warning) {
        if (condition) warnings.push_back(warning);
    };
    bool const other_uids = scanned.had_meta &&
        ((!scanned.meta.sop_instance.empty() && scanned.meta.sop_instance != uids.instance.str()) ||
         (!scanned.meta.sop_class.empty() && scanned.meta.sop_class != uids.sop_class.str()));
    auto const& remarks = scanned.dataset.remarks;
    add_if(scanned.had_meta && !scanned.had_preamble, StoreWarning::no_preamble);
    add_if(!scanned.had_meta, StoreWarning::no_file_meta);
    add_if(other_uids || scanned.transfer_syntax_disagrees, StoreWarning::file_meta_disagrees);
    add_if(remarks.odd_length, StoreWarning::odd_length);
    add_if(remarks.unknown_vr, StoreWarning::unknown_vr);
    add_if(!scanned.known_transfer_syntax, StoreWarning::unknown_transfer_syntax);
    add_if(remarks.trailing_bytes, StoreWarning::trailing_bytes);
    add_if(remarks.stray_item, StoreWarning::stray_item);
    add_if(uids.derived, StoreWarning::derived_uid);
    add_if(uids.unconventional, StoreWarning::unconventional_uid);
    add_if(remarks.unterminated, StoreWarning::unterminated);
    return warnings;
}

// So that metadata name the study and series under which the instance is found.
std::vector<MetadataSource::ToldUID> told_uids(InstanceUIDs const& uids) {
    if (!uids.derived) return {};
    return {{{0x0020, 0x000D}, uids.study.str()}, {{0x0020, 0x000E}, uids.series.str()}};
}

std::string bulk_uri_prefix(InstanceUIDs const& uids, ArchiveSettings const& settings) {
    return settings.dicomweb_path + "/studies/" + uids.study.str() + "/series/" + uids.series.str() + "/instances/" +
        uids.instance.str() + "/bulkdata/";
}

}  // namespace

Result<DescribedInstance> describe_instance(ScannedInstance const& scanned, ArchiveSettings const& settings) {
    auto const header = HeaderView::of(scanned.dataset);
    if (!header) return fail(header.error());
    TextDecoder decoder{character_set_of(*header)};
    auto indexed = indexed_values(*header, decoder);
    auto uids = place_instance(indexed.values);
    if (!uids) return fail(uids.error());
    auto syntax = TransferSyntaxUID::parse(scanned.transfer_syntax);
    if (!syntax) return fail(syntax.error());

    auto const& photometric = indexed.values[attribute_at({0x0028, 0x0004})];
    auto resolved = resolve_layout(scanned, frames_of(*header), frame_bits_of(*header, photometric));
    MetadataSource const source{*header, resolved.layout, syntax->str(), bulk_uri_prefix(*uids, settings),
                                told_uids(*uids)};
    auto metadata = metadata_json(source, decoder);
    auto warnings = warnings_of(scanned, *uids);
    if (lacks_type_2(*header)) warnings.push_back(StoreWarning::missing_type_2);
    if (decoder.trouble()) warnings.push_back(StoreWarning::character_set);
    if (!resolved.pixels_fit) warnings.push_back(StoreWarning::pixel_data);
    if (indexed.not_searchable) warnings.push_back(StoreWarning::not_searchable);
    return DescribedInstance{uids->study,
                             uids->series,
                             uids->instance,
                             uids->sop_class,
                             *syntax,
                             std::move(indexed.values),
                             std::move(resolved.layout),
                             std::move(metadata),
                             std::move(warnings)};
}

InstanceRecord record_of(DescribedInstance described, Receipt receipt, DeclaredAttributes const& declared) {
    return InstanceRecord{.study = std::move(described.study),
                          .series = std::move(described.series),
                          .instance = std::move(described.instance),
                          .sop_class = std::move(described.sop_class),
                          .transfer_syntax = std::move(described.transfer_syntax),
                          .values = std::move(described.values),
                          .blob = receipt.blob,
                          .size = receipt.size,
                          .stored_at = receipt.stored_at,
                          .source = std::move(receipt.source),
                          .layout = encode_layout(described.layout),
                          .metadata = deflate_text(described.metadata),
                          .searched = searched_values(described.metadata, declared)};
}

}  // namespace cassette
