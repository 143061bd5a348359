#include "dimse/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <utility>

namespace cassette::dimse {

namespace {

// PS3.15 B.10 and B.11, for TLS 1.2; what TLS 1.3 has is all of that kind. Keys of DHE have 2048 bits or more, of ECDHE 256.
constexpr char const* non_downgrading_ciphers = "ECDHE+AESGCM:DHE+AESGCM:ECDHE+CHACHA20:DHE+CHACHA20:ECDHE+AES:DHE+AES";
constexpr char const* extended_ciphers = "ECDHE+AESGCM:DHE+AESGCM";
constexpr char const* extended_tls_13_ciphers = "TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256";
constexpr int security_level = 2;  // 112 bits: RSA and DHE of 2048, ECDHE of 224

Failure unusable(std::string const& what, std::filesystem::path const& file) {
    return fail(ErrorCode::unavailable, what + " " + file.string() + ": " + tls_failure());
}

bool restrict_ciphers(SSL_CTX* shared, TlsProfile profile) {
    switch (profile) {
        case TlsProfile::non_downgrading: return SSL_CTX_set_cipher_list(shared, non_downgrading_ciphers) == 1;
        case TlsProfile::extended:
            return SSL_CTX_set_cipher_list(shared, extended_ciphers) == 1 &&
                SSL_CTX_set_ciphersuites(shared, extended_tls_13_ciphers) == 1;
    }
    return false;
}

Result<void> load_files(SSL_CTX* shared, TlsSettings const& settings) {
    auto const& certificate = settings.certificate;
    if (!certificate.empty()) {
        if (SSL_CTX_use_certificate_chain_file(shared, certificate.c_str()) != 1)
            return unusable("certificate", certificate);
        if (SSL_CTX_use_PrivateKey_file(shared, settings.key.c_str(), SSL_FILETYPE_PEM) != 1 ||
            SSL_CTX_check_private_key(shared) != 1)
            return unusable("key", settings.key);
    }
    auto const& authorities = settings.authorities;
    if (authorities.empty()) return {};
    if (SSL_CTX_load_verify_file(shared, authorities.c_str()) != 1) return unusable("authorities", authorities);
    // Tells a client whose certificate it is to show.
    SSL_CTX_set_client_CA_list(shared, SSL_load_client_CA_file(authorities.c_str()));
    return {};
}

Result<void> set_up(SSL_CTX* shared, TlsSettings const& settings) {
    ERR_clear_error();
    if (SSL_CTX_set_min_proto_version(shared, TLS1_2_VERSION) != 1 || !restrict_ciphers(shared, settings.profile))
        return fail(ErrorCode::unavailable, "TLS: " + tls_failure());
    SSL_CTX_set_security_level(shared, security_level);
    SSL_CTX_set_dh_auto(shared, 1);
    SSL_CTX_set_options(shared, SSL_OP_NO_RENEGOTIATION | SSL_OP_NO_COMPRESSION | SSL_OP_CIPHER_SERVER_PREFERENCE);
    // No sessions to resume: an association is one connection, and a certificate is looked at each time.
    SSL_CTX_set_session_cache_mode(shared, SSL_SESS_CACHE_OFF);
    SSL_CTX_set_options(shared, SSL_OP_NO_TICKET);
    bool const required = settings.peer_certificate == PeerCertificate::required;
    SSL_CTX_set_verify(shared, required ? SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT : SSL_VERIFY_NONE, nullptr);
    return load_files(shared, settings);
}

}  // namespace

void TlsCredentials::Free::operator()(ssl_ctx_st* shared) const noexcept { SSL_CTX_free(shared); }

Result<TlsCredentials> TlsCredentials::load(TlsSettings const& settings) {
    std::unique_ptr<ssl_ctx_st, Free> shared{SSL_CTX_new(TLS_server_method())};
    if (!shared) return fail(ErrorCode::out_of_resources, "TLS: " + tls_failure());
    if (auto const ready = set_up(shared.get(), settings); !ready) return fail(ready.error());
    return TlsCredentials{std::move(shared)};
}

TlsSession TlsCredentials::session() const {
    TlsSession session{SSL_new(shared_.get())};
    if (session) SSL_set_accept_state(session.get());
    return session;
}

Result<TlsSession> client_session(TlsSettings const& settings) {
    std::unique_ptr<ssl_ctx_st, TlsCredentials::Free> const shared{SSL_CTX_new(TLS_client_method())};
    if (!shared) return fail(ErrorCode::out_of_resources, "TLS: " + tls_failure());
    if (auto const ready = set_up(shared.get(), settings); !ready) return fail(ready.error());
    TlsSession session{SSL_new(shared.get())};
    if (!session) return fail(ErrorCode::out_of_resources, "TLS: " + tls_failure());
    SSL_set_connect_state(session.get());
    return session;
}

std::string tls_failure() {
    auto const error = ERR_peek_last_error();
    char const* const reason = error == 0 ? nullptr : ERR_reason_error_string(error);
    return reason == nullptr ? "the peer closed the connection" : reason;
}

std::string peer_name(TlsSession const& session) {
    if (!session) return {};
    X509* const certificate = SSL_get0_peer_certificate(session.get());
    if (certificate == nullptr) return {};
    std::array<char, 256> name{};
    X509_NAME_get_text_by_NID(X509_get_subject_name(certificate), NID_commonName, name.data(), name.size());
    return name.data();
}

}  // namespace cassette::dimse
