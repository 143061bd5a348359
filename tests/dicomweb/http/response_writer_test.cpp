#include "dicomweb/http/response_writer.h"

#include "dicomweb/http/outgoing_batch.h"
#include "tests/dicomweb/http/toy_server.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace cassette::http {

namespace {

using testing::body_of;
using testing::PatternFile;
using testing::Pieces;
using Progress = ResponseWriter::Progress;

// Two ends of a stream; the writing one does not block.
class Stream {
public:
    Stream() { REQUIRE(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_NONBLOCK, 0, ends_.data()) == 0); }
    ~Stream() {
        ::close(ends_[0]);
        if (ends_[1] >= 0) ::close(ends_[1]);
    }
    Stream(Stream const&) = delete;
    Stream& operator=(Stream const&) = delete;
    int writing() const { return ends_[0]; }
    void close_reading() { ::close(std::exchange(ends_[1], -1)); }

    std::string read_available() {
        std::string all;
        std::array<char, 65536> bytes;
        while (true) {
            auto const count = ::recv(ends_[1], bytes.data(), bytes.size(), 0);
            if (count <= 0) return all;
            all.append(bytes.data(), static_cast<std::size_t>(count));
        }
    }

private:
    std::array<int, 2> ends_{};
};

struct Sent {
    std::string header;
    std::string body;
    std::optional<Error> error;
    int blocked = 0;
};

Sent send_all(ResponseWriter& writer) {
    Stream stream;
    std::string received;
    Sent sent;
    while (true) {
        auto step = writer.advance(stream.writing());
        received += stream.read_available();
        if (!step) sent.error = step.error();
        if (!step || *step == Progress::done) break;
        if (*step == Progress::blocked) ++sent.blocked;
    }
    CHECK(writer.sent() == received.size());
    auto const end = std::min(received.find("\r\n\r\n"), received.size());
    sent.header = received.substr(0, end);
    if (end < received.size()) sent.body = received.substr(end + 4);
    return sent;
}

Sent send_body(Body body, Version version = Version::http_1_1, Method method = Method::get) {
    Request request;
    request.method = method;
    Response response;
    response.body = std::move(body);
    ResponseWriter writer;
    writer.begin(request, std::move(response), {version, true, Delimiter::none, 0});
    return send_all(writer);
}

bool has(Sent const& sent, std::string_view field) { return sent.header.find(field) != std::string::npos; }

}  // namespace

TEST_CASE("a range of a file leaves bit for bit, and a full socket is waited for") {
    PatternFile const file{3'000'001};
    std::uint64_t const length = 2'900'000;
    auto const sent = send_body(body_of({{BlobPiece{file.blob(), {12'345, length}}}, length}));
    CHECK(sent.body == file.bytes().substr(12'345, length));
    CHECK(has(sent, "Content-Length: 2900000"));
    CHECK(sent.blocked > 0);
}

TEST_CASE("a blob without a file is read instead") {
    PatternFile const file{1'000'003};
    auto const sent = send_body(body_of({{BlobPiece{file.blob_in_memory(), {3, 1'000'000}}}, 1'000'000}));
    CHECK(sent.body == file.bytes().substr(3));
}

TEST_CASE("pieces of all kinds and sizes keep their order") {
    PatternFile const file{600'000};
    Pieces pieces;
    std::string expected;
    for (std::size_t i = 0; i < 200; ++i) {
        auto const length = i % 7 == 0 ? 40'000 + i : i * 3;
        auto const blob = i % 2 == 0 ? file.blob() : file.blob_in_memory();
        pieces.pieces.emplace_back("-" + std::to_string(i) + "-");
        pieces.pieces.emplace_back(BlobPiece{blob, {i * 11, length}});
        if (i % 5 == 0) pieces.pieces.emplace_back(std::string{});
        expected += "-" + std::to_string(i) + "-" + file.bytes().substr(i * 11, length);
    }
    pieces.length = expected.size();
    auto const sent = send_body(body_of(std::move(pieces)));
    CHECK_FALSE(sent.error);
    CHECK((sent.body == expected));
}

TEST_CASE("a body of unknown length is chunked, or ends with the connection for HTTP/1.0 (RFC 9112 6.3)") {
    PatternFile const file{20'000};
    Pieces const pieces{{std::string{"abc"}, std::string{"de"}, BlobPiece{file.blob(), {0, 20'000}}, std::string{"f"}}};
    auto const chunked = send_body(body_of(pieces));
    CHECK(has(chunked, "Transfer-Encoding: chunked"));
    CHECK((chunked.body == "4e25\r\nabcde" + file.bytes() + "\r\n1\r\nf\r\n0\r\n\r\n"));
    auto const closed = send_body(body_of(pieces), Version::http_1_0);
    CHECK((closed.body == "abcde" + file.bytes() + "f"));
    CHECK(has(closed, "Connection: close"));
    CHECK(send_body(body_of({})).body == "0\r\n\r\n");
}

TEST_CASE("a source that is not as long as it said never ends well") {
    auto const shorter = send_body(body_of({{std::string{"abc"}}, 4}));
    REQUIRE(shorter.error);
    CHECK(shorter.error->code == ErrorCode::internal);
    auto const longer = send_body(body_of({{std::string{"abcde"}}, 4}));
    REQUIRE(longer.error);
    CHECK(longer.body.size() <= 4);
    PatternFile const file{1000};
    CHECK(send_body(body_of({{BlobPiece{file.blob(), {500, 501}}}, 501})).error);
    CHECK(send_body(body_of({{BlobPiece{file.blob(), {2, ~std::uint64_t{0}}}}, 501})).error);
}

TEST_CASE("nothing goes out before the first pieces are there, so that their failure can be answered") {
    auto const early = send_body(body_of({{std::string{"abc"}}, std::nullopt, ErrorCode::not_found}));
    REQUIRE(early.error);
    CHECK(early.error->code == ErrorCode::not_found);
    CHECK(early.header.empty());
    auto const late = send_body(body_of({{std::string(300'000, 'a')}, std::nullopt, ErrorCode::not_found}));
    CHECK(late.error);
    CHECK(late.body.find("0\r\n\r\n") == std::string::npos);
}

TEST_CASE("HEAD has the fields of GET, and its source is never asked (RFC 9110 9.3.2)") {
    auto const asked = std::make_shared<int>(0);
    Pieces const pieces{{std::string{"abc"}}, 3, std::nullopt, nullptr, asked};
    auto const head = send_body(body_of(pieces), Version::http_1_1, Method::head);
    CHECK(head.body.empty());
    CHECK(*asked == 0);
    auto const get = send_body(body_of(pieces));
    CHECK(get.header.substr(get.header.find("Content-L")) == head.header.substr(head.header.find("Content-L")));
}

TEST_CASE("a peer that is gone is cancelled") {
    Stream stream;
    stream.close_reading();
    ResponseWriter writer;
    Response response;
    response.body = "x";
    writer.begin({}, std::move(response), {});
    auto const step = writer.advance(stream.writing());
    REQUIRE_FALSE(step);
    CHECK(step.error().code == ErrorCode::cancelled);
}

}  // namespace cassette::http
