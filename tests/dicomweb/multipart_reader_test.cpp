#include "dicomweb/multipart_reader.h"

#include "dicomweb/multipart_writer.h"

#include <doctest/doctest.h>

#include <optional>
#include <random>
#include <string>
#include <vector>

namespace cassette::dicomweb {

namespace {

struct ReadPart {
    std::string content_type;
    std::string data;
    bool operator==(ReadPart const&) const = default;
};

class Collector final : public PartSink {
public:
    Result<void> begin_part(http::Fields const& headers) override {
        CHECK_FALSE(open);
        open = true;
        parts.push_back({std::string{headers.get("content-type")}, {}});
        return {};
    }
    Result<void> part_data(std::span<std::byte const> bytes) override {
        CHECK(open);
        CHECK_FALSE(bytes.empty());
        parts.back().data.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
        return {};
    }
    Result<void> end_part() override {
        CHECK(open);
        open = false;
        return {};
    }

    std::vector<ReadPart> parts;
    bool open = false;
};

MediaType related(std::string boundary) { return {"multipart/related", {{"boundary", std::move(boundary)}}}; }

std::span<std::byte const> bytes_of(std::string_view text) {
    return std::as_bytes(std::span{text.data(), text.size()});
}

// The parts of a body that comes in chunks of so many bytes, nothing when it is refused.
std::optional<std::vector<ReadPart>> read(std::string_view body, std::size_t chunk, std::string boundary = "b") {
    auto reader = MultipartReader::create(related(std::move(boundary)), 256);
    REQUIRE(reader);
    Collector collector;
    for (std::size_t at = 0; at < body.size(); at += chunk)
        if (!reader->write(bytes_of(body.substr(at, chunk)), collector)) return std::nullopt;
    if (!reader->finish()) return std::nullopt;
    CHECK_FALSE(collector.open);
    return collector.parts;
}

struct Row {
    char const* what;
    std::string_view body;
    std::optional<std::vector<ReadPart>> parts;
};

}  // namespace

TEST_CASE("a multipart body gives the same parts however it is cut (RFC 2046 5.1.1)") {
    std::vector<Row> const rows{
        {"one part", "--b\r\nContent-Type: x/y\r\n\r\ndata\r\n--b--\r\n", {{{"x/y", "data"}}}},
        {"a line break first, as dicomweb-client writes",
         "\r\n--b\r\nContent-Type: x/y\r\n\r\ndata\r\n--b--",
         {{{"x/y", "data"}}}},
        {"two parts",
         "--b\r\nContent-Type: 1\r\n\r\na\r\n--b\r\ncontent-type:2\r\n\r\nb\r\n--b--",
         {{{"1", "a"}, {"2", "b"}}}},
        {"preamble and epilogue", "This is\r\n--not it\r\n--b\r\n\r\na\r\n--b--\r\n--b\r\n\r\nlate", {{{"", "a"}}}},
        {"no headers", "--b\r\n\r\na\r\n--b--", {{{"", "a"}}}},
        {"empty parts", "--b\r\n\r\n\r\n--b\r\nA: b\r\n\r\n--b--", {{{"", ""}, {"", ""}}}},
        {"padding after the boundary", "--b \t \r\n\r\na\r\n--b  \r\n\r\nc\r\n--b--", {{{"", "a"}, {"", "c"}}}},
        {"line breaks in the data",
         "--b\r\n\r\n\r\n\r\n\r\r\n-\r\n--\r\n\r\n--b--",
         {{{"", "\r\n\r\n\r\r\n-\r\n--\r\n"}}}},
        {"longer boundaries in the data",
         "--b\r\n\r\n\r\n--bb\r\n--b-\r\n--bx--\r\n--b--",
         {{{"", "\r\n--bb\r\n--b-\r\n--bx--"}}}},
        {"a boundary without its line break",
         "--b\r\n\r\nx--b--\r\n--b \r--b--\r\n--b--",
         {{{"", "x--b--\r\n--b \r--b--"}}}},
        {"a boundary with a bare CR", "--b\r\n\r\nx\r\n--b\r\r\n--b--", {{{"", "x\r\n--b\r"}}}},
        {"no parts", "--b--", std::vector<ReadPart>{}},
        {"nothing", "", std::nullopt},
        {"no boundary", "data", std::nullopt},
        {"another boundary", "--c\r\n\r\na\r\n--c--", std::nullopt},
        {"no closing boundary", "--b\r\n\r\na\r\n--b\r\n", std::nullopt},
        {"cut in the data", "--b\r\n\r\na", std::nullopt},
        {"cut in the closing boundary", "--b\r\n\r\na\r\n--b-", std::nullopt},
        {"line feeds alone", "--b\n\na\n--b--\n", std::nullopt},
        {"headers without end", "--b\r\nA: b\r\n--b--", std::nullopt},
    };
    for (auto const& row : rows) {
        CAPTURE(row.what);
        for (std::size_t chunk = 1; chunk <= row.body.size() + 1; ++chunk) {
            CAPTURE(chunk);
            CHECK((read(row.body, chunk) == row.parts));
        }
    }
}

TEST_CASE("what is written is read again, byte for byte, however it is cut") {
    std::mt19937_64 random{20261121};
    INFO("seed 20261121");
    for (int round = 0; round < 200; ++round) {
        auto const boundary = random_boundary();
        std::vector<ReadPart> sent;
        std::vector<Part> parts;
        for (auto count = random() % 4 + 1; count > 0; --count) {
            std::string data;
            // Bytes that look like the beginnings of delimiters, and others.
            for (auto length = random() % 200; length > 0; --length) data += "\r\n--c\xFF\0a"[random() % 8];
            sent.push_back({"application/dicom", data});
            parts.push_back(
                {"application/dicom", "/x", data.size(), [data]() -> Result<Pieces> { return Pieces{data}; }});
        }
        auto const body = multipart_body(std::move(parts), boundary);
        std::string written;
        while (true) {
            auto piece = body->next();
            REQUIRE(piece);
            if (!*piece) break;
            written += std::get<std::string>(**piece);
        }
        CHECK(body->length() == written.size());
        CHECK((read(written, random() % 50 + 1, boundary) == sent));
    }
}

TEST_CASE("a part's headers are bounded") {
    std::string body = "--b\r\nContent-Type: " + std::string(300, 'x');
    for (std::size_t chunk : {std::size_t{1}, std::size_t{7}, body.size()}) {
        auto reader = MultipartReader::create(related("b"), 256);
        REQUIRE(reader);
        Collector collector;
        Result<void> written;
        for (std::size_t at = 0; at < body.size() && written; at += chunk)
            written = reader->write(bytes_of(std::string_view{body}.substr(at, chunk)), collector);
        REQUIRE_FALSE(written);
        CHECK(written.error().code == ErrorCode::malformed);
    }
}

TEST_CASE("a part whose headers are too long is passed over where the sink says so, the next one is not") {
    class Lenient final : public PartSink {
    public:
        Result<void> begin_part(http::Fields const&) override {
            text += "[";
            return {};
        }
        Result<void> part_data(std::span<std::byte const> bytes) override {
            text.append(reinterpret_cast<char const*>(bytes.data()), bytes.size());
            return {};
        }
        Result<void> end_part() override {
            text += "]";
            return {};
        }
        Result<void> refuse_part(Error const&) override {
            text += "!";
            return {};
        }
        std::string text;
    };
    auto const long_line = "A: " + std::string(300, 'x');
    auto const body = "--b\r\n" + long_line + "\r\n\r\ndata\r\n--b\r\n\r\none\r\n--b\r\nA: b\r\n--b\r\n" + long_line +
        "\r\n--b\r\n\r\ntwo\r\n--b--";
    for (std::size_t chunk : {std::size_t{1}, std::size_t{7}, body.size()}) {
        CAPTURE(chunk);
        auto reader = MultipartReader::create(related("b"), 256);
        REQUIRE(reader);
        Lenient sink;
        for (std::size_t at = 0; at < body.size(); at += chunk)
            REQUIRE(reader->write(bytes_of(std::string_view{body}.substr(at, chunk)), sink));
        CHECK(reader->finish());
        CHECK(sink.text == "![one]!![two]");
    }
}

TEST_CASE("a multipart without a usable boundary is malformed (RFC 2046 5.1.1)") {
    for (auto const& type : {MediaType{"multipart/related", {}}, related(""), related("ends with a space "),
                             related("a\r\nb"), related(std::string(71, 'x'))}) {
        auto const reader = MultipartReader::create(type, 256);
        REQUIRE_FALSE(reader);
        CHECK(reader.error().code == ErrorCode::malformed);
    }
    CHECK(MultipartReader::create(related("0f3cf5c0-70e0-41ef-baef-c6f9f65ec3e1"), 256));
    CHECK(MultipartReader::create(related("=_?:'()+,./ x"), 256));
}

TEST_CASE("the sink's error ends the reading and is returned") {
    class Refusing final : public PartSink {
    public:
        Result<void> begin_part(http::Fields const&) override { return fail(ErrorCode::too_large, "refused"); }
        Result<void> part_data(std::span<std::byte const>) override { return {}; }
        Result<void> end_part() override { return {}; }
    };
    auto reader = MultipartReader::create(related("b"), 256);
    REQUIRE(reader);
    Refusing sink;
    auto const written = reader->write(bytes_of("--b\r\n\r\na"), sink);
    REQUIRE_FALSE(written);
    CHECK(written.error().code == ErrorCode::too_large);
}

}  // namespace cassette::dicomweb
