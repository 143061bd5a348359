// Law: a body cut anywhere gives the same parts and the same verdict as in one piece; what was read, written and read again
// is the same; no part is begun inside another.

#include "dicomweb/multipart_reader.h"
#include "dicomweb/multipart_writer.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>
#include <vector>

using namespace cassette;
using namespace cassette::dicomweb;

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

class Collector final : public PartSink {
public:
    Result<void> begin_part(http::Fields const&) override {
        require(!std::exchange(open_, true));
        parts.emplace_back();
        return {};
    }
    Result<void> part_data(std::span<std::byte const> bytes) override {
        require(open_ && !bytes.empty());
        parts.back().append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    }
    Result<void> end_part() override {
        require(std::exchange(open_, false));
        return {};
    }

    std::vector<std::string> parts;

private:
    bool open_ = false;
};

struct Outcome {
    bool sound = false;
    std::vector<std::string> parts;
    bool operator==(Outcome const&) const = default;
};

// In chunks of 1 to `chunk_max` bytes, cycling.
Outcome read(std::string_view body, std::size_t chunk_max, std::string const& boundary) {
    auto reader = MultipartReader::create({"multipart/related", {{"boundary", boundary}}}, 512);
    require(reader.has_value());
    Collector collector;
    std::size_t chunk = chunk_max;
    while (!body.empty()) {
        auto const piece = body.substr(0, chunk);
        if (!reader->write(std::as_bytes(std::span{piece.data(), piece.size()}), collector)) return {};
        body.remove_prefix(piece.size());
        chunk = chunk % chunk_max + 1;
    }
    if (!reader->finish()) return {};
    return {true, std::move(collector.parts)};
}

std::string written(std::vector<std::string> const& texts, std::string const& boundary) {
    std::vector<Part> parts;
    for (auto const& text : texts)
        parts.push_back({"a/b", "", text.size(), [text]() -> Result<Pieces> { return Pieces{text}; }});
    auto const body = multipart_body(std::move(parts), boundary);
    std::string bytes;
    for (auto piece = body->next(); piece && *piece; piece = body->next()) bytes += std::get<std::string>(**piece);
    require(body->length() == bytes.size());
    return bytes;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
    std::string_view const body{reinterpret_cast<char const*>(data), size};
    auto const whole = read(body, size + 1, "b");
    require(read(body, 1, "b") == whole);
    require(read(body, 7, "b") == whole);
    if (whole.sound)
        require(read(written(whole.parts, "another-boundary"), 5, "another-boundary") == whole ||
                body.find("--another-boundary") != std::string_view::npos);
    return 0;
}
