#include "archive/lifecycle/transcoding.h"

#include "archive/ingest/dataset_digest.h"
#include "archive/lifecycle/blob_owner.h"
#include "archive/pixels/transcode.h"
#include "archive/pixels/transcode/same_content.h"
#include "archive/retrieve/retrieve.h"
#include "schema/moment.h"
#include "storage/blob_digest.h"
#include "storage/read_through.h"
#include "storage/search_values.h"
#include "storage/sha256.h"
#include "storage/transcodings.h"
#include "storage/uncached_renditions.h"

#include <algorithm>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace cassette {

namespace {

Failure stopped() { return fail(ErrorCode::cancelled, "stopped"); }

// What was made of an original, out of everybody's sight.
struct SpooledCopy {
    std::shared_ptr<Spool> spool;  // whoever compares it reads it, too
    Digest digest;
};

Result<SpooledCopy> spooled(BlobStore& blobs, ByteStream& stream, TranscodingPolicy const& policy) {
    auto spool = blobs.create_spool();
    if (!spool) return fail(spool.error());
    Sha256 hash;
    while (true) {
        if (policy.stopped()) return stopped();
        auto const piece = stream.next();
        if (!piece) return fail(piece.error());
        if (!*piece) return SpooledCopy{std::move(*spool), hash.finish()};
        auto const bytes = std::as_bytes(std::span{**piece});
        hash.update(bytes);
        if (auto appended = (*spool)->append(bytes); !appended) return fail(appended.error());
    }
}

// A copy that is proven to be the same.
struct ProvenCopy {
    SpooledCopy copy;
    DescribedInstance described;
    Digest original_dataset;
};

Result<ProvenCopy> proven_copy(Archive const& archive, Principal const& principal, StoredObject const& original,
                               TranscodingPolicy const& policy) {
    // What has rotted on the medium must not get a digest that says it is sound.
    auto const intact = is_intact(archive.blobs, original.location.blob);
    if (!intact) return fail(intact.error());
    if (!*intact) return fail(ErrorCode::nonconformant, "the stored object is damaged");
    auto const blob = archive.blobs.open(original.location.blob);
    if (!blob) return fail(blob.error());
    auto const dataset = dataset_digest(**blob);
    if (!dataset) return fail(dataset.error());
    auto stream = transcoded_part10(archive, principal, original, policy.to);
    if (!stream) return fail(stream.error());
    auto copy = spooled(archive.blobs, **stream, policy);
    if (!copy) return fail(copy.error());
    auto described = check_same_content(archive, principal, original, {copy->spool, policy.stopped});
    if (!described) return fail(described.error());
    return ProvenCopy{std::move(*copy), std::move(*described), *dataset};
}

Result<std::unique_ptr<BlobWriter>> written(BlobStore& blobs, SpooledCopy const& copy) {
    auto writer = blobs.create();
    if (!writer) return writer;
    auto const put = [&](std::span<std::byte const> bytes) { return (*writer)->write(bytes); };
    if (auto done = read_through(*copy.spool, 0, put); !done) return fail(done.error());
    auto const digest = (*writer)->finish();
    if (!digest) return fail(digest.error());
    if (*digest != copy.digest) return fail(ErrorCode::out_of_resources, "the medium does not keep what is written");
    return writer;
}

// Between the publishing of a blob and the row that names it something else became current: reindexing must not find it.
Result<void> drop_unnamed(Archive& archive, SOPInstanceUID const& instance, Digest const& blob) {
    auto const pass = archive.blobs.gate().enter_to_free();
    auto const named = archive.index.transcodings().is_named(instance, blob);
    if (!named) return fail(named.error());
    return *named ? Result<void>{} : archive.blobs.remove(blob);
}

Result<bool> publish_and_supersede(Archive& archive, BlobWriter& writer, TranscodedRecord record) {
    auto const pass = archive.blobs.gate().enter_to_publish();
    if (auto published = writer.publish(record.record.stored_at); !published) return fail(published.error());
    return archive.index.transcodings().supersede(std::move(record));
}

// The size of the copy, which is current now; nullopt when something else took the original's place meanwhile.
Result<std::optional<std::uint64_t>> supersede(Archive& archive, std::int64_t original, ProvenCopy proven) {
    auto const writer = written(archive.blobs, proven.copy);
    if (!writer) return fail(writer.error());
    auto const blob = proven.copy.digest;
    auto const size = (*writer)->size();
    auto record = record_of(std::move(proven.described), {blob, size, nanoseconds_now(), "transcoding"},
                            *archive.index.search_values().declared());
    auto const instance = record.instance;
    auto const superseded =
        publish_and_supersede(archive, **writer, {original, proven.original_dataset, std::move(record)});
    // Rows whose sync failed may be found in the log after a power cut: the blob that they name stays.
    if (!superseded) return fail(superseded.error());
    if (*superseded) return std::optional{size};
    auto const dropped = drop_unnamed(archive, instance, blob);
    return dropped ? Result<std::optional<std::uint64_t>>{std::nullopt} : fail(dropped.error());
}

// Of the object, and the same next time; anything else is of the moment or of the stores.
bool is_the_objects_fault(ErrorCode code) {
    using enum ErrorCode;
    switch (code) {
        case malformed:
        case nonconformant:
        case unsupported_sop_class:
        case unsupported_transfer_syntax:
        case unsupported_media_type:
        case not_acceptable:
        case too_large:
        case not_found:
        case conflict:
        case internal: return true;
        case out_of_resources:
        case unavailable:
        case not_authorized:
        case cancelled: return false;
    }
    return false;
}

// One piece at work.
class Round {
public:
    Round(Archive& archive, Principal const& principal, TranscodingPolicy const& policy)
        : archive_{archive}, principal_{principal}, policy_{policy} {}

