#include "dimse/remote_ae.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace cassette::dimse {

namespace {

constexpr std::size_t mapped_prefix = 12;  // bytes of ::ffff:0:0/96

struct ParsedAddress {
    Address address{};
    unsigned bits_max = 128;  // of a prefix length as it is written
};

Result<ParsedAddress> parse_address(std::string const& text) {
    ParsedAddress parsed;
    if (::inet_pton(AF_INET6, text.c_str(), parsed.address.data()) == 1) return parsed;
    parsed.address[10] = parsed.address[11] = 0xFF;
    parsed.bits_max = 32;
    if (::inet_pton(AF_INET, text.c_str(), parsed.address.data() + mapped_prefix) == 1) return parsed;
    return fail(ErrorCode::malformed, "not an address");
}

}  // namespace

Result<AddressRange> parse_address_range(std::string_view text) {
    auto const slash = text.find('/');
    auto const parsed = parse_address(std::string{text.substr(0, slash)});
    if (!parsed) return fail(parsed.error());
    unsigned bits = parsed->bits_max;
    if (slash != std::string_view::npos) {
        auto const length = text.substr(slash + 1);
        auto const [end, error] = std::from_chars(length.data(), length.data() + length.size(), bits);
        if (error != std::errc{} || end != length.data() + length.size() || bits > parsed->bits_max)
            return fail(ErrorCode::malformed, "not an address range");
    }
    return AddressRange{parsed->address, bits + 128 - parsed->bits_max};
}

bool contains(AddressRange const& range, Address const& address) {
    unsigned const whole = range.bits / 8;
    if (!std::equal(address.begin(), address.begin() + whole, range.address.begin())) return false;
    unsigned const rest = range.bits % 8;
    if (rest == 0) return true;
    auto const mask = static_cast<std::uint8_t>(0xFFU << (8 - rest));
    return (address[whole] & mask) == (range.address[whole] & mask);
}

RemoteAE const* find_remote_ae(std::span<RemoteAE const> remotes, std::string_view ae_title) {
    auto const named = [&](RemoteAE const& remote) { return remote.ae_title.str() == ae_title; };
    auto const found = std::ranges::find_if(remotes, named);
    return found == remotes.end() ? nullptr : &*found;
}

}  // namespace cassette::dimse
