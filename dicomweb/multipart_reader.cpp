// preamble "\r\n--b" padding "\r\n"
// headers "\r\n\r\n" data "\r\n--b" padding "\r\n"
// headers "\r\n\r\n" data "\r\n--b--" epilogue
//
// A boundary holds no CR, so a delimiter begins at its only CR: after a mismatch nothing held back can begin another one.

#include "dicomweb/multipart_reader.h"

#include <algorithm>
#include <utility>

namespace cassette::dicomweb {

namespace {

constexpr std::size_t boundary_length_max = 70;  // RFC 2046 5.1.1
constexpr std::size_t delimiter_padding_max = 64;
constexpr std::string_view line_break = "\r\n";

// bchars of RFC 2046 5.1.1, and what clients use besides; no controls, no quote.
bool is_boundary(std::string_view text) {
    auto const allowed = [](char c) { return c >= ' ' && c <= '~' && c != '"'; };
    return !text.empty() && text.size() <= boundary_length_max && text.back() != ' ' &&
        std::ranges::all_of(text, allowed);
}

http::Fields parse_headers(std::string_view block) {
    http::Fields fields;
    while (!block.empty()) {
        auto const line = block.substr(0, block.find(line_break));
        block.remove_prefix(std::min(block.size(), line.size() + line_break.size()));
        auto const colon = line.find(':');
        if (colon == std::string_view::npos) continue;
        fields.add(std::string{without_whitespace(line.substr(0, colon))},
                   std::string{without_whitespace(line.substr(colon + 1))});
    }
    return fields;
}

// How a delimiter line goes on after the boundary.
enum class LineEnd { incomplete, part, close, not_a_delimiter };

LineEnd classify(std::string_view tail) {
    if (tail.starts_with("--")) return LineEnd::close;
    if (tail == "-") return LineEnd::incomplete;
    auto const padding = std::min(tail.find_first_not_of(" \t"), tail.size());
    if (padding > delimiter_padding_max) return LineEnd::not_a_delimiter;
    auto const end = tail.substr(padding);
    if (end == line_break) return LineEnd::part;
    return line_break.starts_with(end) ? LineEnd::incomplete : LineEnd::not_a_delimiter;
}

// How much at the end of `text` may be the beginning of the delimiter.
std::size_t possible_delimiter(std::string_view text, std::string_view delimiter) {
    auto const tail = text.substr(text.size() - std::min(text.size(), delimiter.size() - 1));
    auto const start = tail.rfind('\r');
    if (start == std::string_view::npos || !delimiter.starts_with(tail.substr(start))) return 0;
    return tail.size() - start;
}

}  // namespace

MultipartReader::MultipartReader(std::string_view boundary, std::size_t header_bytes_max)
    : delimiter_{"\r\n--" + std::string{boundary}}, header_bytes_max_{header_bytes_max} {
    expect_delimiter();
}

Result<MultipartReader> MultipartReader::create(MediaType const& content_type, std::size_t header_bytes_max) {
    auto const boundary = content_type.parameter("boundary");
    if (!boundary) return fail(ErrorCode::malformed, "multipart without a boundary (RFC 2046 5.1.1)");
    if (!is_boundary(*boundary)) return fail(ErrorCode::malformed, "not a boundary (RFC 2046 5.1.1)");
    return MultipartReader{*boundary, header_bytes_max};
}

Result<void> MultipartReader::write(std::span<std::byte const> bytes, PartSink& sink) {
    std::string_view text{reinterpret_cast<char const*>(bytes.data()), bytes.size()};
    while (!text.empty()) {
        auto rest = read_text(text, sink);
        if (!rest) return fail(rest.error());
        text = *rest;
    }
    return {};
}

Result<void> MultipartReader::finish() const {
    if (state_ != State::epilogue) return fail(ErrorCode::malformed, "multipart body without its closing boundary");
    return {};
}

Result<std::string_view> MultipartReader::read_text(std::string_view text, PartSink& sink) {
    switch (state_) {
        case State::preamble:
        case State::data: return held_.empty() ? read_data(text, sink) : read_held(text, sink);
        case State::delimiter: return read_delimiter(text, sink);
        case State::headers: return read_headers(text, sink);
        case State::epilogue: return std::string_view{};
    }
    return std::string_view{};
}

// Nothing is held: finds the next delimiter at the speed of a search.
Result<std::string_view> MultipartReader::read_data(std::string_view text, PartSink& sink) {
    auto const found = text.find(delimiter_);
    if (found != std::string_view::npos) {
        if (auto emitted = emit(text.substr(0, found), sink); !emitted) return fail(emitted.error());
        held_ = delimiter_;
        held_state_ = std::exchange(state_, State::delimiter);
        return text.substr(found + delimiter_.size());
    }
    auto const kept = possible_delimiter(text, delimiter_);
    if (auto emitted = emit(text.substr(0, text.size() - kept), sink); !emitted) return fail(emitted.error());
    held_ = text.substr(text.size() - kept);
    return std::string_view{};
}

// The beginning of a delimiter is held: goes on while the bytes agree.
Result<std::string_view> MultipartReader::read_held(std::string_view text, PartSink& sink) {
    auto const expected = std::string_view{delimiter_}.substr(held_.size());
    auto const agreeing = static_cast<std::size_t>(std::ranges::mismatch(expected, text).in1 - expected.begin());
    held_.append(text.substr(0, agreeing));
    text.remove_prefix(agreeing);
    if (held_.size() == delimiter_.size()) {
        held_state_ = std::exchange(state_, State::delimiter);
        return text;
    }
    if (text.empty()) return text;
    if (auto emitted = emit_held(sink); !emitted) return fail(emitted.error());
    return text;
}

// The whole delimiter is held: takes its line to the end, byte by byte, to tell it from data that looks like it.
Result<std::string_view> MultipartReader::read_delimiter(std::string_view text, PartSink& sink) {
    held_.push_back(text.front());
    auto const end = classify(std::string_view{held_}.substr(delimiter_.size()));
    if (end == LineEnd::incomplete) return text.substr(1);
    if (end == LineEnd::not_a_delimiter) {
        // The last byte may begin a real delimiter: it is read again as data.
        held_.pop_back();
        bool const line_ended = held_.ends_with('\r');
        if (line_ended) held_.pop_back();
        state_ = held_state_;
        if (auto emitted = emit_held(sink); !emitted) return fail(emitted.error());
        if (line_ended) held_ = "\r";
        return text;
    }
    if (auto ended = end_data(sink); !ended) return fail(ended.error());
    state_ = end == LineEnd::close ? State::epilogue : State::headers;
    return text.substr(1);
}

Result<std::string_view> MultipartReader::read_headers(std::string_view text, PartSink& sink) {
    auto const taken = std::min(text.size(), header_bytes_max_ + 1 - header_.size());
    auto const searched = header_.size() < 3 ? 0 : header_.size() - 3;
    auto const before = header_.size();
    header_.append(text.substr(0, taken));
    std::size_t length = header_.starts_with(line_break) ? 0 : header_.find("\r\n\r\n", searched);
    if (length == std::string::npos) {
        if (header_.size() <= header_bytes_max_) return std::string_view{};
        if (auto passed = pass_over(sink); !passed) return fail(passed.error());
        return text.substr(taken);
    }
    auto const end = length == 0 ? line_break.size() : length + 2 * line_break.size();
    auto const fields = parse_headers(std::string_view{header_}.substr(0, length));
    header_.clear();
    state_ = State::data;
    expect_delimiter();
    if (auto begun = sink.begin_part(fields); !begun) return fail(begun.error());
    return text.substr(end - before);
}

// What was gathered is read again for a delimiter: the next one begins the next part. It is shorter than what would have to
// be passed over a second time.
Result<void> MultipartReader::pass_over(PartSink& sink) {
    if (auto refused = sink.refuse_part({ErrorCode::malformed, "part headers are too long"}); !refused) return refused;
    auto const gathered = std::exchange(header_, {});
    state_ = State::preamble;
    expect_delimiter();
    return write(std::as_bytes(std::span{gathered}), sink);
}

// Where a delimiter may come at once, the line break before it has been read already.
void MultipartReader::expect_delimiter() {
    held_ = line_break;
    assumed_ = line_break.size();
}

Result<void> MultipartReader::emit(std::string_view data, PartSink& sink) {
    if (state_ != State::data || data.empty()) return {};
    return sink.part_data(std::as_bytes(std::span{data.data(), data.size()}));
}

Result<void> MultipartReader::emit_held(PartSink& sink) {
    auto const held = std::exchange(held_, {});
    auto const assumed = std::exchange(assumed_, 0);
    return emit(std::string_view{held}.substr(std::min(assumed, held.size())), sink);
}

Result<void> MultipartReader::end_data(PartSink& sink) {
    held_.clear();
    assumed_ = 0;
    return held_state_ == State::data ? sink.end_part() : Result<void>{};
}

}  // namespace cassette::dicomweb
