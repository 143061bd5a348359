#include "dimse/connecting_socket.h"

#include "dimse/listening_socket.h"

#include <doctest/doctest.h>

#include <sys/eventfd.h>
#include <sys/socket.h>

#include <vector>

using namespace cassette;
using namespace cassette::dimse;
using namespace std::chrono_literals;

TEST_CASE("a listening socket is connected to") {
    auto const listening = listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    auto const socket = connect_to({"127.0.0.1", local_port(*listening), 5s});
    CHECK(socket);
}

TEST_CASE("nobody there, and no such host, is unavailable") {
    std::uint16_t port = 0;
    {
        auto const gone = listen_on("127.0.0.1", 0);
        REQUIRE(gone);
        port = local_port(*gone);
    }
    for (auto const* host : {"127.0.0.1", "no such host."}) {
        CAPTURE(host);
        auto const socket = connect_to({host, port, 5s});
        REQUIRE_FALSE(socket);
        CHECK(socket.error().code == ErrorCode::unavailable);
        CHECK(socket.error().detail.find(host) != std::string::npos);
    }
}

TEST_CASE("who accepts nobody is given up in time, or at the stop event") {
    auto const listening = listen_on("127.0.0.1", 0);
    REQUIRE(listening);
    REQUIRE(::listen(listening->get(), 0) == 0);
    auto const port = local_port(*listening);
    std::vector<FileDescriptor> queued;
    auto socket = connect_to({"127.0.0.1", port, 100ms});
    for (; socket && queued.size() < 16; socket = connect_to({"127.0.0.1", port, 100ms}))
        queued.push_back(*std::move(socket));
    REQUIRE_FALSE(socket);
    CHECK(socket.error().code == ErrorCode::unavailable);
    FileDescriptor const stop{::eventfd(1, EFD_CLOEXEC)};
    auto const stopped = connect_to({"127.0.0.1", port, 60s, stop.get()});
    REQUIRE_FALSE(stopped);
    CHECK(stopped.error().code == ErrorCode::cancelled);
}
