#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>

namespace cassette::testing {

struct RawAnswer {
    int status = 0;                             // 0: the connection ended before a whole header came
    std::map<std::string, std::string> fields;  // names in lower case
    std::string body;
    bool complete = false;  // the body ended as its framing says
    std::string header;     // as received
    std::string field(std::string const& name) const;
};

enum class BodyOf { get, head };

// A TCP connection to a server on loopback that sends exactly what it is told. It gives up after some seconds of silence.
class RawClient {
public:
    explicit RawClient(std::uint16_t port, char const* address = "127.0.0.1");
    ~RawClient();
    RawClient(RawClient const&) = delete;
    RawClient& operator=(RawClient const&) = delete;

    // False when the server is gone.
    bool send(std::string_view bytes);
    void shutdown_send();
    // The next response, in order; what follows it stays for the next call.
    RawAnswer receive(BodyOf body = BodyOf::get);
    // At least `count` more bytes, or all until the end.
    std::string receive_bytes(std::size_t count);
    // Waits that long for something to read, or the end.
    bool readable_within(std::chrono::milliseconds limit);
    // Whether the server has closed, with nothing more to read; waits for it.
    bool closed();

private:
    bool fill();
    bool read_to(std::size_t count);
    void read_sized(RawAnswer& answer);
    void read_chunked(RawAnswer& answer);
    std::string line();

    int socket_;
    std::string buffer_;
    bool ended_;
    bool silent_ = false;  // it ended because we gave up
};

// One request on a connection of its own.
[[nodiscard]] RawAnswer ask(std::uint16_t port, std::string const& request);
// "GET <path> HTTP/1.1" with Host and these fields ("Name: value\r\n...").
[[nodiscard]] std::string get_request(std::string const& path, std::string const& fields = {});

}  // namespace cassette::testing
