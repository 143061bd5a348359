#include "dicomweb/http/outgoing_batch.h"

#include <sys/sendfile.h>
#include <sys/socket.h>
#include <sys/uio.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>

namespace cassette::http {

namespace {

constexpr std::uint64_t sendfile_max = 1U << 30;

Failure peer_gone() { return fail(ErrorCode::cancelled, "the peer closed the connection"); }

bool would_block(int code) { return code == EAGAIN || code == EWOULDBLOCK; }

}  // namespace

void OutgoingBatch::add(std::string text) {
    if (!text.empty()) strings_.push_back(std::move(text));
}

void OutgoingBatch::add_file(BlobPiece piece, FileHandle file) {
    blob_ = std::move(piece.blob);
    file_ = file;
    file_offset_ = file.base + piece.range.offset;
    file_left_ = piece.range.length;
}

void OutgoingBatch::insert(std::size_t position, std::string text) {
    strings_.insert(strings_.begin() + static_cast<std::ptrdiff_t>(position), std::move(text));
}

Result<bool> OutgoingBatch::send(int socket) {
    auto strings = send_strings(socket);
    if (!strings || !*strings) return strings;
    auto file = send_file(socket);
    if (file && *file) clear();
    return file;
}

Result<bool> OutgoingBatch::send_strings(int socket) {
    // What follows from the file shares the segment with the end of the strings.
    int flags = MSG_NOSIGNAL | MSG_DONTWAIT | (file_left_ > 0 ? MSG_MORE : 0);
    while (next_ < strings_.size()) {
        std::array<iovec, strings_max + 2> parts;
        std::size_t count = 0;
        auto skip = offset_;
        for (auto i = next_; i < strings_.size() && count < parts.size(); ++i) {
            parts[count++] = {strings_[i].data() + skip, strings_[i].size() - skip};
            skip = 0;
        }
        msghdr message{};
        message.msg_iov = parts.data();
        message.msg_iovlen = count;
        auto bytes = ::sendmsg(socket, &message, flags);
        if (bytes < 0 && errno == EINTR) continue;
        if (bytes < 0 && would_block(errno)) return false;
        if (bytes < 0) return peer_gone();
        advance(static_cast<std::size_t>(bytes));
    }
    return true;
}

Result<bool> OutgoingBatch::send_file(int socket) {
    while (file_left_ > 0) {
        auto offset = static_cast<off_t>(file_offset_);
        auto count = static_cast<std::size_t>(std::min(file_left_, sendfile_max));
        auto bytes = ::sendfile(socket, file_.descriptor, &offset, count);
        if (bytes == 0) return fail(ErrorCode::internal, "a blob's file is shorter than the blob");
        if (bytes < 0 && errno == EINTR) continue;
        if (bytes < 0 && would_block(errno)) return false;
        if (bytes < 0 && (errno == EPIPE || errno == ECONNRESET)) return peer_gone();
        if (bytes < 0) return fail(ErrorCode::internal, std::string{"sendfile: "} + std::strerror(errno));
        file_offset_ += static_cast<std::uint64_t>(bytes);
        file_left_ -= static_cast<std::uint64_t>(bytes);
        sent_ += static_cast<std::uint64_t>(bytes);
    }
    return true;
}

void OutgoingBatch::advance(std::size_t bytes) {
    sent_ += bytes;
    while (bytes > 0) {
        auto left = strings_[next_].size() - offset_;
        auto here = std::min(left, bytes);
        bytes -= here;
        offset_ += here;
        if (here < left) return;
        ++next_;
        offset_ = 0;
    }
}

void OutgoingBatch::clear() {
    strings_.clear();
    next_ = 0;
    offset_ = 0;
    blob_.reset();
}

}  // namespace cassette::http
