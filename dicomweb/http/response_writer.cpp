#include "dicomweb/http/response_writer.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace cassette::http {

namespace {

constexpr std::uint64_t gather_bytes = 256 * 1024;         // a batch of strings
constexpr std::uint64_t sendfile_bytes_min = 16 * 1024;    // below it a copy is cheaper than another system call
constexpr std::uint64_t step_bytes_max = 8 * 1024 * 1024;  // then other connections get their turn

bool has_no_body(unsigned status) { return status == 204 || status == 304; }

Delimiter delimiter_of(Body const& body, Version version) {
    auto const* source = std::get_if<std::unique_ptr<BodySource>>(&body);
    if (!source || !*source || (*source)->length()) return Delimiter::content_length;
    return version == Version::http_1_0 ? Delimiter::close : Delimiter::chunked;
}

std::uint64_t length_of(Body const& body) {
    if (auto const* text = std::get_if<std::string>(&body)) return text->size();
    auto const& source = std::get<std::unique_ptr<BodySource>>(body);
    return source ? source->length().value_or(0) : 0;
}

std::string hexadecimal(std::uint64_t number) {
    std::array<char, 16> digits{};
    auto [end, failure] = std::to_chars(digits.data(), digits.data() + digits.size(), number, 16);
    return {digits.data(), end};
}

}  // namespace

void ResponseWriter::begin(Request const& request, Response response, Framing framing) {
    *this = ResponseWriter{};
    status_ = response.status;
    framing_ = framing;
    bool none = has_no_body(status_);
    framing_.delimiter = none ? Delimiter::none : delimiter_of(response.body, framing.version);
    framing_.length = none ? 0 : length_of(response.body);
    if (framing_.delimiter == Delimiter::close) framing_.keep_alive = false;
    batch_.add(response_head(response, request.id, framing_));
    bool silent = none || request.method == Method::head;
    if (silent) return;
    if (auto* text = std::get_if<std::string>(&response.body)) {
        batch_.add(std::move(*text));
        return;
    }
    source_ = std::move(std::get<std::unique_ptr<BodySource>>(response.body));
}

Result<ResponseWriter::Progress> ResponseWriter::advance(int socket) {
    auto const before = sent();
    while (true) {
        if (source_ && !batch_leaves_) {
            if (auto filled = fill(); !filled) return fail(filled.error());
        }
        batch_leaves_ = true;
        auto left = batch_.send(socket);
        if (!left) return fail(left.error());
        if (!*left) return Progress::blocked;
        batch_leaves_ = false;
        if (!source_) return Progress::done;
        if (sent() - before >= step_bytes_max) return Progress::yielded;
    }
}

// Gathers pieces until they are worth a system call, a file comes, or the body ends.
Result<void> ResponseWriter::fill() {
    auto const first = batch_.strings();
    in_batch_ = 0;
    while (source_ && in_batch_ < gather_bytes && !batch_.full()) {
        auto piece = next();
        if (!piece) return fail(piece.error());
        if (!*piece) {
            source_.reset();
            break;
        }
        if (auto added = add(std::move(**piece)); !added) return added;
    }
    produced_ += in_batch_;
    bool sized = framing_.delimiter == Delimiter::content_length;
    if (sized && produced_ > framing_.length) return fail(ErrorCode::internal, "a body is longer than it said");
    if (sized && !source_ && produced_ < framing_.length)
        return fail(ErrorCode::internal, "a body is shorter than it said");
    if (framing_.delimiter == Delimiter::chunked) frame(first);
    return {};
}

Result<std::optional<Piece>> ResponseWriter::next() {
    if (!unread_) return source_->next();
    auto piece = *std::exchange(unread_, std::nullopt);
    return std::optional<Piece>{std::move(piece)};
}

Result<void> ResponseWriter::add(Piece piece) {
    if (auto* blob = std::get_if<BlobPiece>(&piece)) return add(std::move(*blob));
    auto& text = std::get<std::string>(piece);
    in_batch_ += text.size();
    batch_.add(std::move(text));
    return {};
}

Result<void> ResponseWriter::add(BlobPiece piece) {
    auto const size = piece.blob->size();
    bool within = piece.range.offset <= size && piece.range.length <= size - piece.range.offset;
    if (!within) return fail(ErrorCode::internal, "a range ends beyond its blob");
    if (piece.range.length == 0) return {};
    auto file = piece.blob->file();
    if (file && piece.range.length >= sendfile_bytes_min) {
        in_batch_ += piece.range.length;
        batch_.add_file(std::move(piece), *file);
        return {};
    }
    auto const count = std::min(piece.range.length, gather_bytes);
    std::string text(count, '\0');
    auto bytes = std::as_writable_bytes(std::span{text});
    if (auto read = piece.blob->read_at(piece.range.offset, bytes); !read) return read;
    in_batch_ += count;
    batch_.add(std::move(text));
    piece.range.offset += count;
    piece.range.length -= count;
    if (piece.range.length > 0) unread_ = std::move(piece);
    return {};
}

// RFC 9112 7.1: one chunk a batch. The CRLF after its data goes with the next batch, or the file could not be the last.
void ResponseWriter::frame(std::size_t first_string) {
    if (in_batch_ > 0) {
        batch_.insert(first_string, (chunk_open_ ? "\r\n" : "") + hexadecimal(in_batch_) + "\r\n");
        chunk_open_ = true;
    }
    if (source_) return;
    batch_.add(std::string{chunk_open_ ? "\r\n" : ""} + "0\r\n\r\n");
}

}  // namespace cassette::http
