#pragma once

#include "dicomweb/http/message.h"
#include "schema/result.h"

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace cassette::http {

// A range of IPv4 or IPv6 addresses, "192.0.2.0/24", "2001:db8::/32", or one address.
class AddressRange {
public:
    // ErrorCode::malformed.
    static Result<AddressRange> parse(std::string_view text);
    // False for what is no address. An IPv4 address and its IPv6-mapped form are the same.
    bool contains(std::string_view address) const;

private:
    std::array<std::uint8_t, 16> bytes_{};  // IPv4 as IPv6-mapped
    unsigned bits_ = 0;                     // of the prefix, 0 to 128
};

// Proxies whose word counts about where a request came from.
using TrustedProxies = std::vector<AddressRange>;

// How the client reached us, as far as it can be told.
struct ClientView {
    std::string base;    // "https://pacs.example.org/archive": scheme, authority and the prefix that a proxy took off;
                         // empty when the Host field is none
    std::string remote;  // the client's address
};

// From the Host field; and, when the peer is a trusted proxy, from Forwarded (RFC 7239) or, without it, X-Forwarded-Proto,
// -Host, -Port, -Prefix and -For. Values that are not what they should be are ignored. The client is the last address of
// the chain that is not a trusted proxy itself.
[[nodiscard]] ClientView view_of_client(Fields const& fields, std::string_view peer, TrustedProxies const& trusted);

}  // namespace cassette::http
