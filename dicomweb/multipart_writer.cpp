// "\r\n--b\r\n" "Content-Type: t\r\n" "Content-Location: l\r\n" "\r\n" <bytes of part 1>
// "\r\n--b\r\n" ...                                                    <bytes of part n>
// "\r\n--b--\r\n"

#include "dicomweb/multipart_writer.h"

#include "dicomweb/outcome.h"

#include <algorithm>
#include <random>
#include <utility>

namespace cassette::dicomweb {

namespace {

// Content-Type comes first and is written just so: some clients look for "Content-Type:" and nothing else.
std::string head_of(Part const& part, std::string_view boundary) {
    std::string head = "\r\n--";
    head.append(boundary).append("\r\nContent-Type: ").append(part.content_type).append("\r\n");
    if (!part.location.empty()) head.append("Content-Location: ").append(part.location).append("\r\n");
    return head.append("\r\n");
}

std::string close_of(std::string_view boundary) { return "\r\n--" + std::string{boundary} + "--\r\n"; }

std::optional<std::uint64_t> length_of(std::vector<Part> const& parts, std::string_view boundary) {
    std::uint64_t sum = close_of(boundary).size();
    for (auto const& part : parts) {
        if (!part.length) return std::nullopt;
        sum += head_of(part, boundary).size() + *part.length;
    }
    return sum;
}

class MultipartSource final : public http::BodySource {
public:
    MultipartSource(std::vector<Part> parts, std::string boundary)
        : parts_{std::move(parts)}, boundary_{std::move(boundary)}, length_{length_of(parts_, boundary_)} {}

    std::optional<std::uint64_t> length() const override { return length_; }

    Result<std::optional<http::Piece>> next() override {
        if (piece_ < pieces_.size()) return std::optional{std::move(pieces_[piece_++])};
        if (part_ < parts_.size()) return open_part();
        if (std::exchange(closed_, true)) return std::optional<http::Piece>{};
        return std::optional<http::Piece>{close_of(boundary_)};
    }

private:
    // The part is released once its pieces are there, and each piece as it is handed on: open files stay few.
    Result<std::optional<http::Piece>> open_part() {
        auto const part = std::exchange(parts_[part_++], Part{});
        auto opened = part.open();
        if (!opened) return fail(opened.error());
        if (part.length && total_length(*opened) != *part.length)
            return fail(ErrorCode::internal, "a stored part is not as long as recorded");
        pieces_ = *std::move(opened);
        piece_ = 0;
        return std::optional<http::Piece>{head_of(part, boundary_)};
    }

    std::vector<Part> parts_;
    std::string boundary_;
    std::optional<std::uint64_t> length_;
    std::size_t part_ = 0;
    Pieces pieces_;
    std::size_t piece_ = 0;
    bool closed_ = false;
};

}  // namespace

std::string random_boundary() {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::random_device random;
    std::string boundary = "cassette";
    for (int word = 0; word < 5; ++word) {
        auto bits = random();
        for (int i = 0; i < 8; ++i, bits >>= 4) boundary.push_back(digits[bits & 15U]);
    }
    return boundary;
}

std::unique_ptr<http::BodySource> multipart_body(std::vector<Part> parts, std::string boundary) {
    return std::make_unique<MultipartSource>(std::move(parts), std::move(boundary));
}

http::Response multipart_response(std::vector<Part> parts) {
    auto const boundary = random_boundary();
    std::string type = parts.empty() ? "application/octet-stream" : parts.front().content_type;
    type.resize(std::min(type.find(';'), type.size()));
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "multipart/related; type=\"" + type + "\"; boundary=" + boundary);
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    response.body = multipart_body(std::move(parts), boundary);
    return response;
}

}  // namespace cassette::dicomweb
