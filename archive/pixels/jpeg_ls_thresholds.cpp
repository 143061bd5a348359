#include "archive/pixels/jpeg_ls_thresholds.h"

#include <algorithm>
#include <cstdint>

namespace cassette {

// What is looked at, and what is put before the first scan:
//
//   FF F7 llll pp ...                        frame header: precision
//   FF F8 llll 01 mmmm 1111 2222 3333 rrrr   preset parameters: MAXVAL, T1, T2, T3, RESET
//   FF DA llll n n*(c t) NEAR ...            scan header

namespace {

struct Thresholds {
    std::int64_t maximum;
    std::int64_t first;
    std::int64_t second;
    std::int64_t third;
};

// ISO/IEC 14495-1 C.2.4.1.1.1, where MAXVAL is less than 128.
Thresholds default_thresholds(std::uint32_t precision, std::uint32_t near) {
    std::int64_t const maximum = (1 << precision) - 1;
    auto const factor = 256 / (maximum + 1);
    auto const within = [maximum](std::int64_t value, std::int64_t least) {
        return value > maximum || value < least ? least : value;
    };
    std::int64_t const lost = near;
    auto const first = within(std::max<std::int64_t>(2, 3 / factor + 3 * lost), lost + 1);
    auto const second = within(std::max<std::int64_t>(3, 7 / factor + 5 * lost), first);
    auto const third = within(std::max<std::int64_t>(4, 21 / factor + 7 * lost), second);
    return {maximum, first, second, third};
}

std::string preset_parameters(Thresholds const& thresholds) {
    constexpr std::int64_t reset = 64;
    std::string segment{"\xFF\xF8\x00\x0D\x01", 5};
    for (auto const number : {thresholds.maximum, thresholds.first, thresholds.second, thresholds.third, reset}) {
        segment.push_back(static_cast<char>(number >> 8));
        segment.push_back(static_cast<char>(number & 0xFF));
    }
    return segment;
}

std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
}

// Where the first scan begins, and the precision; nullopt when it says its thresholds or there is no scan.
struct Start {
    std::size_t scan;
    std::uint32_t precision;
};
std::optional<Start> start_of(std::string_view stream) {
    if (!stream.starts_with("\xFF\xD8")) return std::nullopt;
    std::uint32_t precision = 0;
    for (std::size_t at = 2; at + 5 <= stream.size() && byte_at(stream, at) == 0xFF;) {
        auto const marker = byte_at(stream, at + 1);
        auto const length = byte_at(stream, at + 2) << 8 | byte_at(stream, at + 3);
        if (marker == 0xDA) return Start{at, precision};
        if (marker == 0xF7) precision = byte_at(stream, at + 4);
        if (marker == 0xF8 && byte_at(stream, at + 4) == 1) return std::nullopt;
        at += 2 + length;
    }
    return std::nullopt;
}

}  // namespace

std::optional<std::string> with_thresholds(std::string_view stream) {
    auto const start = start_of(stream);
    if (!start || start->precision < 2 || start->precision > 7) return std::nullopt;
    auto const components = byte_at(stream, start->scan + 4);
    auto const near = byte_at(stream, start->scan + 5 + 2 * components);
    std::string result{stream.substr(0, start->scan)};
    result += preset_parameters(default_thresholds(start->precision, near));
    result += stream.substr(start->scan);
    if (result.size() % 2 != 0) result.push_back('\0');
    return result;
}

}  // namespace cassette
