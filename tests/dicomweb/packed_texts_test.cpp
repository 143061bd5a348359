#include "dicomweb/packed_texts.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <string>
#include <utility>

namespace cassette::dicomweb {

namespace {

// About what a match of a search is.
std::string match_text(int number) {
    auto const digits = std::to_string(number);
    return R"({"00080020":{"vr":"DA","Value":["2026)" + digits + R"("]},"0020000D":{"vr":"UI","Value":["1.2.826.)" +
        digits + R"("]},)" + R"("00081030":{"vr":"LO","Value":["CHEST"]},"00200010":{"vr":"SH"}},)" + "\n";
}

struct Filled {
    PackedTexts texts;
    std::string all;
};

Filled filled(int count) {
    Filled made;
    for (int i = 0; i < count; ++i) {
        made.texts.append(match_text(i));
        made.all += match_text(i);
    }
    return made;
}

std::string read_all(http::BodySource& source) {
    std::string text;
    while (true) {
        auto piece = source.next();
        REQUIRE(piece);
        if (!*piece) return text;
        text += std::get<std::string>(**piece);
    }
}

std::string gunzip(std::string packed, std::size_t length) {
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    std::string text(length + 1, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(text.data());
    stream.avail_out = static_cast<uInt>(text.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    text.resize(text.size() - stream.avail_out);
    inflateEnd(&stream);
    return text;
}

}  // namespace

TEST_CASE("texts come back one by one, however many they are") {
    for (int const count : {0, 1, 3, 10'000}) {
        CAPTURE(count);
        auto made = filled(count);
        CHECK(made.texts.length() == made.all.size());
        for (int i = 0; i < count; ++i) {
            auto const text = made.texts.take_text();
            REQUIRE(text);
            REQUIRE(text->has_value());
            REQUIRE(**text == match_text(i));
        }
        auto const end = made.texts.take_text();
        REQUIRE(end);
        CHECK_FALSE(end->has_value());
    }
}

TEST_CASE("a text that is longer than a batch is a batch of its own") {
    PackedTexts texts;
    std::string const longest(1 << 20, 'x');
    for (auto const& text : {std::string{"a"}, longest, std::string{"b"}}) texts.append(text);
    CHECK(*texts.take_text() == "a");
    CHECK(*texts.take_text() == longest);
    CHECK(*texts.take_text() == "b");
}

TEST_CASE("a body has what stands before and after, and knows its length") {
    for (int const count : {0, 2, 10'000}) {
        CAPTURE(count);
        auto made = filled(count);
        CHECK(made.texts.is_short() == (count < 10'000));
        auto const body = packed_body("[", std::move(made.texts), "]", http::ContentCoding::identity);
        CHECK(body->length() == made.all.size() + 2);
        CHECK(read_all(*body) == "[" + made.all + "]");
    }
}

TEST_CASE("a gzip body is one member of the batches as they are (RFC 1952)") {
    for (int const count : {0, 2, 10'000}) {
        CAPTURE(count);
        auto made = filled(count);
        auto const body = packed_body("[", std::move(made.texts), "]", http::ContentCoding::gzip);
        CHECK_FALSE(body->length());
        CHECK(gunzip(read_all(*body), made.all.size() + 2) == "[" + made.all + "]");
    }
}

TEST_CASE("memory stays small whatever the answer is") {
    constexpr int matches = 200'000;
    constexpr std::uint64_t ceiling = 6 << 20;
    PackedTexts texts;
    std::uint64_t most = 0;
    for (int i = 0; i < matches; ++i) {
        texts.append(match_text(i));
        most = std::max(most, texts.bytes_held());
    }
    MESSAGE(texts.length() << " bytes of text are held in at most " << most);
    CHECK(texts.length() > 30 << 20);
    CHECK(most < ceiling);
}

}  // namespace cassette::dicomweb
