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
std::string head_of(Part const& part, std::string_view content_type, std::string_view boundary) {
    std::string head = "\r\n--";
    head.append(boundary).append("\r\nContent-Type: ").append(content_type).append("\r\n");
    if (!part.content_range.empty()) head.append("Content-Range: ").append(part.content_range).append("\r\n");
    if (!part.location.empty()) head.append("Content-Location: ").append(part.location).append("\r\n");
    return head.append("\r\n");
}

std::string close_of(std::string_view boundary) { return "\r\n--" + std::string{boundary} + "--\r\n"; }

std::optional<std::uint64_t> length_of(std::vector<Part> const& parts, std::string_view boundary) {
    std::uint64_t sum = close_of(boundary).size();
    for (auto const& part : parts) {
        if (!part.length) return std::nullopt;
        sum += head_of(part, part.content_type, boundary).size() + *part.length;
    }
    return sum;
}

// The parts of a list; each is released when it is handed on.
class ListedParts {
public:
    explicit ListedParts(std::vector<Part> parts) : parts_{std::make_shared<std::vector<Part>>(std::move(parts))} {}

    Result<std::optional<Part>> operator()() {
        if (next_ == parts_->size()) return std::optional<Part>{};
        return std::optional<Part>{std::exchange((*parts_)[next_++], Part{})};
    }

private:
    std::shared_ptr<std::vector<Part>> parts_;  // shared because std::function wants to copy; there is one reader
    std::size_t next_ = 0;
};

class MultipartSource final : public http::BodySource {
public:
    MultipartSource(PartGenerator parts, std::string boundary, std::optional<std::uint64_t> length)
        : parts_{std::move(parts)}, boundary_{std::move(boundary)}, length_{length} {}

    std::optional<std::uint64_t> length() const override { return length_; }

    Result<std::optional<http::Piece>> next() override {
        if (piece_ < pieces_.size()) return std::optional{std::move(pieces_[piece_++])};
        if (stream_) {
            auto piece = stream_->next();
            if (!piece || *piece) return piece;
            stream_.reset();
        }
        if (closed_) return std::optional<http::Piece>{};
        auto part = parts_();
        if (!part) return fail(part.error());
        if (*part) return open_part(**part);
        closed_ = true;
        return std::optional<http::Piece>{close_of(boundary_)};
    }

private:
    // The part is released once its pieces are there, and each piece as it is handed on: open files stay few.
    Result<std::optional<http::Piece>> open_part(Part const& part) {
        if (auto const* stream = std::get_if<StreamOpener>(&part.open)) return open_stream(part, *stream);
        auto opened = std::get<PiecesOpener>(part.open)();
        if (!opened) return fail(opened.error());
        if (part.length && total_length(*opened) != *part.length)
            return fail(ErrorCode::internal, "a stored part is not as long as recorded");
        pieces_ = *std::move(opened);
        piece_ = 0;
        return std::optional<http::Piece>{head_of(part, part.content_type, boundary_)};
    }

    Result<std::optional<http::Piece>> open_stream(Part const& part, StreamOpener const& open) {
        auto opened = open();
        if (!opened) return fail(opened.error());
        stream_ = std::move(opened->body);
        auto const& type = opened->content_type.empty() ? part.content_type : opened->content_type;
        return std::optional<http::Piece>{head_of(part, type, boundary_)};
    }

    PartGenerator parts_;
    std::string boundary_;
    std::optional<std::uint64_t> length_;
    Pieces pieces_;
    std::size_t piece_ = 0;
    std::unique_ptr<http::BodySource> stream_;
    bool closed_ = false;
};

http::Response related(std::string type, std::string const& boundary) {
    type.resize(std::min(type.find(';'), type.size()));
    http::Response response;
    response.status = http_status(Outcome::ok);
    response.fields.set("Content-Type", "multipart/related; type=\"" + type + "\"; boundary=" + boundary);
    response.fields.set("Cache-Control", "private, no-cache");
    response.fields.set("Vary", "Accept");
    return response;
}

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
    auto const length = length_of(parts, boundary);
    return std::make_unique<MultipartSource>(ListedParts{std::move(parts)}, std::move(boundary), length);
}

http::Response multipart_response(std::vector<Part> parts) {
    auto boundary = random_boundary();
    auto response = related(parts.empty() ? "application/octet-stream" : parts.front().content_type, boundary);
    response.body = multipart_body(std::move(parts), std::move(boundary));
    return response;
}

http::Response multipart_response(std::string const& type, PartGenerator parts) {
    auto boundary = random_boundary();
    auto response = related(type, boundary);
    response.body = std::make_unique<MultipartSource>(std::move(parts), std::move(boundary), std::nullopt);
    return response;
}

}  // namespace cassette::dicomweb
