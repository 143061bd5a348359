#include "tools/stow_client.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/url.hpp>

namespace cassette {

namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;

constexpr std::chrono::seconds progress_timeout{120};

Failure unreachable(beast::error_code const& error) {
    return fail(ErrorCode::unavailable, "the node: " + error.message());
}

class BeastStowClient final : public StowClient {
public:
    BeastStowClient(std::string host, std::string port, std::string target)
        : host_{std::move(host)}, port_{std::move(port)}, target_{std::move(target)} {}

    Result<void> send(std::filesystem::path const& file) override {
        // A kept connection may have been closed since; a new one decides.
        if (connected_)
            if (auto sent = exchange(file); sent || sent.error().code != ErrorCode::unavailable) return sent;
        if (auto connected = connect(); !connected) return connected;
        return exchange(file);
    }

private:
    Result<void> connect() {
        beast::error_code error;
        asio::ip::tcp::resolver resolver{io_};
        auto const found = resolver.resolve(host_, port_, error);
        if (error) return unreachable(error);
        stream_ = std::make_unique<beast::tcp_stream>(io_);
        stream_->connect(found, error);
        if (error) return unreachable(error);
        connected_ = true;
        return {};
    }

    Result<void> exchange(std::filesystem::path const& file) {
        beast::error_code error;
        beast::http::request<beast::http::file_body> request{beast::http::verb::post, target_, 11};
        request.body().open(file.c_str(), beast::file_mode::scan, error);
        if (error) return fail(ErrorCode::not_found, "cannot read it: " + error.message());
        request.set(beast::http::field::host, host_ + ':' + port_);
        request.set(beast::http::field::content_type, "application/dicom");
        request.set(beast::http::field::accept, "application/dicom+json");
        request.prepare_payload();
        stream_->expires_after(progress_timeout);
        beast::http::write(*stream_, request, error);
        beast::flat_buffer buffer;
        beast::http::response<beast::http::string_body> response;
        beast::error_code read_error;
        beast::http::read(*stream_, buffer, response, read_error);
        connected_ = !read_error && response.keep_alive();
        if (read_error) return unreachable(error ? error : read_error);
        bool const stored =
            response.result() == beast::http::status::ok || response.result() == beast::http::status::accepted;
        if (stored) return {};
        return fail(ErrorCode::conflict, "the node answers " + std::to_string(response.result_int()));
    }

    asio::io_context io_;
    std::string host_;
    std::string port_;
    std::string target_;
    std::unique_ptr<beast::tcp_stream> stream_;
    bool connected_ = false;
};

}  // namespace

Result<std::unique_ptr<StowClient>> StowClient::for_url(std::string const& url) {
    auto const parsed = boost::urls::parse_uri(url);
    if (!parsed || parsed->scheme() != "http" || parsed->host().empty())
        return fail(ErrorCode::malformed, "--url: not http://HOST:PORT");
    std::string path = parsed->path();
    while (path.ends_with('/')) path.pop_back();
    if (path.empty()) path = "/dicom-web";
    std::string port = parsed->port();
    if (port.empty()) port = "80";
    return std::unique_ptr<StowClient>{std::make_unique<BeastStowClient>(parsed->host(), port, path + "/studies")};
}

}  // namespace cassette
