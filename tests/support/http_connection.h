#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::testing {

// HTTP/1.1 on one connection, for threads of a test's own and for thousands of requests: what fails is told and fails no
// test, and nothing waits for ever. Bodies as RFC 9112 6.3 frames them.
class HttpConnection {
public:
    explicit HttpConnection(std::uint16_t port);
    HttpConnection(HttpConnection const&) = delete;
    HttpConnection& operator=(HttpConnection const&) = delete;
    ~HttpConnection();

    struct Answer {
        int status = 0;
        std::map<std::string, std::string> headers;  // by name in lower case; the last of a name
        std::string body;
    };
    // Sends a whole request, its header included, and reads the final response; nullopt when the connection ends before.
    std::optional<Answer> exchange(std::string_view request);
    // GET of a path.
    std::optional<Answer> get(std::string const& path, std::string const& accept);

private:
    bool send(std::string_view bytes);
    bool receive();  // some more into buffer_
    std::optional<std::string> take_line();
    bool take(std::string& out, std::size_t size);
    bool take_chunks(std::string& out);
    bool take_body(Answer& answer);

    int socket_;
    std::string buffer_;
    std::size_t taken_ = 0;  // of buffer_
};

}  // namespace cassette::testing
