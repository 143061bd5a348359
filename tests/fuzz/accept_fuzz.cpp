// Law: every range that is read has a type and a subtype and a quality from 0 to 1000, in falling order; written out and read
// again it is the same; negotiation never picks what the client excluded.

#include "dicomweb/accept.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (char const c : text) {
        if (c == '"' || c == '\\') result += '\\';
        result += c;
    }
    return result + '"';
}

std::string written(AcceptedRange const& range) {
    auto text = range.essence;
    if (!range.part_type.empty()) text += ";type=" + quoted(range.part_type);
    for (auto const& syntax : range.transfer_syntaxes) text += ";transfer-syntax=" + quoted(syntax);
    auto const digits = std::to_string(range.quality);
    return text + (range.quality == 1000 ? ";q=1" : ";q=0." + std::string(3 - digits.size(), '0') + digits);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    auto const ranges = parse_accept({reinterpret_cast<char const*>(data), size});
    std::string again;
    for (std::size_t i = 0; i < ranges.size(); ++i) {
        require(ranges[i].essence.find('/') != std::string::npos);
        require(ranges[i].quality >= 0 && ranges[i].quality <= 1000);
        require(i == 0 || ranges[i - 1].quality >= ranges[i].quality);
        again += (i == 0 ? "" : ", ") + written(ranges[i]);
    }
    require(parse_accept(again) == ranges);

    std::vector<Offer> const offers{{"application/dicom+json", {}, {}},
                                    {"multipart/related", "application/octet-stream", "1.2.840.10008.1.2.4.50", true}};
    auto const chosen = negotiate(ranges, offers);
    bool const all_excluded = !ranges.empty() && ranges.front().quality == 0;
    require(!all_excluded || !chosen);
    return 0;
}
