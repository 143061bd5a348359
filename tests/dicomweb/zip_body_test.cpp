#include "dicomweb/zip_body.h"

#include "storage/memory_blob.h"
#include "tests/support/command.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

namespace cassette::dicomweb {

namespace {

PiecesOpener stored(std::string const& bytes) {
    return [bytes]() -> Result<Pieces> { return whole(std::make_shared<MemoryBlob>(bytes)); };
}

// Bytes that come in pieces of three.
class Counting final : public http::BodySource {
public:
    explicit Counting(std::string bytes) : bytes_{std::move(bytes)} {}
    std::optional<std::uint64_t> length() const override { return std::nullopt; }
    Result<std::optional<http::Piece>> next() override {
        if (at_ >= bytes_.size()) return std::optional<http::Piece>{};
        auto piece = bytes_.substr(at_, 3);
        at_ += 3;
        return std::optional<http::Piece>{std::move(piece)};
    }

private:
    std::string bytes_;
    std::size_t at_ = 0;
};

StreamOpener made(std::string const& bytes) {
    return [bytes]() -> Result<StreamedPart> { return StreamedPart{std::make_unique<Counting>(bytes), {}}; };
}

std::string read_all(http::BodySource& source) {
    std::string text;
    for (auto piece = source.next();; piece = source.next()) {
        REQUIRE(piece);
        if (!*piece) return text;
        if (auto const* memory = std::get_if<std::string>(&**piece)) {
            text += *memory;
            continue;
        }
        auto const& blob = std::get<http::BlobPiece>(**piece);
        std::string bytes(blob.range.length, '\0');
        REQUIRE(blob.blob->read_at(blob.range.offset, std::as_writable_bytes(std::span{bytes})));
        text += bytes;
    }
}

}  // namespace

TEST_CASE("an archive of stored and made files is what unzip takes it for (PS3.18 8.6.1.3)") {
    std::string const large(600'000, 'x');
    std::vector<ZipEntry> entries;
    entries.push_back({"A/ONE", 784111777, 5, stored("first")});
    entries.push_back({"A/TWO", 784111777, std::nullopt, made("made as it is sent")});
    entries.push_back({"B/EMPTY", 784111777, 0, stored("")});
    entries.push_back({"B/LARGE", 784111777, large.size(), stored(large)});
    auto const body = zip_body(std::move(entries));
    CHECK_FALSE(body->length());

    testing::TemporaryDirectory folder;
    auto const file = folder / "all.zip";
    testing::write_file(file, read_all(*body));
    auto const tested = testing::run_command({"unzip", "-t", file.string()});
    CAPTURE(tested.all());
    CHECK(tested.exit_code == 0);
    CHECK(testing::run_command({"unzip", "-q", file.string(), "-d", (folder / "out").string()}).exit_code == 0);
    CHECK(testing::read_file(folder / "out/A/ONE") == "first");
    CHECK(testing::read_file(folder / "out/A/TWO") == "made as it is sent");
    CHECK(testing::read_file(folder / "out/B/EMPTY").empty());
    CHECK(testing::read_file(folder / "out/B/LARGE") == large);
}

TEST_CASE("an archive of stored files alone has a length beforehand, and it is right") {
    std::vector<ZipEntry> entries;
    for (int i = 0; i < 5; ++i) {
        auto const text = std::string(static_cast<std::size_t>(i) * 1000, 'y');
        entries.push_back({"FILE" + std::to_string(i), 0, text.size(), stored(text)});
    }
    auto const body = zip_body(std::move(entries));
    REQUIRE(body->length());
    CHECK(*body->length() == read_all(*body).size());
}

TEST_CASE("an archive of nothing is an archive") {
    auto const body = zip_body({});
    CHECK(body->length() == 22);
    CHECK(read_all(*body).size() == 22);
}

TEST_CASE("more files than 16 bits count are a ZIP64 archive that unzip takes (APPNOTE 4.3.14)") {
    constexpr int many = 65'600;
    std::vector<ZipEntry> entries;
    for (int i = 0; i < many; ++i) entries.push_back({std::to_string(i), 784111777, 0, stored("")});
    auto const body = zip_body(std::move(entries));
    testing::TemporaryDirectory folder;
    auto const file = folder / "many.zip";
    auto const bytes = read_all(*body);
    CHECK(body->length() == bytes.size());
    testing::write_file(file, bytes);
    auto const listed = testing::run_command({"unzip", "-tqq", file.string()});
    CAPTURE(listed.errors);
    CHECK(listed.exit_code == 0);
}

TEST_CASE("a file that is missing or not as long as recorded is an error") {
    for (auto const& open :
         {stored("four"), PiecesOpener{[]() -> Result<Pieces> { return fail(ErrorCode::not_found, "gone"); }}}) {
        std::vector<ZipEntry> entries;
        entries.push_back({"A", 0, 5, open});
        CHECK_FALSE(zip_body(std::move(entries))->next());
    }
}

}  // namespace cassette::dicomweb
