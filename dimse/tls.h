#pragma once

#include "dimse/channel.h"
#include "dimse/tls_settings.h"
#include "schema/result.h"

#include <memory>
#include <string>

struct ssl_ctx_st;

namespace cassette::dimse {

// Certificate, key and authorities of an acceptor, read and checked once. Thread-safe. PS3.15 B.10 and B.11: never less than
// TLS 1.2, nothing but authenticated encryption with forward secrecy.
class TlsCredentials {
public:
    // ErrorCode::unavailable when a file cannot be read, or certificate and key do not belong together.
    static Result<TlsCredentials> load(TlsSettings const& settings);
    // For one connection that comes in; nullptr when memory is out.
    TlsSession session() const;

private:
    struct Free {
        void operator()(ssl_ctx_st* shared) const noexcept;
    };
    explicit TlsCredentials(std::unique_ptr<ssl_ctx_st, Free> shared) : shared_{std::move(shared)} {}
    std::unique_ptr<ssl_ctx_st, Free> shared_;
    friend Result<TlsSession> client_session(TlsSettings const& settings);
};

// For a connection of ours. The acceptor's certificate must be signed by one of our authorities where settings want one; its
// names are not compared with the host's. ErrorCode::unavailable as above.
[[nodiscard]] Result<TlsSession> client_session(TlsSettings const& settings);

// Why the last handshake on this thread failed, in OpenSSL's words.
[[nodiscard]] std::string tls_failure();
// What the certificate of the other side calls itself (its subject's common name), for the log; empty without one.
[[nodiscard]] std::string peer_name(TlsSession const& session);

}  // namespace cassette::dimse
