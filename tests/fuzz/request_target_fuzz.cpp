// Law: what is read of a request target, written out and read again, is the same; no segment holds a '/' or a control character
// or is "..", no name or value of the query holds a NUL; and there is never more of it than was sent.

#include "dicomweb/http/percent_encoding.h"
#include "dicomweb/http/request_target.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace cassette::http;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

std::string written(RequestTarget const& target) {
    std::string text;
    for (auto const& segment : target.segments) text += "/" + percent_encode(segment);
    if (target.segments.empty()) text = "/";
    char mark = '?';
    for (auto const& [name, value] : target.query) {
        text += mark + percent_encode(name) + "=" + percent_encode(value);
        mark = '&';
    }
    return text;
}

bool control(char c) {
    auto const byte = static_cast<unsigned char>(c);
    return byte < 0x20 || byte == 0x7F;
}

std::size_t check(RequestTarget const& target) {
    std::size_t bytes = 0;
    for (auto const& segment : target.segments) {
        require(segment.find('/') == std::string::npos && segment != "..");
        require(std::none_of(segment.begin(), segment.end(), control));
        bytes += segment.size();
    }
    for (auto const& [name, value] : target.query) {
        require(name.find('\0') == std::string::npos && value.find('\0') == std::string::npos);
        bytes += name.size() + value.size();
    }
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    require(path_of(text).find('?') == std::string_view::npos);
    auto const target = parse_request_target(text);
    if (!target) return 0;
    require(check(*target) <= size);
    auto const again = parse_request_target(written(*target));
    require(again.has_value());
    require(again->segments == target->segments && again->query == target->query);
    return 0;
}
