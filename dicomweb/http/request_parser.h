#pragma once

#include "dicomweb/http/message.h"

#include <boost/beast/http/basic_parser.hpp>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace cassette::http {

// Why a request is answered without being dispatched; its connection is closed afterwards.
struct Refusal {
    unsigned status;
    std::string detail;
};

enum class Expectation { none, continue_, unknown };  // RFC 9110 10.1.1

struct RequestHead {
    Request request;
    std::string method;  // as sent
    bool http_1_0 = false;
    bool keep_alive = false;
    bool chunked = false;
    std::uint64_t content_length = 0;  // when not chunked
    Expectation expectation = Expectation::none;
};

// One request on the wire (RFC 9112): first its header, then, when it is chunked, its body. Beast does the grammar; what it
// leaves open and request smuggling lives on is settled here: transfer codings, Host, obsolete forms.
class RequestParser final : private boost::beast::http::basic_parser<true> {
public:
    enum class Progress { complete, need_more, refused };

    explicit RequestParser(std::uint32_t header_bytes_max);

    // `bytes` begin with the request and are all that there is of it so far. `taken` is the length of the header once complete.
    Progress parse_head(std::string_view bytes, std::size_t& taken);
    // After parse_head completed with `chunked`. Fills `out` from the front; need_more when `bytes` hold no more of it.
    struct BodyProgress {
        Progress progress;  // complete: the body has ended; need_more also when `out` is full
        std::size_t taken;
        std::size_t filled;
    };
    BodyProgress parse_chunked(std::string_view bytes, std::span<std::byte> out);

    RequestHead& head() { return head_; }
    bool http_1_0() const { return head_.http_1_0; }
    Refusal const& refusal() const { return refusal_; }

private:
    using Text = boost::beast::string_view;
    using Code = boost::beast::error_code;

    void on_request_impl(boost::beast::http::verb verb, Text method, Text target, int version, Code& code) override;
    void on_response_impl(int status, Text reason, int version, Code& code) override;
    void on_field_impl(boost::beast::http::field field, Text name, Text value, Code& code) override;
    void on_header_impl(Code& code) override;
    void on_body_init_impl(boost::optional<std::uint64_t> const& length, Code& code) override;
    std::size_t on_body_impl(Text body, Code& code) override;
    void on_chunk_header_impl(std::uint64_t size, Text extensions, Code& code) override;
    std::size_t on_chunk_body_impl(std::uint64_t remain, Text body, Code& code) override;
    void on_finish_impl(Code& code) override;

    Progress refuse(unsigned status, std::string detail);
    Progress refuse(Code const& code, std::string_view bytes);
    std::optional<Refusal> judge();

    std::uint32_t const header_bytes_max_;
    std::size_t parsed_ = 0;  // bytes of the header
    RequestHead head_;
    Refusal refusal_{400, {}};
    bool header_done_ = false;
    std::span<std::byte> out_;
    std::size_t filled_ = 0;
};

}  // namespace cassette::http