    TranscodingPiece& piece() { return piece_; }

    // An error is not the object's: nothing more can be done now.
    Result<void> try_version(NativeVersion const& native) {
        auto const location = locate_instance(archive_, principal_, {native.study, native.series, native.instance});
        bool const unknown = !location && location.error().code == ErrorCode::not_found;
        if (unknown || (location && location->version_key != native.version)) return {};
        if (!location) return fail(location.error());
        auto& transcodings = archive_.index.transcodings();
        if (auto begun = transcodings.begin_attempt(native.version, policy_.to); !begun) return begun;
        auto proven = prove(*location);
        if (!proven) return end_attempt(*location, proven.error());
        auto const superseded = supersede(archive_, native.version, std::move(*proven));
        if (!superseded) return withdraw(native.version, superseded.error());
        if (*superseded) count(location->size, **superseded);
        return {};
    }

private:
    Result<ProvenCopy> prove(InstanceLocation const& location) {
        auto const layout = layout_of(archive_, principal_, location);
        if (!layout) return fail(layout.error());
        if (layout->pixels.encoding != PixelEncoding::native)
            return fail(ErrorCode::not_acceptable, "there are no native pixel data");
        // Each frame is made once: the cache is for those that somebody asks for.
        UncachedRenditions uncached;
        Archive const making{archive_.blobs, archive_.index, uncached, archive_.settings};
        return proven_copy(making, principal_, {location, *layout}, policy_);
    }

    Result<void> end_attempt(InstanceLocation const& location, Error const& error) {
        if (!is_the_objects_fault(error.code)) return withdraw(location.version_key, error);
        piece_.refusals.push_back({location.instance, error.detail});
        return archive_.index.transcodings().end_attempt(location.version_key, error.detail);
    }

    Result<void> withdraw(std::int64_t version, Error const& error) {
        auto const ended = archive_.index.transcodings().end_attempt(version, std::nullopt);
        return ended ? Result<void>{fail(error)} : ended;
    }

    void count(std::uint64_t before, std::uint64_t after) {
        ++piece_.transcoded;
        piece_.bytes_before += before;
        piece_.bytes_after += after;
    }

    Archive& archive_;
    Principal const& principal_;
    TranscodingPolicy const& policy_;
    TranscodingPiece piece_;
};

// False when the original stays: it is current again, or what took its place is damaged.
Result<bool> free_original(Archive& archive, SupersededOriginal const& original) {
    auto const intact = is_intact(archive.blobs, original.successor);
    if (!intact) return fail(intact.error());
    if (!*intact) return false;
    auto& transcodings = archive.index.transcodings();
    // Nobody may take up the blob between the proof that nothing refers to it and its end.
    auto const pass = archive.blobs.gate().enter_to_free();
    auto const freed = transcodings.begin_freeing(original.original);
    if (!freed) return fail(freed.error());
    if (!*freed) return true;
    auto const& [instance, blob] = **freed;
    if (!is_of_another(archive.blobs, blob, instance, archive.settings.limits))
        if (auto removed = archive.blobs.remove(blob); !removed) return fail(removed.error());
    auto const ended = transcodings.end_freeing(original.original);
    return ended ? Result<bool>{true} : fail(ended.error());
}

}  // namespace

Result<TranscodingPiece> transcoding_piece(Archive& archive, Principal const& principal,
                                           TranscodingPolicy const& policy, std::int64_t after) {
    auto const fill = archive.index.search_values().progress();
    if (!fill) return fail(fill.error());
    // The back-fill goes by versions, and would not look at those that are new.
    if (fill->attributes > 0) return fail(ErrorCode::unavailable, "search attributes are being filled in");
    auto const page = archive.index.transcodings().native_versions({after, policy.versions_max}, policy.to);
    if (!page) return fail(page.error());
    Round round{archive, principal, policy};
    for (auto const& native : page->versions) {
        if (policy.stopped()) return stopped();
        if (auto tried = round.try_version(native); !tried) return fail(tried.error());
    }
    auto piece = std::move(round.piece());
    piece.last = page->last.value_or(after);
    piece.finished = !page->last;
    return piece;
}

Result<FreedOriginals> free_originals(Archive& archive, Principal const& principal, FreeStep const& step) {
    if (!may(principal, Permission::purge)) return fail(ErrorCode::not_authorized, "not permitted to this principal");
    auto const due = archive.index.transcodings().originals(step.superseded_before, step.originals_max);
    if (!due) return fail(due.error());
    FreedOriginals freed;
    for (auto const& original : *due) {
        auto const done = free_original(archive, original);
        if (!done) return fail(done.error());
        ++(*done ? freed.originals : freed.kept);
    }
    freed.more = due->size() == step.originals_max && freed.originals > 0;
    return freed;
}

}  // namespace cassette
