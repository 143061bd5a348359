#include "dimse/channel.h"

#include <openssl/bio.h>
#include <openssl/err.h>
#include <openssl/ssl.h>

#include <fcntl.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <limits>

namespace cassette::dimse {

namespace {

bool would_wait() { return errno == EAGAIN || errno == EWOULDBLOCK; }

// OpenSSL's own socket BIO raises SIGPIPE when the peer is gone; this one does not.
int write_to_socket(BIO* bio, char const* bytes, int size) {
    auto const socket = static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
    BIO_clear_retry_flags(bio);
    auto const count = ::send(socket, bytes, static_cast<std::size_t>(size), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (count < 0 && (would_wait() || errno == EINTR)) BIO_set_retry_write(bio);
    return static_cast<int>(count);
}

int read_from_socket(BIO* bio, char* out, int size) {
    auto const socket = static_cast<int>(reinterpret_cast<std::intptr_t>(BIO_get_data(bio)));
    BIO_clear_retry_flags(bio);
    auto const count = ::recv(socket, out, static_cast<std::size_t>(size), MSG_DONTWAIT);
    if (count < 0 && (would_wait() || errno == EINTR)) BIO_set_retry_read(bio);
    return static_cast<int>(count);
}

long control(BIO*, int command, long, void*) { return command == BIO_CTRL_FLUSH ? 1 : 0; }

struct FreeMethod {
    void operator()(BIO_METHOD* method) const noexcept { BIO_meth_free(method); }
};

BIO_METHOD const* socket_method() {
    static std::unique_ptr<BIO_METHOD, FreeMethod> const method = [] {
        std::unique_ptr<BIO_METHOD, FreeMethod> made{BIO_meth_new(BIO_TYPE_SOURCE_SINK, "dimse socket")};
        BIO_meth_set_write(made.get(), write_to_socket);
        BIO_meth_set_read(made.get(), read_from_socket);
        BIO_meth_set_ctrl(made.get(), control);
        return made;
    }();
    return method.get();
}

int as_int(std::size_t size) { return static_cast<int>(std::min<std::size_t>(size, std::numeric_limits<int>::max())); }

}  // namespace

void FreeTlsSession::operator()(ssl_st* session) const noexcept { SSL_free(session); }

Channel::Channel(FileDescriptor socket, TlsSession tls) : socket_{std::move(socket)}, tls_{std::move(tls)} {
    ::fcntl(socket_.get(), F_SETFL, ::fcntl(socket_.get(), F_GETFL) | O_NONBLOCK);
    if (!tls_) return;
    BIO* const bio = BIO_new(socket_method());
    BIO_set_data(bio, reinterpret_cast<void*>(std::intptr_t{socket_.get()}));
    BIO_set_init(bio, 1);
    SSL_set_bio(tls_.get(), bio, bio);  // the session owns it now
    SSL_set_mode(tls_.get(), SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER);
}

Channel::Moved Channel::after(int result) {
    if (result > 0) return {static_cast<std::size_t>(result), Need::nothing};
    auto const error = SSL_get_error(tls_.get(), result);
    if (error == SSL_ERROR_WANT_READ) return {0, Need::readable};
    if (error == SSL_ERROR_WANT_WRITE) return {0, Need::writable};
    return {};
}

Channel::Moved Channel::handshake() {
    if (!tls_) return {1, Need::nothing};
    ERR_clear_error();
    return after(SSL_do_handshake(tls_.get()));
}

Channel::Moved Channel::receive(std::span<std::byte> out) {
    if (tls_) {
        ERR_clear_error();
        return after(SSL_read(tls_.get(), out.data(), as_int(out.size())));
    }
    while (true) {
        auto const count = ::recv(socket_.get(), out.data(), out.size(), MSG_DONTWAIT);
        if (count > 0) return {static_cast<std::size_t>(count), Need::nothing};
        if (count < 0 && errno == EINTR) continue;
        return {0, count < 0 && would_wait() ? Need::readable : Need::nothing};
    }
}

Channel::Moved Channel::send(std::span<std::byte const> bytes) {
    if (tls_) {
        ERR_clear_error();
        return after(SSL_write(tls_.get(), bytes.data(), as_int(bytes.size())));
    }
    while (true) {
        auto const count = ::send(socket_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
        if (count > 0) return {static_cast<std::size_t>(count), Need::nothing};
        if (count < 0 && errno == EINTR) continue;
        return {0, count < 0 && would_wait() ? Need::writable : Need::nothing};
    }
}

bool Channel::holds_bytes() const { return tls_ && SSL_pending(tls_.get()) > 0; }

void Channel::end_sending() {
    ERR_clear_error();
    if (tls_ && SSL_is_init_finished(tls_.get()) != 0) (void)SSL_shutdown(tls_.get());
    ::shutdown(socket_.get(), SHUT_WR);
}

}  // namespace cassette::dimse
