#include "archive/ingest/blob_repair.h"

#include "archive/ingest/dataset_digest.h"
#include "storage/read_through.h"

#include <optional>
#include <span>
#include <string_view>

namespace cassette {

namespace {

// What precedes the data set in the damaged blob, as far as it can be read.
std::optional<std::string> own_prefix(BlobStore const& blobs, Digest const& damaged) {
    auto const blob = blobs.open(damaged);
    if (!blob) return std::nullopt;
    auto const offset = dataset_offset(**blob);
    if (!offset || *offset > (*blob)->size()) return std::nullopt;
    std::string prefix(static_cast<std::size_t>(*offset), '\0');
    if (!(*blob)->read_at(0, std::as_writable_bytes(std::span{prefix}))) return std::nullopt;
    return prefix;
}

Result<void> copy_dataset(Blob const& from, BlobWriter& to) {
    auto const begin = dataset_offset(from);
    if (!begin) return fail(begin.error());
    return read_through(from, *begin, [&](std::span<std::byte const> part) { return to.write(part); });
}

Result<bool> repair_behind(std::string_view prefix, BlobStore& blobs, BlobRepair const& repair) {
    auto const sound = blobs.open(repair.sound);
    if (!sound) return fail(sound.error());
    auto const writer = blobs.create();
    if (!writer) return fail(writer.error());
    if (auto written = (*writer)->write(std::as_bytes(std::span{prefix})); !written) return fail(written.error());
    if (auto copied = copy_dataset(**sound, **writer); !copied) return fail(copied.error());
    auto const digest = (*writer)->finish();
    if (!digest) return fail(digest.error());
    if (*digest != repair.damaged) return false;
    if (auto published = (*writer)->publish(repair.stored_at); !published) return fail(published.error());
    return true;
}

}  // namespace

Result<bool> repair_blob(BlobStore& blobs, BlobRepair const& repair) {
    if (auto const prefix = own_prefix(blobs, repair.damaged)) {
        auto const repaired = repair_behind(*prefix, blobs, repair);
        if (!repaired || *repaired) return repaired;
    }
    return repair_behind(repair.prefix, blobs, repair);
}

}  // namespace cassette
