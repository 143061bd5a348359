#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/pieces.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace cassette::dicomweb {

// One part of a multipart body, opened only when its turn comes.
struct Part {
    std::string content_type;
    std::string location;  // Content-Location (PS3.18 8.4.3), "" for none
    std::optional<std::uint64_t> length;
    std::variant<PiecesOpener, StreamOpener> open;  // gives exactly `length` bytes when that is set
    std::string content_range = {};                 // Content-Range (RFC 9110 14.6), "" for none
};

// Parts one after another, made only when their turn comes: nullopt at the end. For answers whose parts may be too many to
// be listed beforehand.
using PartGenerator = std::function<Result<std::optional<Part>>()>;

// A boundary that no one can guess, so that no stored byte can pretend to be one (RFC 2046 5.1.1).
[[nodiscard]] std::string random_boundary();

// RFC 2046 5.1.1: "\r\n--b\r\nContent-Type: ...\r\n\r\n<bytes>" for each part, then "\r\n--b--\r\n". The length is known when
// the length of every part is.
[[nodiscard]] std::unique_ptr<http::BodySource> multipart_body(std::vector<Part> parts, std::string boundary);

// The whole answer, multipart/related (RFC 2387): Content-Type with `type` (of the first part, without its parameters) and the
// boundary, and the body.
[[nodiscard]] http::Response multipart_response(std::vector<Part> parts);
// The same for parts that all have this type; the length is not known.
[[nodiscard]] http::Response multipart_response(std::string const& type, PartGenerator parts);

}  // namespace cassette::dicomweb
