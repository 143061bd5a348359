#include "dimse/admission.h"

#include <algorithm>

namespace cassette::dimse {

std::optional<Refused> refuse_caller(ServerSettings const& settings, Peer const& peer) {
    if (settings.check_called_ae_title && peer.called_ae_title != settings.ae_title.str())
        return Refused{called_ae_title_not_recognized, "calls another AE title"};
    auto const* const remote = find_remote_ae(settings.remotes, peer.calling_ae_title);
    if (remote == nullptr && settings.callers == Callers::listed)
        return Refused{calling_ae_title_not_recognized, "an AE title that is not listed"};
    if (remote == nullptr || remote->addresses.empty()) return std::nullopt;
    auto const within = [&](AddressRange const& range) { return contains(range, peer.address); };
    if (std::ranges::any_of(remote->addresses, within)) return std::nullopt;
    return Refused{calling_ae_title_not_recognized, "an address from which its AE title may not call"};
}

PeerPermissions permissions_of(ServerSettings const& settings, std::string_view calling_ae_title) {
    auto const* const remote = find_remote_ae(settings.remotes, calling_ae_title);
    return remote == nullptr ? PeerPermissions{} : remote->permissions;
}

PeerPermissions both(PeerPermissions const& one, PeerPermissions const& other) {
    return {one.store && other.store, one.query && other.query, one.retrieve && other.retrieve,
            one.commit && other.commit};
}

}  // namespace cassette::dimse
