#pragma once

#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <cstdint>

namespace cassette::testing {

// A socket that is connected to a port of this machine and sends at once; not connected when nobody listens there.
struct LoopbackSocket {
    int handle;
    bool connected;
};

inline LoopbackSocket connect_to_loopback(std::uint16_t port) {
    LoopbackSocket socket{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), false};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port);
    socket.connected = ::connect(socket.handle, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0;
    int const on = 1;
    ::setsockopt(socket.handle, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return socket;
}

}  // namespace cassette::testing
