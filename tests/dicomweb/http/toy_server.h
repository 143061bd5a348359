#pragma once

#include "dicomweb/http/server.h"

#include <condition_variable>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

namespace cassette::testing {

// Something that handlers wait at until the test opens it.
class Gate {
public:
    ~Gate() { open(); }
    void pass();
    void open();
    // Waits until so many have come to it.
    void await(int visitors);

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    int visitors_ = 0;
    bool open_ = false;
};

struct Observed {
    std::string id, method, path, remote, error;
    unsigned status;
    std::uint64_t request_bytes, response_bytes;
};

// A file of some size with bytes that differ everywhere, removed afterwards.
class PatternFile {
public:
    explicit PatternFile(std::size_t size);
    ~PatternFile();
    PatternFile(PatternFile const&) = delete;
    PatternFile& operator=(PatternFile const&) = delete;
    std::string const& bytes() const { return bytes_; }
    std::shared_ptr<Blob const> blob() const;            // with file(); its first byte is byte 0 of `bytes`
    std::shared_ptr<Blob const> blob_in_memory() const;  // without

private:
    std::filesystem::path path_;
    std::string bytes_;
};

// A source of these pieces; after them it ends, or fails.
struct Pieces {
    std::vector<http::Piece> pieces;
    std::optional<std::uint64_t> length = std::nullopt;
    std::optional<ErrorCode> failure = std::nullopt;
    std::shared_ptr<Gate> gate = nullptr;  // passed before the second piece
    std::shared_ptr<int> asked = nullptr;  // counts calls of next
};
[[nodiscard]] http::Body body_of(Pieces pieces);

// A server on loopback with a few routes of every kind, and those of the test.
class ToyServer {
public:
    explicit ToyServer(http::ServerSettings settings = {}, std::vector<http::Route> routes = {});
    ~ToyServer();
    ToyServer(ToyServer const&) = delete;
    ToyServer& operator=(ToyServer const&) = delete;

    std::uint16_t port() const { return server_->port(); }
    void stop(std::chrono::seconds grace) { server_->stop(grace); }
    // Waits until so many exchanges have been observed.
    std::vector<Observed> observed(std::size_t count);

private:
    void observe(http::Exchange const& exchange);

    http::Router router_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::vector<Observed> observed_;
    std::unique_ptr<http::Server> server_;
};

// GET route that answers with what `make` makes.
[[nodiscard]] http::Route get_route(std::string pattern, std::function<http::Response()> make);
[[nodiscard]] http::Response text_response(std::string body);
[[nodiscard]] http::ServerSettings quick_settings();

}  // namespace cassette::testing
