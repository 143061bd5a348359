#pragma once

#include "archive/part10/instance_layout.h"
#include "storage/blob_store.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace cassette::video {

// The fragments of a bit stream as if they were one file (PS3.5 8.2.5 to 8.2.9: a video may be cut anywhere).
class FragmentInput {
public:
    FragmentInput(std::shared_ptr<Blob const> blob, std::vector<ByteRange> fragments);

    std::uint64_t size() const { return starts_.back(); }
    std::uint64_t position() const { return position_; }
    void seek(std::uint64_t position) { position_ = position; }  // beyond the end, there is nothing to read
    // How many bytes were read: 0 at the end. Errors are the blob's, and are kept.
    Result<std::size_t> read(std::span<std::byte> out);
    // The first error there was.
    std::optional<Error> const& error() const { return error_; }

private:
    std::shared_ptr<Blob const> blob_;
    std::vector<ByteRange> fragments_;
    std::vector<std::uint64_t> starts_;  // of each fragment in the stream, and the stream's end
    std::uint64_t position_ = 0;
    std::optional<Error> error_;
};

}  // namespace cassette::video
