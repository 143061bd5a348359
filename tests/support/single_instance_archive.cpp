#include "tests/support/single_instance_archive.h"

#include "archive/part10/described_instance.h"
#include "archive/part10/part10_scanner.h"
#include "storage/uncached_renditions.h"

#include <cstdlib>

namespace cassette::testing {

namespace {

// Knows the derived data of the one instance, and nothing else.
class NoSearchValues final : public SearchValues {
public:
    std::shared_ptr<DeclaredAttributes const> declared() const override { return declared_; }
    Result<void> declare(std::span<SearchAttribute const>) override { return {}; }
    Result<UnfilledPage> unfilled(std::size_t) const override { return UnfilledPage{}; }
    Result<void> fill(std::span<FilledVersion const>, std::int64_t) override { return {}; }
    Result<bool> delete_undeclared(std::size_t) override { return false; }
    Result<FillProgress> progress() const override { return FillProgress{}; }

private:
    std::shared_ptr<DeclaredAttributes const> declared_ = std::make_shared<DeclaredAttributes const>();
};

class SingleInstanceIndex final : public Index {
public:
    explicit SingleInstanceIndex(std::string const& layout) : layout_{layout} {}
    Result<Committed> commit(InstanceRecord, OnDuplicate) override { return not_here(); }
    Result<void> find(FindRequest const&, RowSink const&) const override { return not_here(); }
    Result<std::uint64_t> count(FindRequest const&) const override { return not_here(); }
    Result<Derived> representative(Level, std::int64_t) const override { return not_here(); }
    Result<void> locate(RetrieveScope const&, LocationSink const&) const override { return not_here(); }
    Result<void> metadata(RetrieveScope const&, MetadataSink const&) const override { return not_here(); }
    Result<Derived> derived(std::int64_t) const override { return Derived{layout_, {}}; }
    Result<std::vector<VersionInfo>> history(SOPInstanceUID const&) const override { return not_here(); }
    Result<void> for_each_version(VersionSink const&) const override { return not_here(); }
    Result<IndexCounts> counts() const override { return not_here(); }
    Result<std::vector<Change>> changes(ChangeRange const&) const override { return not_here(); }
    Removals& removals() override { std::abort(); }
    SearchValues& search_values() override { std::abort(); }
    Outbox& outbox() override { std::abort(); }
    Arrivals& arrivals() override { std::abort(); }
    SearchValues const& search_values() const override { std::abort(); }
    Transcodings& transcodings() override { std::abort(); }
    Worklist& worklist() override { std::abort(); }
    Worklist const& worklist() const override { std::abort(); }

private:
    static Failure not_here() { return fail(ErrorCode::internal, "a test's index cannot do this"); }
    std::string const& layout_;
};

Result<Digest> put(BlobStore& blobs, std::string_view bytes) {
    auto writer = blobs.create();
    if (!writer) return fail(writer.error());
    if (auto written = (*writer)->write(std::as_bytes(std::span{bytes})); !written) return fail(written.error());
    auto digest = (*writer)->finish();
    if (!digest) return digest;
    if (auto published = (*writer)->publish(); !published) return fail(published.error());
    return digest;
}

}  // namespace

SingleInstanceArchive::SingleInstanceArchive(std::unique_ptr<BlobStore> blobs, InstanceLocation location,
                                             std::string layout, ArchiveSettings settings)
    : blobs_{std::move(blobs)},
      location_{std::move(location)},
      layout_{std::move(layout)},
      index_{std::make_unique<SingleInstanceIndex>(layout_)},
      renditions_{std::make_unique<UncachedRenditions>()},
      archive_{*blobs_, *index_, *renditions_, std::move(settings)} {}

Result<std::unique_ptr<SingleInstanceArchive>> SingleInstanceArchive::holding(std::string_view part10,
                                                                              ArchiveSettings settings) {
    Part10Scanner scanner{settings.limits};
    if (auto fed = scanner.feed(std::as_bytes(std::span{part10})); !fed) return fail(fed.error());
    auto const scanned = scanner.finish();
    if (!scanned) return fail(scanned.error());
    auto blobs = make_memory_blob_store();
    auto const bytes = scanner.prefix().value_or("") + std::string{part10};
    auto const digest = put(*blobs, bytes);
    if (!digest) return fail(digest.error());
    auto const described = describe_instance(*scanned, settings);
    if (!described) return fail(described.error());
    InstanceLocation location{.study = described->study,
                              .series = described->series,
                              .instance = described->instance,
                              .sop_class = described->sop_class,
                              .transfer_syntax = described->transfer_syntax,
                              .blob = *digest,
                              .size = bytes.size(),
                              .frames = described->layout.pixels.frames};
    return std::make_unique<SingleInstanceArchive>(std::move(blobs), std::move(location),
                                                   encode_layout(described->layout), std::move(settings));
}

}  // namespace cassette::testing
