#include "dimse/connecting_socket.h"

#include <netdb.h>
#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <limits>
#include <memory>
#include <optional>

namespace cassette::dimse {

namespace {

using Clock = std::chrono::steady_clock;

struct FreeAddresses {
    void operator()(addrinfo* addresses) const noexcept { ::freeaddrinfo(addresses); }
};

int poll_timeout(Clock::time_point deadline) {
    auto const left = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now()).count();
    return static_cast<int>(std::clamp<std::int64_t>(left, 0, std::numeric_limits<int>::max()));
}

// 0 when connected, otherwise why not: ECANCELED when the stop event says so.
int await_connection(int socket, int stop_event, Clock::time_point deadline) {
    while (true) {
        std::array<pollfd, 2> waiting{{{socket, POLLOUT, 0}, {stop_event, POLLIN, 0}}};
        auto const ready = ::poll(waiting.data(), waiting.size(), poll_timeout(deadline));
        if (ready < 0 && errno == EINTR) continue;
        if (ready < 0) return errno;
        if (ready == 0) return ETIMEDOUT;
        if (waiting[1].revents != 0) return ECANCELED;
        int error = 0;
        socklen_t size = sizeof error;
        return ::getsockopt(socket, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
    }
}

int connect_within(int socket, addrinfo const& address, int stop_event, Clock::time_point deadline) {
    if (::connect(socket, address.ai_addr, address.ai_addrlen) == 0) return 0;
    return errno == EINPROGRESS ? await_connection(socket, stop_event, deadline) : errno;
}

}  // namespace

Result<FileDescriptor> connect_to(Dial const& dial) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_NUMERICSERV;
    addrinfo* found = nullptr;
    auto const where = dial.host + ":" + std::to_string(dial.port);
    if (::getaddrinfo(dial.host.c_str(), std::to_string(dial.port).c_str(), &hints, &found) != 0)
        return fail(ErrorCode::unavailable, "no address for " + dial.host);
    std::unique_ptr<addrinfo, FreeAddresses> const addresses{found};

    auto const deadline = Clock::now() + dial.timeout;
    int error = EADDRNOTAVAIL;
    for (auto const* address = found; address != nullptr; address = address->ai_next) {
        FileDescriptor socket{::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0)};
        if (!socket) continue;
        error = connect_within(socket.get(), *address, dial.stop_event, deadline);
        if (error == 0) return socket;
        if (error == ECANCELED) return fail(ErrorCode::cancelled, "the server stops");
    }
    return fail(ErrorCode::unavailable, where + ": " + std::strerror(error));
}

}  // namespace cassette::dimse
