#pragma once

#include <filesystem>

namespace cassette::dimse {

// The secure transport connection profiles of PS3.15 that we speak.
enum class TlsProfile {
    non_downgrading,  // B.10, Non-Downgrading BCP 195: TLS 1.2 and 1.3
    extended,         // B.11, Extended BCP 195: besides, ECDHE and DHE with AES-GCM alone and keys of good length
};

// Whether the other side has to show a certificate that one of ours signed.
enum class PeerCertificate { required, not_required };

// PEM files. Of the acceptor, and of us towards one remote AE.
struct TlsSettings {
    std::filesystem::path certificate;  // chain, ours first; a requestor may have none
    std::filesystem::path key;
    std::filesystem::path authorities;  // whose signature counts on the other side's certificate
    PeerCertificate peer_certificate = PeerCertificate::required;
    TlsProfile profile = TlsProfile::non_downgrading;
    bool operator==(TlsSettings const&) const = default;
};

}  // namespace cassette::dimse
