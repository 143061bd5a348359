#include "tests/support/objects_in_memory.h"
#include "schema/moment.h"

#include "archive/part10/described_instance.h"
#include "archive/part10/part10_scanner.h"
#include "storage/memory_blob_store.h"
#include "storage/uncached_renditions.h"

#include <cstdlib>

namespace cassette::testing {

namespace {

// Knows the derived data of the instances, and nothing else.
class LayoutsAlone final : public Index {
public:
    explicit LayoutsAlone(std::vector<std::string> const& layouts) : layouts_{layouts} {}
    Result<Committed> commit(InstanceRecord, OnDuplicate) override { return not_here(); }
    Result<void> find(FindRequest const&, RowSink const&) const override { return not_here(); }
    Result<std::uint64_t> count(FindRequest const&) const override { return not_here(); }
    Result<Derived> representative(Level, std::int64_t) const override { return not_here(); }
    Result<void> locate(RetrieveScope const&, LocationSink const&) const override { return not_here(); }
    Result<void> metadata(RetrieveScope const&, MetadataSink const&) const override { return not_here(); }
    Result<Derived> derived(std::int64_t version_key) const override {
        return Derived{layouts_[static_cast<std::size_t>(version_key)], {}};
    }
    std::optional<std::uint64_t> stamp(StudyInstanceUID const&) const override { return std::nullopt; }
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
    std::vector<std::string> const& layouts_;
};

Result<Digest> put(BlobStore& blobs, std::string_view bytes) {
    auto writer = blobs.create();
    if (!writer) return fail(writer.error());
    if (auto written = (*writer)->write(std::as_bytes(std::span{bytes})); !written) return fail(written.error());
    auto digest = (*writer)->finish();
    if (!digest) return digest;
    if (auto published = (*writer)->publish(nanoseconds_now()); !published) return fail(published.error());
    return digest;
}

}  // namespace

ObjectsInMemory::ObjectsInMemory(ArchiveSettings settings)
    : blobs_{make_memory_blob_store()},
      index_{std::make_unique<LayoutsAlone>(layouts_)},
      renditions_{std::make_unique<UncachedRenditions>()},
      archive_{*blobs_, *index_, *renditions_, std::move(settings)} {}

Result<InstanceLocation> ObjectsInMemory::add(std::string_view part10) {
    auto const& settings = archive_.settings;
    Part10Scanner scanner{settings.limits};
    if (auto fed = scanner.feed(std::as_bytes(std::span{part10})); !fed) return fail(fed.error());
    auto const scanned = scanner.finish();
    if (!scanned) return fail(scanned.error());
    auto const bytes = scanner.prefix().value_or("") + std::string{part10};
    auto const digest = put(*blobs_, bytes);
    if (!digest) return fail(digest.error());
    auto const described = describe_instance(*scanned, settings);
    if (!described) return fail(described.error());
    layouts_.push_back(encode_layout(described->layout));
    return InstanceLocation{.study = described->study,
                            .series = described->series,
                            .instance = described->instance,
                            .sop_class = described->sop_class,
                            .transfer_syntax = described->transfer_syntax,
                            .blob = *digest,
                            .size = bytes.size(),
                            .frames = described->layout.pixels.frames,
                            .version_key = static_cast<std::int64_t>(layouts_.size()) - 1};
}

}  // namespace cassette::testing
