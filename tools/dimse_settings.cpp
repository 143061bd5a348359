#include "tools/dimse_settings.h"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

namespace cassette {

namespace {

using Values = std::vector<std::string>;

Failure wrong(std::string what) { return fail(ErrorCode::malformed, std::move(what)); }

// The one value of a key; empty when it is not there, or has several.
std::string_view value_of(Values const& values) { return values.size() == 1 ? values.front() : std::string_view{}; }

std::optional<std::uint64_t> number_of(Values const& values, std::uint64_t least, std::uint64_t most) {
    auto const text = value_of(values);
    std::uint64_t number = 0;
    auto const [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
        return std::nullopt;
    return number;
}

struct NamedPermission {
    std::string_view name;
    bool dimse::PeerPermissions::*member;
};
constexpr NamedPermission permissions[] = {{"store", &dimse::PeerPermissions::store},
                                           {"query", &dimse::PeerPermissions::query},
                                           {"retrieve", &dimse::PeerPermissions::retrieve},
                                           {"commit", &dimse::PeerPermissions::commit}};

Result<void> set_permissions(dimse::PeerPermissions& granted, Values const& names) {
    granted = {false, false, false, false};
    for (auto const& name : names) {
        auto const known = std::ranges::find(permissions, name, &NamedPermission::name);
        if (known == std::end(permissions)) return wrong("permissions are store, query, retrieve and commit");
        granted.*known->member = true;
    }
    return {};
}

Result<void> set_ae_title(dimse::RemoteAE& peer, Values const& values) {
    auto title = AETitle::parse(value_of(values));
    if (!title) return wrong("ae_title is not an AE title");
    peer.ae_title = *std::move(title);
    return {};
}

Result<void> set_host(dimse::RemoteAE& peer, Values const& values) {
    if (value_of(values).empty()) return wrong("host is not a host");
    peer.host = value_of(values);
    return {};
}

Result<void> set_port(dimse::RemoteAE& peer, Values const& values) {
    auto const port = number_of(values, 1, 65535);
    if (!port) return wrong("port is not a port");
    peer.port = static_cast<std::uint16_t>(*port);
    return {};
}

Result<void> set_addresses(dimse::RemoteAE& peer, Values const& values) {
    for (auto const& value : values) {
        auto const range = dimse::parse_address_range(value);
        if (!range) return wrong("addresses: " + value + " is not an address or ADDRESS/BITS");
        peer.addresses.push_back(*range);
    }
    return values.empty() ? Result<void>{wrong("addresses are none")} : Result<void>{};
}

Result<void> set_peer_permissions(dimse::RemoteAE& peer, Values const& values) {
    return set_permissions(peer.permissions, values);
}

Result<void> set_tls(dimse::RemoteAE& peer, Values const& values) {
    auto const text = value_of(values);
    if (text != "true" && text != "false") return wrong("tls is neither true nor false");
    if (text == "true") peer.tls.emplace();
    return {};
}

Result<void> set_parallel_associations(dimse::RemoteAE& peer, Values const& values) {
    auto const number = number_of(values, 1, 64);
    if (!number) return wrong("parallel_associations is not a number from 1 to 64");
    peer.parallel_associations = *number;
    return {};
}

Result<void> set_associations_max(dimse::RemoteAE& peer, Values const& values) {
    auto const number = number_of(values, 0, 65535);
    if (!number) return wrong("associations_max is not a number");
    peer.associations_max = *number;
    return {};
}

struct PeerKey {
    std::string_view key;
    Result<void> (*set)(dimse::RemoteAE&, Values const&);
};
constexpr PeerKey peer_keys[] = {{"ae_title", set_ae_title},
                                 {"host", set_host},
                                 {"port", set_port},
                                 {"addresses", set_addresses},
                                 {"permissions", set_peer_permissions},
                                 {"tls", set_tls},
                                 {"parallel_associations", set_parallel_associations},
                                 {"associations_max", set_associations_max}};

}  // namespace

Result<dimse::RemoteAE> parse_peer(RuleTable const& table) {
    auto const named = table.find("ae_title");
    auto title = AETitle::parse(named == table.end() ? std::string_view{} : value_of(named->second));
    if (!title) return wrong("ae_title is not an AE title");
    dimse::RemoteAE peer{.ae_title = *std::move(title)};
    for (auto const& [key, values] : table) {
        auto const known = std::ranges::find(peer_keys, key, &PeerKey::key);
        if (known == std::end(peer_keys)) return wrong(key + " is no key of a peer");
        if (auto const set = known->set(peer, values); !set) return fail(set.error());
    }
    return peer;
}

Result<DimseUser> parse_user(RuleTable const& table) {
    DimseUser user;
    for (auto const& [key, values] : table) {
        auto const value = value_of(values);
        if (key == "permissions") {
            if (auto const set = set_permissions(user.permissions, values); !set) return fail(set.error());
        } else if (key == "name" && !value.empty()) {
            user.name = value;
        } else if (key == "passcode" && value.starts_with('$')) {
            user.passcode_hash = value;
        } else {
            return wrong(key +
                         (key == "passcode" ? " is not a hash of crypt(5)" : " is no key of a user, or has no value"));
        }
    }
    if (user.name.empty()) return wrong("name is missing");
    return user;
}

}  // namespace cassette
