#include "archive/ingest/bulk_parts.h"

#include <algorithm>
#include <cassert>
#include <charconv>

namespace cassette {

namespace {

constexpr std::string_view frames_infix = "/frames/";

// "http://host/a/b" and "/a/b" are the same place, and so are "./b" and "b".
std::string comparable(std::string_view uri) {
    if (auto const scheme = uri.find("://"); scheme != std::string_view::npos) {
        auto const path = uri.find('/', scheme + 3);
        uri = path == std::string_view::npos ? std::string_view{} : uri.substr(path);
    }
    while (uri.starts_with("./")) uri.remove_prefix(2);
    return std::string{uri};
}

struct Location {
    std::string name;
    std::uint32_t frame = 0;
};

// Splits "/a/b/frames/3" at the number.
Location located(std::string_view uri) {
    Location location{comparable(uri), 0};
    auto const infix = location.name.rfind(frames_infix);
    if (infix == std::string::npos) return location;
    auto const digits = std::string_view{location.name}.substr(infix + frames_infix.size());
    auto const [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), location.frame);
    bool const number = error == std::errc{} && end == digits.data() + digits.size() && location.frame > 0;
    if (number)
        location.name.resize(infix);
    else
        location.frame = 0;
    return location;
}

}  // namespace

Result<void> BulkParts::begin(std::string location, std::string media_type, std::string transfer_syntax) {
    if (!spool_) {
        auto spool = blobs_.create_spool();
        if (!spool) return fail(spool.error());
        spool_ = std::move(*spool);
    }
    auto const place = located(location);
    // A frame may also be asked for by its own name.
    by_name_[place.name].push_back(parts_.size());
    if (place.frame > 0) by_name_[comparable(location)].push_back(parts_.size());
    parts_.push_back(
        {{std::move(location), std::move(media_type), std::move(transfer_syntax), {spool_->size(), 0}}, place.frame});
    return {};
}

Result<void> BulkParts::append(std::span<std::byte const> bytes) {
    assert(!parts_.empty());
    if (auto written = spool_->append(bytes); !written) return written;
    parts_.back().part.range.length += bytes.size();
    return {};
}

void BulkParts::drop_last() {
    auto const place = located(parts_.back().part.location);
    by_name_[place.name].pop_back();
    if (place.frame > 0) by_name_[comparable(parts_.back().part.location)].pop_back();
    parts_.pop_back();
}

std::vector<BulkPart const*> BulkParts::named(std::string_view uri) {
    auto const positions = by_name_.find(comparable(uri));
    if (positions == by_name_.end()) return {};
    auto ordered = positions->second;
    std::ranges::stable_sort(ordered, {}, [this](std::size_t position) { return parts_[position].frame; });
    std::vector<BulkPart const*> found;
    for (auto const position : ordered) {
        parts_[position].claimed = true;
        found.push_back(&parts_[position].part);
    }
    return found;
}

std::size_t BulkParts::unclaimed() const {
    return static_cast<std::size_t>(std::ranges::count(parts_, false, &Kept::claimed));
}

Result<void> BulkParts::read(BulkPart const& part, std::uint64_t offset, std::span<std::byte> out) const {
    return spool_->read_at(part.range.offset + offset, out);
}

}  // namespace cassette
