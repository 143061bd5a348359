#pragma once

#include "dicomweb/http/message.h"
#include "dicomweb/packed_texts.h"
#include "dicomweb/search_result.h"

#include <cstdint>
#include <string>
#include <vector>

namespace cassette::dicomweb {

enum class SearchFormat { json, xml, csv };

// The payload of a search response (PS3.18 10.6.3.3, 10.6.4), gathered match by match and sent after that: what goes wrong
// while searching is answered as an error, and the header can tell how many matches there are.
class SearchAnswer {
public:
    // `writer` outlives the answer.
    SearchAnswer(SearchFormat format, SearchResultWriter const& writer);
    Result<void> add(Match const& match);
    std::uint64_t matches() const { return matches_; }
    // The response with its status, body and, where it is not Content-Type's whole business, other fields. `media_type` is
    // what was negotiated; nothing is left here afterwards.
    http::Response take_response(http::Request const& request, std::string const& media_type);

private:
    Result<void> write(Match const& match);  // into text_

    SearchFormat format_;
    SearchResultWriter const& writer_;
    std::vector<AttributePath> columns_;  // of CSV
    std::string text_;
    PackedTexts texts_;
    std::uint64_t matches_ = 0;
};

}  // namespace cassette::dicomweb
