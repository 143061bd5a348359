#pragma once

#include "archive/access/principal.h"
#include "archive/part10/instance_layout.h"
#include "schema/result.h"
#include "storage/blob_store.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cassette::http {

enum class Method { get, head, post, put, patch, delete_, options, other };

// Header fields in order of arrival; names compare without case (RFC 9110 5.1).
class Fields {
public:
    void add(std::string name, std::string value);
    void set(std::string name, std::string value);  // replaces all of that name
    // The first value, or an empty view.
    std::string_view get(std::string_view name) const;
    // All values of that name joined by ", " (RFC 9110 5.3).
    std::string joined(std::string_view name) const;
    bool has(std::string_view name) const;
    std::vector<std::pair<std::string, std::string>> const& all() const { return fields_; }

private:
    std::vector<std::pair<std::string, std::string>> fields_;
};

// A request without its body. The path is split at '/' and percent-decoded; the query is split at '&' and '=', decoded ('+'
// stays '+'), in order, empty parameters dropped.
struct Request {
    Method method = Method::get;
    std::string target;                 // as sent, for the log's path only: the query may hold patient data
    std::vector<std::string> segments;  // "/dicom-web/studies" is {"dicom-web", "studies"}
    std::vector<std::pair<std::string, std::string>> query;
    Fields fields;
    std::string id;      // of this request, in the log and in problem details
    std::string remote;  // the client's address, as far as trusted proxies tell it
    std::string base;    // how the client reached us, "http://host:8104" (dicomweb/http/forwarded.h)
    Principal principal;
    // The first query parameter of that name, nullopt when there is none.
    std::optional<std::string> parameter(std::string_view name) const;
};

// A piece of a body: bytes in memory, or a range of a blob, which leaves by sendfile where it can.
struct BlobPiece {
    std::shared_ptr<Blob const> blob;
    ByteRange range;
};
using Piece = std::variant<std::string, BlobPiece>;

// A body that is produced as it is sent. `next` runs on a worker, one call at a time; on an I/O thread only where the answer
// was at hand (Route::at_hand), and then it does not block.
class BodySource {
public:
    virtual ~BodySource() = default;
    // Bytes in all when known beforehand (Content-Length); otherwise the body is sent chunked.
    virtual std::optional<std::uint64_t> length() const = 0;
    // The next piece, nullopt at the end. An error cuts the connection when something has gone out already; before that it
    // is answered (dicomweb/http/problem.h).
    virtual Result<std::optional<Piece>> next() = 0;
    // The whole body where it is one range of a blob and nothing of it has been produced; nullopt otherwise.
    virtual std::optional<BlobPiece> only_piece() const { return std::nullopt; }
};

using Body = std::variant<std::string, std::unique_ptr<BodySource>>;

struct Response {
    unsigned status = 200;
    Fields fields;
    Body body;
    std::string error = {};  // for the log: Error::detail of a failure; it is not sent from here
    // Nothing went into it but the current state of the study that the path names: until that changes, the same request may
    // be given it again (dicomweb/repeated_answers.h).
    bool repeatable = false;
};

// A body that is consumed as it arrives. Both calls run on a worker, one at a time.
class BodySink {
public:
    virtual ~BodySink() = default;
    // An error ends the upload: `finish` is not called, and the error is answered.
    virtual Result<void> write(std::span<std::byte const> bytes) = 0;
    virtual Response finish() = 0;
};

}  // namespace cassette::http
