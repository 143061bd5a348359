#include "dimse/listening_socket.h"

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <memory>

namespace cassette::dimse {

namespace {

constexpr int backlog = 512;

struct FreeAddresses {
    void operator()(addrinfo* addresses) const noexcept { ::freeaddrinfo(addresses); }
};

std::string name_of(sockaddr const* address, socklen_t size) {
    std::array<char, NI_MAXHOST> host{};
    std::array<char, NI_MAXSERV> service{};
    auto const flags = NI_NUMERICHOST | NI_NUMERICSERV;
    if (::getnameinfo(address, size, host.data(), host.size(), service.data(), service.size(), flags) != 0) return "?";
    return std::string{host.data()} + ":" + service.data();
}

std::array<std::uint8_t, 16> bytes_of(sockaddr_storage const& address) {
    std::array<std::uint8_t, 16> bytes{};
    if (address.ss_family == AF_INET6) {
        std::memcpy(bytes.data(), &reinterpret_cast<sockaddr_in6 const&>(address).sin6_addr, bytes.size());
    } else if (address.ss_family == AF_INET) {
        bytes[10] = bytes[11] = 0xFF;
        std::memcpy(bytes.data() + 12, &reinterpret_cast<sockaddr_in const&>(address).sin_addr, 4);
    }
    return bytes;
}

}  // namespace

Result<FileDescriptor> listen_on(std::string const& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo* found = nullptr;
    auto const service = std::to_string(port);
    if (::getaddrinfo(host.empty() ? nullptr : host.c_str(), service.c_str(), &hints, &found) != 0)
        return fail(ErrorCode::unavailable, "no address for " + host);
    std::unique_ptr<addrinfo, FreeAddresses> const address{found};

    FileDescriptor socket{::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
    int const on = 1;
    bool const listening = socket && ::setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0 &&
        ::bind(socket.get(), found->ai_addr, found->ai_addrlen) == 0 && ::listen(socket.get(), backlog) == 0;
    if (!listening) return fail(ErrorCode::unavailable, host + ":" + service + ": " + std::strerror(errno));
    return socket;
}

std::uint16_t local_port(FileDescriptor const& socket) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    if (::getsockname(socket.get(), reinterpret_cast<sockaddr*>(&address), &size) != 0) return 0;
    if (address.ss_family == AF_INET6) return ntohs(reinterpret_cast<sockaddr_in6*>(&address)->sin6_port);
    return ntohs(reinterpret_cast<sockaddr_in*>(&address)->sin_port);
}

Accepted accept_from(FileDescriptor const& listening) {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    auto* const generic = reinterpret_cast<sockaddr*>(&address);
    FileDescriptor socket{::accept4(listening.get(), generic, &size, SOCK_CLOEXEC)};
    if (socket) return {std::move(socket), name_of(generic, size), bytes_of(address)};
    bool const exhausted = errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM;
    return {{}, {}, {}, exhausted};
}

}  // namespace cassette::dimse
