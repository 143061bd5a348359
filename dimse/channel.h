#pragma once

#include "dimse/file_descriptor.h"

#include <cstddef>
#include <memory>
#include <span>

struct ssl_st;

namespace cassette::dimse {

struct FreeTlsSession {
    void operator()(ssl_st* session) const noexcept;
};
// One connection's TLS; nullptr where the connection is plain.
using TlsSession = std::unique_ptr<ssl_st, FreeTlsSession>;

// The two ends' bytes of a connected socket, plain or under TLS (PS3.15 B). Never waits: it says what there is to wait for.
class Channel {
public:
    enum class Need { nothing, readable, writable };
    // `count` bytes were moved. None with a Need: try again when the socket is so. None without: the connection is over.
    struct Moved {
        std::size_t count = 0;
        Need need = Need::nothing;
    };

    Channel() = default;
    explicit Channel(FileDescriptor socket, TlsSession tls = {});

    // The TLS handshake, which must be done before anything else; a plain channel's is. `count` 1 when done.
    Moved handshake();
    Moved receive(std::span<std::byte> out);
    Moved send(std::span<std::byte const> bytes);
    // Whether bytes lie here that no poll of the socket shows.
    bool holds_bytes() const;
    // Tells the other end that no more comes, as far as that goes at once; what it still sends is raw from now on.
    void end_sending();

    int socket() const { return socket_.get(); }
    explicit operator bool() const { return static_cast<bool>(socket_); }

private:
    Moved after(int result);

    FileDescriptor socket_;
    TlsSession tls_;
};

}  // namespace cassette::dimse
