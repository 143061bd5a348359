#include "archive/pixels/transcode/dataset_bytes.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <limits>

namespace cassette {

DatasetBytes::DatasetBytes(std::shared_ptr<Blob const> blob, InstanceLayout const& layout)
    : blob_{std::move(blob)}, dataset_{layout.dataset}, deflated_{layout.deflated} {}

Result<void> DatasetBytes::read_at(std::uint64_t offset, std::span<std::byte> out) {
    auto const read = deflated_ ? read_inflated(offset, out) : blob_->read_at(offset, out);
    if (!read && !failure_) failure_ = read.error();
    return read;
}

void DatasetBytes::begin_anew() {
    // What was stored has passed the limit of its time.
    inflater_.emplace(std::numeric_limits<std::uint64_t>::max());
    fed_ = 0;
    window_begin_ = 0;
    window_.clear();
}

Result<void> DatasetBytes::read_inflated(std::uint64_t offset, std::span<std::byte> out) {
    if (!inflater_ || offset < window_begin_) begin_anew();
    for (auto done = std::size_t{0}; done < out.size();) {
        auto const at = offset + done;
        if (at >= window_begin_ + window_.size()) {
            if (auto inflated = inflate_some(at); !inflated) return inflated;
            continue;
        }
        auto const skipped = static_cast<std::size_t>(at - window_begin_);
        auto const count = std::min(out.size() - done, window_.size() - skipped);
        std::memcpy(out.data() + done, window_.data() + skipped, count);
        done += count;
    }
    return {};
}

// Feeds a little, of which deflate makes at most a thousand times as much, and forgets what lies before `wanted_from`.
Result<void> DatasetBytes::inflate_some(std::uint64_t wanted_from) {
    std::array<std::byte, 4096> piece;
    if (inflater_->ended() || fed_ >= dataset_.length)
        return fail(ErrorCode::malformed, "the deflated data set ends early");
    auto const part =
        std::span{piece}.first(static_cast<std::size_t>(std::min<std::uint64_t>(piece.size(), dataset_.length - fed_)));
    if (auto read = blob_->read_at(dataset_.offset + fed_, part); !read) return read;
    fed_ += part.size();
    auto const passed = std::min<std::uint64_t>(wanted_from - window_begin_, window_.size());
    window_.erase(0, static_cast<std::size_t>(passed));
    window_begin_ += passed;
    return inflater_->feed(part, [this](std::span<std::byte const> bytes) -> Result<void> {
        window_.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    });
}

}  // namespace cassette
