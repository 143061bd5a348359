#pragma once

#include "dicomweb/http/message.h"
#include "schema/result.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace cassette::http {

// Bytes on their way to a non-blocking socket: strings, then at most one range of a file. They leave in as few segments as
// they fit in, the strings by one sendmsg(2), the file by sendfile(2).
class OutgoingBatch {
public:
    static constexpr std::size_t strings_max = 32;

    bool empty() const { return next_ == strings_.size() && file_left_ == 0; }
    // Neither may follow a file: not full() first.
    void add(std::string text);
    void add_file(BlobPiece piece, FileHandle file);
    // Puts `text` before everything from the string at that position on.
    void insert(std::size_t position, std::string text);
    bool full() const { return file_left_ > 0 || strings_.size() >= strings_max; }
    std::size_t strings() const { return strings_.size(); }

    // Sends what the socket takes. True when nothing is left, false when the socket would block. ErrorCode::cancelled when the
    // peer is gone, ErrorCode::internal when the file ends early or cannot be read.
    Result<bool> send(int socket);
    std::uint64_t sent() const { return sent_; }

private:
    Result<bool> send_strings(int socket);
    Result<bool> send_file(int socket);
    void advance(std::size_t bytes);
    void clear();

    std::vector<std::string> strings_;
    std::size_t next_ = 0;              // string to send next
    std::size_t offset_ = 0;            // in it
    std::shared_ptr<Blob const> blob_;  // keeps file_ open; the other owner is whoever made the piece
    FileHandle file_{-1, 0};
    std::uint64_t file_offset_ = 0;
    std::uint64_t file_left_ = 0;
    std::uint64_t sent_ = 0;
};

}  // namespace cassette::http
