#include "dicomweb/http/forwarded.h"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>
#include <optional>
#include <utility>

namespace cassette::http {

namespace {

using Address = std::array<std::uint8_t, 16>;
constexpr unsigned mapped_bits = 96;  // before an IPv4 address in its IPv6-mapped form

std::optional<Address> parse_address(std::string_view text) {
    std::string const terminated{text};
    Address address{};
    if (::inet_pton(AF_INET6, terminated.c_str(), address.data()) == 1) return address;
    address.fill(0);
    address[10] = address[11] = 0xFF;
    if (::inet_pton(AF_INET, terminated.c_str(), address.data() + 12) == 1) return address;
    return std::nullopt;
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
    return text;
}

std::string_view unquoted(std::string_view text) {
    bool const quoted = text.size() >= 2 && text.front() == '"' && text.back() == '"';
    return quoted ? text.substr(1, text.size() - 2) : text;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> items;
    bool in_quotes = false;
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= text.size(); ++i) {
        bool const end = i == text.size() || (text[i] == separator && !in_quotes);
        if (i < text.size() && text[i] == '"') in_quotes = !in_quotes;
        if (!end) continue;
        items.push_back(trimmed(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    return items;
}

bool same_name(std::string_view one, std::string_view other) {
    return std::ranges::equal(one, other, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
}

bool is_authority(std::string_view text) {
    auto const allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            std::string_view{".-:[]_"}.find(c) != std::string_view::npos;
    };
    constexpr std::size_t longest = 256;
    return !text.empty() && text.size() <= longest && std::ranges::all_of(text, allowed);
}

bool is_scheme(std::string_view text) { return text == "http" || text == "https"; }

bool is_prefix(std::string_view text) {
    auto const allowed = [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
            std::string_view{"/-._~"}.find(c) != std::string_view::npos;
    };
    bool const safe = text.size() <= 256 && std::ranges::all_of(text, allowed) && !text.starts_with("//");
    return safe && text.starts_with('/') && text.find("..") == std::string_view::npos;
}

// An address as Forwarded and X-Forwarded-For write it: a port and the brackets of IPv6 go.
std::string_view without_port(std::string_view node) {
    if (node.starts_with('[')) return node.substr(1, node.find(']') - 1);
    return std::ranges::count(node, ':') == 1 ? node.substr(0, node.find(':')) : node;
}

// What proxies said, nearest to us last.
struct Said {
    std::string_view scheme;
    std::string_view authority;
    std::string_view prefix;
    std::vector<std::string_view> chain;
};

void read_pair(std::string_view pair, Said& said) {
    auto const equals = pair.find('=');
    if (equals == std::string_view::npos) return;
    auto const name = trimmed(pair.substr(0, equals));
    auto const value = unquoted(trimmed(pair.substr(equals + 1)));
    if (same_name(name, "for")) said.chain.push_back(without_port(value));
    if (same_name(name, "proto") && said.scheme.empty()) said.scheme = value;
    if (same_name(name, "host") && said.authority.empty()) said.authority = value;
}

// RFC 7239 4: elements in the order of the proxies; the first one knows how the client came.
Said read_forwarded(std::string_view field) {
    Said said;
    for (auto const element : split(field, ','))
        for (auto const pair : split(element, ';')) read_pair(pair, said);
    return said;
}

Said read_x_forwarded(Fields const& fields, std::string const& chain) {
    auto const first = [&](std::string_view name) {
        auto const value = fields.get(name);
        return trimmed(value.substr(0, value.find(',')));
    };
    Said said{first("X-Forwarded-Proto"), first("X-Forwarded-Host"), {}, {}};
    if (!chain.empty())
        for (auto const node : split(chain, ',')) said.chain.push_back(without_port(node));
    return said;
}

bool is_trusted(TrustedProxies const& trusted, std::string_view address) {
    return std::ranges::any_of(trusted, [&](AddressRange const& range) { return range.contains(address); });
}

std::string client_of(std::vector<std::string_view> const& chain, std::string_view peer,
                      TrustedProxies const& trusted) {
    std::string_view client = peer;
    for (auto node = chain.rbegin(); node != chain.rend() && is_trusted(trusted, client); ++node) {
        if (!parse_address(*node)) break;
        client = *node;
    }
    return std::string{client};
}

std::string with_port(std::string_view authority, std::string_view port, std::string_view scheme) {
    std::string text{authority};
    bool const has_port = text.rfind(':') != std::string::npos && text.rfind(':') > text.rfind(']') + 1;
    bool const usual = (scheme == "https" && port == "443") || (scheme == "http" && port == "80");
    bool const numeric = !port.empty() && port.find_first_not_of("0123456789") == std::string_view::npos;
    if (!has_port && numeric && !usual && port.size() <= 5) text.append(":").append(port);
    return text;
}

}  // namespace

Result<AddressRange> AddressRange::parse(std::string_view text) {
    auto const slash = text.find('/');
    auto const address = parse_address(text.substr(0, slash));
    if (!address) return fail(ErrorCode::malformed, "is not an address or a range of addresses");
    bool const v4 = text.substr(0, slash).find(':') == std::string_view::npos;
    unsigned const bits_max = v4 ? 32 : 128;
    unsigned bits = bits_max;
    if (slash != std::string_view::npos) {
        auto const number = text.substr(slash + 1);
        auto const [end, error] = std::from_chars(number.data(), number.data() + number.size(), bits);
        bool const whole = !number.empty() && error == std::errc{} && end == number.data() + number.size();
        if (!whole || bits > bits_max) return fail(ErrorCode::malformed, "is not an address or a range of addresses");
    }
    AddressRange range;
    range.bytes_ = *address;
    range.bits_ = v4 ? bits + mapped_bits : bits;
    return range;
}

bool AddressRange::contains(std::string_view text) const {
    auto const address = parse_address(text);
    if (!address) return false;
    for (unsigned bit = 0; bit < bits_; bit += 8) {
        unsigned const left = std::min(8U, bits_ - bit);
        auto const mask = static_cast<std::uint8_t>(0xFF00U >> left);
        if (((*address)[bit / 8] & mask) != (bytes_[bit / 8] & mask)) return false;
    }
    return true;
}

ClientView view_of_client(Fields const& fields, std::string_view peer, TrustedProxies const& trusted) {
    std::string_view scheme = "http";
    std::string authority{fields.get("Host")};
    if (!is_authority(authority)) authority.clear();
    if (trusted.empty() || !is_trusted(trusted, peer))
        return {authority.empty() ? "" : "http://" + authority, std::string{peer}};
    auto const forwarded = fields.joined("Forwarded");
    auto const chain = fields.joined("X-Forwarded-For");
    auto const said = forwarded.empty() ? read_x_forwarded(fields, chain) : read_forwarded(forwarded);
    if (is_scheme(said.scheme)) scheme = said.scheme;
    if (is_authority(said.authority)) authority = said.authority;
    if (forwarded.empty() && !authority.empty())
        authority = with_port(authority, fields.get("X-Forwarded-Port"), scheme);
    auto prefix = fields.get("X-Forwarded-Prefix");
    while (prefix.ends_with('/')) prefix.remove_suffix(1);
    std::string base;
    if (!authority.empty()) base.append(scheme).append("://").append(authority);
    if (!base.empty() && is_prefix(prefix)) base.append(prefix);
    return {std::move(base), client_of(said.chain, peer, trusted)};
}

}  // namespace cassette::http
