#include "dicomweb/entity_tag.h"

#include <array>
#include <bit>
#include <cstdio>

namespace cassette::dicomweb {

namespace {

// The digests are random already, so mixing them in order is enough.
struct Mixer {
    std::uint64_t high;
    std::uint64_t low = 0;

    void add(std::uint64_t value, std::size_t position) {
        auto& lane = position % 2 == 0 ? high : low;
        lane = (std::rotl(lane, 9) ^ value) * 0x9E3779B97F4A7C15U;
    }
};

}  // namespace

std::string weak_etag(std::span<InstanceLocation const> locations, std::string_view form) {
    Mixer mixer{locations.size()};
    for (auto const& location : locations) {
        auto const& bytes = location.blob.bytes();
        for (std::size_t i = 0; i < bytes.size(); ++i) mixer.add(bytes[i], i);
        mixer.low ^= static_cast<std::uint64_t>(location.stored_at);
    }
    for (std::size_t i = 0; i < form.size(); ++i) mixer.add(static_cast<unsigned char>(form[i]), i);
    std::array<char, 48> text{};
    std::snprintf(text.data(), text.size(), "W/\"%016llx%016llx\"", static_cast<unsigned long long>(mixer.high),
                  static_cast<unsigned long long>(mixer.low));
    return text.data();
}

std::string strong_etag(InstanceLocation const& location, std::string_view part) {
    auto tag = "\"" + location.blob.hex();
    if (!part.empty()) tag.append("-").append(part);
    return tag + "\"";
}

}  // namespace cassette::dicomweb
