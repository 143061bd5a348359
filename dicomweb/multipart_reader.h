#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/media_type.h"
#include "schema/result.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Where the parts of a multipart body go. An error ends the reading and is returned by MultipartReader::write.
class PartSink {
public:
    virtual ~PartSink() = default;
    virtual Result<void> begin_part(http::Fields const& headers) = 0;
    virtual Result<void> part_data(std::span<std::byte const> bytes) = 0;
    virtual Result<void> end_part() = 0;
    // A part that cannot be begun, because its headers are too long: it is passed over, unless this returns an error.
    virtual Result<void> refuse_part(Error const& error) { return fail(error); }
};

// Reads a multipart body (RFC 2046 5.1.1) as it arrives, cut anywhere, in constant memory: a part's bytes are handed on
// without being gathered. Preamble and epilogue are dropped. One thread at a time.
class MultipartReader {
public:
    // ErrorCode::malformed when the Content-Type has no boundary, or none that RFC 2046 allows.
    static Result<MultipartReader> create(MediaType const& content_type, std::size_t header_bytes_max);

    // The sink's error, which is not to be followed by another call.
    Result<void> write(std::span<std::byte const> bytes, PartSink& sink);
    // ErrorCode::malformed when the closing boundary has not come.
    Result<void> finish() const;

private:
    enum class State { preamble, delimiter, headers, data, epilogue };

    explicit MultipartReader(std::string_view boundary, std::size_t header_bytes_max);
    Result<std::string_view> read_text(std::string_view text, PartSink& sink);
    Result<std::string_view> read_data(std::string_view text, PartSink& sink);
    Result<std::string_view> read_held(std::string_view text, PartSink& sink);
    Result<std::string_view> read_delimiter(std::string_view text, PartSink& sink);
    Result<std::string_view> read_headers(std::string_view text, PartSink& sink);
    Result<void> pass_over(PartSink& sink);
    Result<void> emit(std::string_view data, PartSink& sink);
    Result<void> emit_held(PartSink& sink);
    Result<void> end_data(PartSink& sink);
    void expect_delimiter();

    State state_ = State::preamble;
    std::string delimiter_;  // "\r\n--" boundary
    std::string held_;  // the beginning of a delimiter, perhaps, and in State::delimiter what follows it on its line
    std::size_t assumed_ =
        0;  // bytes at the front of held_ that did not come: the line break before a leading delimiter
    State held_state_ = State::preamble;  // in State::delimiter: where it goes on if this is no delimiter
    std::string header_;
    std::size_t header_bytes_max_;
};

}  // namespace cassette::dicomweb
