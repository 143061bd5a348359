#pragma once

#include "storage/index.h"

#include <cstdint>

namespace cassette::testing {

// An index that gives so many studies to every search, made one by one, and can do nothing else but what searches need
// of the one it stands before.
class ManyStudies final : public Index {
public:
    ManyStudies(Index& real, std::uint64_t studies) : real_{real}, studies_{studies} {}

    Result<void> find(FindRequest const& request, RowSink const& sink) const override;
    SearchValues& search_values() override { return real_.search_values(); }
    SearchValues const& search_values() const override { return real_.search_values(); }

    Result<Committed> commit(InstanceRecord, OnDuplicate) override { return not_here(); }
    Result<std::uint64_t> count(FindRequest const&) const override { return studies_; }
    Result<Derived> representative(Level, std::int64_t) const override { return not_here(); }
    Result<void> locate(RetrieveScope const&, LocationSink const&) const override { return not_here(); }
    Result<void> metadata(RetrieveScope const&, MetadataSink const&) const override { return not_here(); }
    Result<Derived> derived(std::int64_t) const override { return not_here(); }
    std::optional<std::uint64_t> stamp(StudyInstanceUID const&) const override { return std::nullopt; }
    Result<std::vector<VersionInfo>> history(SOPInstanceUID const&) const override { return not_here(); }
    Result<void> for_each_version(VersionSink const&) const override { return not_here(); }
    Result<IndexCounts> counts() const override { return not_here(); }
    Result<std::vector<Change>> changes(ChangeRange const&) const override { return not_here(); }
    Removals& removals() override { return real_.removals(); }
    Outbox& outbox() override { return real_.outbox(); }
    Arrivals& arrivals() override { return real_.arrivals(); }
    Transcodings& transcodings() override { return real_.transcodings(); }
    Worklist& worklist() override { return real_.worklist(); }
    Worklist const& worklist() const override { return real_.worklist(); }

private:
    static Failure not_here() { return fail(ErrorCode::internal, "this index only searches"); }
    Index& real_;
    std::uint64_t studies_;
};

}  // namespace cassette::testing
