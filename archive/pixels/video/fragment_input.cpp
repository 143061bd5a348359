#include "archive/pixels/video/fragment_input.h"

#include <algorithm>

namespace cassette::video {

FragmentInput::FragmentInput(std::shared_ptr<Blob const> blob, std::vector<ByteRange> fragments)
    : blob_{std::move(blob)}, fragments_{std::move(fragments)}, starts_{0} {
    for (auto const& fragment : fragments_) starts_.push_back(starts_.back() + fragment.length);
}

Result<std::size_t> FragmentInput::read(std::span<std::byte> out) {
    if (position_ >= size()) return std::size_t{0};
    auto const next = std::ranges::upper_bound(starts_, position_);
    auto const index = static_cast<std::size_t>(next - starts_.begin()) - 1;
    auto const within = position_ - starts_[index];
    auto const count = std::min<std::uint64_t>(out.size(), fragments_[index].length - within);
    auto const part = out.first(static_cast<std::size_t>(count));
    if (auto got = blob_->read_at(fragments_[index].offset + within, part); !got) {
        if (!error_) error_ = got.error();
        return fail(got.error());
    }
    position_ += count;
    return part.size();
}

}  // namespace cassette::video
