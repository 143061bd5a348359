#include "archive/documents/encapsulated_document.h"

#include "archive/part10/header.h"
#include "schema/transfer_syntax.h"
#include "storage/memory_blob.h"

#include <dcmtk/dcmdata/dcdeftag.h>

#include <algorithm>
#include <array>
#include <string>

namespace cassette {

namespace {

constexpr std::string_view document_path = "00420011";

struct DocumentClass {
    std::string_view sop_class;
    std::string_view media_type;
};

constexpr std::array<DocumentClass, 5> document_classes{{
    {"1.2.840.10008.5.1.4.1.1.104.1", "application/pdf"},
    {"1.2.840.10008.5.1.4.1.1.104.2", "text/xml"},
    {"1.2.840.10008.5.1.4.1.1.104.3", "model/stl"},
    {"1.2.840.10008.5.1.4.1.1.104.4", "model/obj"},
    {"1.2.840.10008.5.1.4.1.1.104.5", "model/mtl"},
}};

Failure no_document() { return fail(ErrorCode::not_acceptable, "the object has no encapsulated document"); }

bool is_bulk(InstanceLayout const& layout) {
    return std::ranges::find(layout.bulk, document_path, &BulkValue::path) != layout.bulk.end();
}

// A short one is in the header.
Result<BlobRange> short_document(DcmDataset& header) {
    Uint8 const* bytes = nullptr;
    unsigned long length = 0;
    bool const found = header.findAndGetUint8Array(DCM_EncapsulatedDocument, bytes, &length).good();
    if (!found || bytes == nullptr) return no_document();
    std::string document{reinterpret_cast<char const*>(bytes), length};
    ByteRange const whole{0, document.size()};
    return BlobRange{std::make_shared<MemoryBlob>(std::move(document)), whole};
}

}  // namespace

std::string_view document_media_type(std::string_view sop_class) {
    auto const found = std::ranges::find(document_classes, sop_class, &DocumentClass::sop_class);
    return found == document_classes.end() ? std::string_view{} : found->media_type;
}

Result<BlobRange> encapsulated_document(Archive const& archive, Principal const& principal,
                                        InstanceLocation const& location) {
    auto const layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    auto const blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    auto const header = read_header(**blob, archive.settings.limits);
    if (!header) return fail(header.error());
    auto document =
        is_bulk(*layout) ? bulk_bytes(archive, principal, location, *layout, document_path) : short_document(**header);
    if (!document) return document;
    // PS3.3 C.24.2: Encapsulated Document Length does not count the byte that makes the value even.
    Uint32 length = 0;
    bool const told = (*header)->findAndGetUint32(DCM_EncapsulatedDocumentLength, length).good();
    if (told && length > 0 && length < document->range.length) document->range.length = length;
    return document;
}

std::string_view video_media_type(std::string_view transfer_syntax) {
    auto const* const syntax = find_transfer_syntax(transfer_syntax);
    if (syntax == nullptr || !syntax->media_type.starts_with("video/")) return {};
    return syntax->media_type == "video/mpeg2" ? std::string_view{"video/mpeg"} : syntax->media_type;
}

Result<std::vector<BlobRange>> video_stream(Archive const& archive, Principal const& principal,
                                            InstanceLocation const& location) {
    auto const layout = layout_of(archive, principal, location);
    if (!layout) return fail(layout.error());
    auto const& fragments = layout->pixels.fragments;
    if (fragments.empty()) return fail(ErrorCode::not_acceptable, "the object has no video");
    auto const blob = open_part10(archive, principal, location);
    if (!blob) return fail(blob.error());
    std::vector<BlobRange> ranges;
    for (auto const& fragment : fragments) ranges.push_back({*blob, fragment});
    return ranges;
}

}  // namespace cassette
