#pragma once

#include "archive/part10/inflater.h"
#include "archive/part10/instance_layout.h"
#include "storage/blob_store.h"

#include <cstddef>
#include <memory>
#include <optional>
#include <span>
#include <string>

namespace cassette {

// The bytes of a stored data set, counted as InstanceLayout counts them: those of the blob, or of what a deflated data set
// inflates to. Reading forward inflates once and in constant memory; going back begins anew. One thread at a time.
class DatasetBytes {
public:
    // The blob is shared with whoever else reads it.
    DatasetBytes(std::shared_ptr<Blob const> blob, InstanceLayout const& layout);

    // Fills `out` whole. ErrorCode::malformed when a deflated data set ends before; otherwise as Blob::read_at.
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out);
    // The first error that read_at() gave, for those who were not told of it.
    std::optional<Error> const& failure() const { return failure_; }

private:
    Result<void> read_inflated(std::uint64_t offset, std::span<std::byte> out);
    Result<void> inflate_some(std::uint64_t wanted_from);
    void begin_anew();

    std::shared_ptr<Blob const> blob_;
    ByteRange dataset_;
    bool deflated_;
    std::optional<Inflater> inflater_;
    std::uint64_t fed_ = 0;  // bytes of the deflated data set that the inflater has had
    std::uint64_t window_begin_ = 0;
    std::string window_;  // inflated bytes not yet passed by
    std::optional<Error> failure_;
};

}  // namespace cassette
