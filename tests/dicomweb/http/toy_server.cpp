#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <unistd.h>

#include <cstring>
#include <fstream>
#include <random>

namespace cassette::testing {

namespace {

constexpr std::size_t prefix_bytes = 100;  // in front of the blob in its file

class MemoryBlob : public Blob {
public:
    explicit MemoryBlob(std::string bytes) : bytes_{std::move(bytes)} {}
    std::uint64_t size() const override { return bytes_.size(); }
    Result<void> read_at(std::uint64_t offset, std::span<std::byte> out) const override {
        if (offset + out.size() > bytes_.size()) return fail(ErrorCode::internal, "beyond the blob");
        std::memcpy(out.data(), bytes_.data() + offset, out.size());
        return {};
    }

private:
    std::string bytes_;
};

class FileBlob final : public MemoryBlob {
public:
    FileBlob(std::string bytes, std::filesystem::path const& path)
        : MemoryBlob{std::move(bytes)}, descriptor_{::open(path.c_str(), O_RDONLY | O_CLOEXEC)} {}
    ~FileBlob() override { ::close(descriptor_); }
    std::optional<FileHandle> file() const override { return FileHandle{descriptor_, prefix_bytes}; }

private:
    int descriptor_;
};

class PieceSource final : public http::BodySource {
public:
    explicit PieceSource(Pieces pieces) : pieces_{std::move(pieces)} {}
    std::optional<std::uint64_t> length() const override { return pieces_.length; }
    Result<std::optional<http::Piece>> next() override {
        if (pieces_.asked) ++*pieces_.asked;
        if (position_ == 1 && pieces_.gate) pieces_.gate->pass();
        if (position_ < pieces_.pieces.size()) return std::optional{pieces_.pieces[position_++]};
        if (pieces_.failure) return fail(*pieces_.failure, "the source failed");
        return std::optional<http::Piece>{};
    }

private:
    Pieces pieces_;
    std::size_t position_ = 0;
};

http::Response echo(http::Request const& request, http::PathValues const& values) {
    std::string text;
    for (auto const& value : values) text += "[" + value + "]";
    for (auto const& [name, value] : request.query) text += "(" + name + "=" + value + ")";
    text += request.remote + " " + request.principal.name + " " + request.id;
    return text_response(text);
}

}  // namespace

void Gate::pass() {
    std::unique_lock lock{mutex_};
    ++visitors_;
    changed_.notify_all();
    changed_.wait(lock, [this] { return open_; });
}

void Gate::open() {
    std::lock_guard lock{mutex_};
    open_ = true;
    changed_.notify_all();
}

void Gate::await(int visitors) {
    std::unique_lock lock{mutex_};
    changed_.wait(lock, [&] { return visitors_ >= visitors; });
}

PatternFile::PatternFile(std::size_t size) {
    auto name = (std::filesystem::temp_directory_path() / "cassette-http-XXXXXX").string();
    ::close(::mkstemp(name.data()));
    path_ = name;
    std::mt19937_64 generator{size};
    bytes_.resize(size);
    for (char& c : bytes_) c = static_cast<char>(generator());
    std::ofstream{path_, std::ios::binary} << std::string(prefix_bytes, '-') << bytes_;
}

PatternFile::~PatternFile() { std::filesystem::remove(path_); }

std::shared_ptr<Blob const> PatternFile::blob() const { return std::make_shared<FileBlob>(bytes_, path_); }

std::shared_ptr<Blob const> PatternFile::blob_in_memory() const { return std::make_shared<MemoryBlob>(bytes_); }

http::Body body_of(Pieces pieces) { return std::make_unique<PieceSource>(std::move(pieces)); }

http::Response text_response(std::string body) {
    http::Response response;
    response.fields.set("Content-Type", "text/plain");
    response.body = std::move(body);
    return response;
}

http::Route get_route(std::string pattern, std::function<http::Response()> make) {
    auto handler = [made = std::move(make)](http::Request const&, http::PathValues const&) { return made(); };
    return {http::Method::get, std::move(pattern), http::Handler{std::move(handler)}};
}

http::ServerSettings quick_settings() {
    http::ServerSettings settings;
    settings.port = 0;
    settings.io_threads = 2;
    settings.worker_threads = 2;
    return settings;
}

ToyServer::ToyServer(http::ServerSettings settings, std::vector<http::Route> routes) {
    settings.port = 0;
    router_.add(std::move(routes));
    router_.add({get_route("/text", [] { return text_response("hello"); }),
                 {http::Method::get, "/echo/{one}/{two}", http::Handler{echo}},
                 {http::Method::get, "/echo", http::Handler{echo}},
                 {http::Method::post, "/post", http::Handler{echo}}});
    auto observer = [this](http::Exchange const& exchange) { observe(exchange); };
    auto started = http::Server::start(std::move(settings), router_, std::move(observer));
    REQUIRE(started);
    server_ = std::move(*started);
}

// Observers are called until the server has stopped.
ToyServer::~ToyServer() { server_.reset(); }

void ToyServer::observe(http::Exchange const& exchange) {
    std::lock_guard lock{mutex_};
    observed_.push_back({std::string{exchange.id}, std::string{exchange.method}, std::string{exchange.path},
                         std::string{exchange.remote}, std::string{exchange.error}, exchange.status,
                         exchange.request_bytes, exchange.response_bytes});
    changed_.notify_all();
}

std::vector<Observed> ToyServer::observed(std::size_t count) {
    std::unique_lock lock{mutex_};
    changed_.wait_for(lock, std::chrono::seconds{20}, [&] { return observed_.size() >= count; });
    return observed_;
}

}  // namespace cassette::testing
