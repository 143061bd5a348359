#pragma once

#include "archive/part10/deflated_text.h"
#include "dicomweb/http/compression.h"
#include "dicomweb/http/message.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cassette::dicomweb {

// Texts in a row, kept deflated in batches once they are more than one batch: a long answer is there at once, is not bound
// to an open database statement, and costs little memory however slowly a client takes it.
class PackedTexts {
public:
    void append(std::string_view text);
    std::uint64_t length() const { return length_; }  // bytes of all texts
    std::uint64_t bytes_held() const;
    bool is_short() const { return batches_.empty(); }  // nothing is deflated

    // The next of the texts, nullopt at the end. Not to be mixed with taking batches.
    Result<std::optional<std::string>> take_text();
    // The next batch of texts, one text after the other; nullopt at the end.
    Result<std::optional<std::string>> take_batch();
    std::optional<DeflatedText> take_deflated();

private:
    std::deque<DeflatedText> batches_;
    std::string open_;                   // the last batch
    std::deque<std::uint32_t> lengths_;  // of the texts that are left
    std::uint64_t length_ = 0;
    std::uint64_t deflated_bytes_ = 0;
    std::string taken_;  // take_text: the batch that it is in, and how far
    std::size_t position_ = 0;
};

// `before`, the texts, `after`. Long ones are deflated no more than once: for gzip the batches go out as they are. The caller
// sets Content-Encoding when it asks for gzip; zstd is not made here.
[[nodiscard]] std::unique_ptr<http::BodySource> packed_body(std::string before, PackedTexts texts, std::string after,
                                                            http::ContentCoding coding);

}  // namespace cassette::dicomweb
