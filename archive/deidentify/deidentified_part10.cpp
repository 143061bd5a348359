#include "archive/deidentify/deidentified_part10.h"

#include "archive/deidentify/deidentified_header.h"
#include "archive/part10/file_meta.h"
#include "archive/part10/header.h"
#include "archive/retrieve/inflated_range.h"
#include "schema/transfer_syntax.h"
#include "storage/memory_blob.h"

namespace cassette {

namespace {

constexpr std::string_view explicit_little_endian = "1.2.840.10008.1.2.1";
constexpr std::uint32_t undefined_length = 0xFFFFFFFF;

// Implicit and deflated data sets are written anew; other encodings stay.
std::string syntax_written(ScannedInstance const& scanned) {
    auto const* syntax = find_transfer_syntax(scanned.transfer_syntax);
    bool const implicit = syntax != nullptr && syntax->encoding == DatasetEncoding::implicit_little;
    return implicit || scanned.deflated ? std::string{explicit_little_endian} : scanned.transfer_syntax;
}

BlobRange in_memory(std::string bytes) {
    ByteRange const whole{0, bytes.size()};
    // Shared with whoever sends it.
    return {std::make_shared<MemoryBlob>(std::move(bytes)), whole};
}

// Gathers the pieces of the file.
class Assembly {
public:
    Assembly(std::shared_ptr<Blob const> object, ScannedInstance const& scanned)
        : object_{std::move(object)}, scanned_{scanned} {}

    void add(std::string bytes) { pieces_.push_back(in_memory(std::move(bytes))); }

    // A range that counts from the original data set's first byte.
    Result<void> add(ByteRange range) {
        if (!scanned_.deflated) {
            pieces_.push_back({object_, {scanned_.range.offset + range.offset, range.length}});
            return {};
        }
        auto bytes = inflated_range(*object_, scanned_.range, range);
        if (!bytes) return fail(bytes.error());
        add(*std::move(bytes));
        return {};
    }

    Result<void> add_pixels() {
        auto const& pixels = scanned_.dataset.pixels;
        if (pixels.encoding == PixelEncoding::none) return {};
        bool const encapsulated = pixels.encoding == PixelEncoding::encapsulated;
        HeaderWriter header{scanned_.dataset.order};
        header.element(pixels.tag, pixels.vr,
                       encapsulated ? undefined_length : static_cast<std::uint32_t>(pixels.value.length));
        add(header.take());
        if (auto added = add(pixels.value); !added) return added;
        HeaderWriter end{scanned_.dataset.order};
        if (encapsulated) end.end_sequence();
        if (encapsulated) add(end.take());
        return {};
    }

    std::vector<BlobRange> take() { return std::move(pieces_); }

private:
    std::shared_ptr<Blob const> object_;
    ScannedInstance const& scanned_;
    std::vector<BlobRange> pieces_;
};

Result<void> add_header(Assembly& assembly, DeidentifiedHeader header) {
    for (auto& piece : header.pieces) {
        if (auto* bytes = std::get_if<std::string>(&piece)) {
            assembly.add(std::move(*bytes));
            continue;
        }
        if (auto added = assembly.add(*std::get_if<ByteRange>(&piece)); !added) return added;
    }
    return {};
}

}  // namespace

Result<DeidentifiedPart10> deidentified_part10(Archive const& archive, std::shared_ptr<Blob const> object) {
    auto const scanned = scan_blob(*object, archive.settings.limits);
    if (!scanned) return fail(scanned.error());
    auto header = deidentified_header(scanned->dataset, archive.settings.pseudonym_key);
    if (!header) return fail(header.error());
    if (header->burned_in_annotation == "YES")
        return fail(ErrorCode::not_acceptable, "the pixels hold text about the patient, which is not removed");
    DeidentifiedPart10 result;
    result.transfer_syntax = syntax_written(*scanned);
    result.sop_instance = header->sop_instance;
    if (header->burned_in_annotation == "NO") result.pixel_text = PixelText::none;
    Assembly assembly{std::move(object), *scanned};
    assembly.add(make_file_prefix(header->sop_class, header->sop_instance, result.transfer_syntax));
    if (auto added = add_header(assembly, *std::move(header)); !added) return fail(added.error());
    if (auto added = assembly.add_pixels(); !added) return fail(added.error());
    result.pieces = assembly.take();
    return result;
}

Result<DeidentifiedPart10> deidentified_part10(Archive const& archive, ByteStream& object) {
    auto const spool = archive.blobs.create_spool();
    if (!spool) return fail(spool.error());
    while (true) {
        auto const bytes = object.next();
        if (!bytes) return fail(bytes.error());
        if (!*bytes) break;
        if (auto kept = (*spool)->append(std::as_bytes(std::span{**bytes})); !kept) return fail(kept.error());
    }
    return deidentified_part10(archive, *spool);
}

}  // namespace cassette
