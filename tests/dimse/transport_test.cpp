#include "dimse/transport.h"

#include "dimse/channel.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <netinet/in.h>
#include <sys/eventfd.h>
#include <sys/socket.h>

#include <chrono>
#include <string>
#include <thread>

using namespace cassette::dimse;
using namespace std::chrono_literals;

namespace {

struct Pair {
    Pair() {
        int ends[2];
        REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0);
        ours = FileDescriptor{ends[0]};
        peer = FileDescriptor{ends[1]};
    }
    FileDescriptor ours, peer;
};

void say(FileDescriptor const& peer, std::string const& bytes) {
    REQUIRE(::send(peer.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size()));
}

std::string heard(FileDescriptor const& peer) {
    std::string bytes(1 << 20, '\0');
    auto const count = ::recv(peer.get(), bytes.data(), bytes.size(), MSG_DONTWAIT);
    bytes.resize(count > 0 ? static_cast<std::size_t>(count) : 0);
    return bytes;
}

std::string read_exactly(Transport& transport, std::size_t size) {
    std::string bytes(size, '\0');
    for (std::size_t at = 0; at < size;) {
        auto const count = transport.read(reinterpret_cast<std::byte*>(bytes.data()) + at, size - at);
        if (count <= 0) return bytes.substr(0, at);
        at += static_cast<std::size_t>(count);
    }
    return bytes;
}

// Two ends of a connection over loopback, as the kernel makes them: with Nagle's algorithm.
Pair connected_pair() {
    FileDescriptor const listening{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    auto* const name = reinterpret_cast<sockaddr*>(&address);
    socklen_t length = sizeof address;
    REQUIRE(::bind(listening.get(), name, length) == 0);
    REQUIRE(::listen(listening.get(), 1) == 0);
    REQUIRE(::getsockname(listening.get(), name, &length) == 0);
    Pair pair;
    pair.peer = FileDescriptor{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)};
    REQUIRE(::connect(pair.peer.get(), name, length) == 0);
    pair.ours = FileDescriptor{::accept4(listening.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK)};
    REQUIRE(pair.ours.get() >= 0);
    return pair;
}

std::span<std::byte const> bytes_of(std::string const& text) { return std::as_bytes(std::span{text}); }

}  // namespace

TEST_CASE(
    "a sender with Nagle's algorithm does not wait for the kernel to acknowledge its command before it sends the "
    "rest") {
    auto pair = connected_pair();
    Transport transport{Channel{std::move(pair.ours)}, "", 5s, {}};
    constexpr int messages = 80;
    // A message in two small writes, as DCMTK sends a command and its data set, and an answer to both.
    std::thread sender{[&] {
        std::string answer(1, '\0');
        for (int i = 0; i < messages; ++i) {
            say(pair.peer, "command");
            say(pair.peer, "data set");
            if (::recv(pair.peer.get(), answer.data(), 1, MSG_WAITALL) != 1) return;
        }
    }};
    auto const begun = std::chrono::steady_clock::now();
    for (int i = 0; i < messages; ++i) {
        REQUIRE(read_exactly(transport, 15) == "commanddata set");
        REQUIRE(transport.write(bytes_of("!")));
        REQUIRE(transport.flush());
    }
    auto const took = std::chrono::steady_clock::now() - begun;
    sender.join();
    // The kernel puts an acknowledgement off by 40 ms: more than two seconds for those behind its quick start.
    CHECK(took < 1s);
}

TEST_CASE("what was received before comes first, then what the socket has") {
    Pair pair;
    say(pair.peer, "second");
    Transport transport{Channel{std::move(pair.ours)}, "first ", 5s, {}};
    CHECK(transport.readable_now());
    CHECK(transport.wait(0ms) == Transport::Wait::readable);
    CHECK(read_exactly(transport, 12) == "first second");
    CHECK_FALSE(transport.readable_now());
}

TEST_CASE("short reads are served from one receive, long ones go straight through") {
    Pair pair;
    std::string const body(100'000, 'x');
    Transport transport{Channel{std::move(pair.ours)}, "", 5s, {}};
    std::thread sender{[&] { say(pair.peer, "head!!" + body + "tail"); }};
    CHECK(read_exactly(transport, 6) == "head!!");
    CHECK(transport.readable_now());
    CHECK(read_exactly(transport, body.size()) == body);
    CHECK(read_exactly(transport, 4) == "tail");
    sender.join();
}

TEST_CASE("writes leave together, before the first wait for the peer") {
    Pair pair;
    Transport transport{Channel{std::move(pair.ours)}, "", 5s, {}};
    CHECK(transport.write(bytes_of("head ")));
    CHECK(transport.write(bytes_of("body")));
    CHECK(heard(pair.peer).empty());
    CHECK(transport.wait(0ms) == Transport::Wait::timed_out);
    CHECK(heard(pair.peer) == "head body");
}

TEST_CASE("more than 64 KiB unsent leaves at once") {
    Pair pair;
    Transport transport{Channel{std::move(pair.ours)}, "", 5s, {}};
    CHECK(transport.write(bytes_of(std::string(70'000, 'x'))));
    CHECK(heard(pair.peer).size() == 70'000);
}

TEST_CASE("the end of the stream is told from slowness") {
    SUBCASE("closed") {
        Pair pair;
        Transport transport{Channel{std::move(pair.ours)}, "", 5s, {}};
        pair.peer = FileDescriptor{};
        std::byte byte;
        CHECK(transport.read(&byte, 1) == 0);
        CHECK(transport.fault() == Transport::Fault::closed);
    }
    SUBCASE("slow") {
        Pair pair;
        Transport transport{Channel{std::move(pair.ours)}, "", 1s, {}};
        transport.begin_piece();
        std::byte byte;
        CHECK(transport.read(&byte, 1) == -1);
        CHECK(transport.fault() == Transport::Fault::timed_out);
    }
}

TEST_CASE("a peer that reads nothing fails the write and does not block for ever") {
    Pair pair;
    Transport transport{Channel{std::move(pair.ours)}, "", 1s, {}};
    bool written = true;
    for (int i = 0; written && i < 1000; ++i) written = transport.write(bytes_of(std::string(64 * 1024, 'x')));
    CHECK_FALSE(written);
    CHECK(transport.fault() == Transport::Fault::timed_out);
    CHECK_FALSE(transport.flush());
}

TEST_CASE("writing to a peer that is gone fails and raises no signal") {
    Pair pair;
    Transport transport{Channel{std::move(pair.ours)}, "", 1s, {}};
    pair.peer = FileDescriptor{};
    CHECK(transport.write(bytes_of("anything")));
    CHECK_FALSE(transport.flush());
}

TEST_CASE("the stop event and interrupt end a wait") {
    Pair pair;
    FileDescriptor const event{::eventfd(0, EFD_CLOEXEC)};
    Transport transport{Channel{std::move(pair.ours)}, "", 60s, {event.get(), -1}};
    ::eventfd_write(event.get(), 1);
    CHECK(transport.wait(60s) == Transport::Wait::interrupted);
    std::thread interrupter{[&] { transport.interrupt(); }};
    std::byte byte;
    transport.begin_piece();
    CHECK(transport.read(&byte, 1) <= 0);
    interrupter.join();
}
