#include "dicomweb/static_files.h"

#include "dicomweb/static_file.h"
#include "storage/file_blob.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>
#include <zlib.h>

#include <filesystem>
#include <string>

namespace cassette::dicomweb {

namespace {

constexpr char const* bundle = "app.0f6159c501addfe9.js";

// root/ is served; secret.txt lies beside it.
struct Folder {
    testing::TemporaryDirectory directory;
    std::filesystem::path root = directory / "root";

    Folder() {
        std::filesystem::create_directories(root / "assets");
        testing::write_file(directory / "secret.txt", "secret");
        testing::write_file(root / "index.html", "<a href=\"/x\"><b src=\"/y\">");
        testing::write_file(root / bundle, "p = \"/\";" + std::string(5000, ' '));
        testing::write_file(root / "assets/a.png", std::string(5000, '\0'));
    }
    StaticFiles open() const {
        auto files =
            StaticFiles::open({root, open_file_blob, {{".html", "=\"/", "=\"/v/"}, {".js", "\"/\"", "\"/v/\""}}});
        REQUIRE(files);
        return *std::move(files);
    }
};

Result<Answer> ask(StaticFiles const& files, std::string_view path, std::string const& accept_encoding = "") {
    http::Request request;
    if (!accept_encoding.empty()) request.fields.add("Accept-Encoding", accept_encoding);
    auto response = files.get(request, path);
    if (!response) return fail(response.error());
    return answered(*std::move(response));
}

std::string gunzip(std::string packed) {
    std::string plain(1 << 20, '\0');
    z_stream stream{};
    REQUIRE(inflateInit2(&stream, 15 + 16) == Z_OK);
    stream.next_in = reinterpret_cast<Bytef*>(packed.data());
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef*>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    CHECK(inflate(&stream, Z_FINISH) == Z_STREAM_END);
    plain.resize(plain.size() - stream.avail_out);
    inflateEnd(&stream);
    return plain;
}

ErrorCode code_of(Result<Answer> const& answer) { return answer ? ErrorCode::internal : answer.error().code; }

}  // namespace

TEST_CASE("a file is sent with its type, and what names the root in it is rewritten") {
    Folder const folder;
    auto const files = folder.open();
    CHECK(files.size() == 3);
    auto const page = ask(files, "index.html");
    REQUIRE(page);
    CHECK(page->status == 200);
    CHECK(page->body == "<a href=\"/v/x\"><b src=\"/v/y\">");
    CHECK(page->fields.get("Content-Type") == "text/html; charset=utf-8");
    CHECK(page->fields.get("Cache-Control") == "no-cache");
    CHECK(page->fields.has("Last-Modified"));
    auto const script = ask(files, bundle);
    REQUIRE(script);
    CHECK(script->body.starts_with("p = \"/v/\";"));
    CHECK(script->fields.get("Cache-Control") == "public, max-age=31536000, immutable");
    auto const picture = ask(files, "assets/a.png", "gzip");
    REQUIRE(picture);
    CHECK(picture->body == std::string(5000, '\0'));
    CHECK_FALSE(picture->fields.has("Content-Encoding"));
    CHECK_FALSE(picture->fields.has("Vary"));
}

TEST_CASE("who accepts gzip gets it, under an entity tag of its own (RFC 9110 8.8.3.3)") {
    Folder const folder;
    auto const files = folder.open();
    auto const plain = ask(files, bundle);
    auto const packed = ask(files, bundle, "br, gzip");
    REQUIRE(plain);
    REQUIRE(packed);
    CHECK(packed->fields.get("Content-Encoding") == "gzip");
    CHECK(packed->body.size() < plain->body.size());
    CHECK(gunzip(packed->body) == plain->body);
    CHECK(packed->fields.get("ETag") != plain->fields.get("ETag"));
    CHECK(plain->fields.get("Vary") == "Accept-Encoding");
    CHECK(packed->fields.get("Vary") == "Accept-Encoding");
    auto const refused = ask(files, bundle, "gzip;q=0");
    REQUIRE(refused);
    CHECK_FALSE(refused->fields.has("Content-Encoding"));
}

TEST_CASE("an entity tag follows the content, not the file") {
    Folder const folder;
    auto const before = ask(folder.open(), "index.html");
    auto const again = ask(folder.open(), "index.html");
    testing::write_file(folder.root / "index.html", "<a href=\"/z\"><b src=\"/y\">");
    auto const after = ask(folder.open(), "index.html");
    REQUIRE(before);
    REQUIRE(again);
    REQUIRE(after);
    CHECK(before->fields.get("ETag") == again->fields.get("ETag"));
    CHECK(before->fields.get("ETag") != after->fields.get("ETag"));
}

TEST_CASE("no name leads out of the folder") {
    Folder const folder;
    auto const files = folder.open();
    for (std::string_view path : {"../secret.txt", "assets/../../secret.txt", "/etc/passwd", "./index.html",
                                  "assets//a.png", "assets", "", ".", "..", "index.html/"}) {
        CAPTURE(path);
        CHECK_FALSE(files.has(path));
        CHECK(code_of(ask(files, path)) == ErrorCode::not_found);
    }
    CHECK(code_of(ask(files, std::string_view{"index.html\0.png", 15})) == ErrorCode::not_found);
}

TEST_CASE("no symbolic link leads out of the folder") {
    Folder const folder;
    std::filesystem::create_symlink(folder.directory / "secret.txt", folder.root / "link.txt");
    std::filesystem::create_directory_symlink(folder.directory.path(), folder.root / "up");
    auto const files = folder.open();
    CHECK(files.size() == 3);
    CHECK(code_of(ask(files, "link.txt")) == ErrorCode::not_found);
    CHECK(code_of(ask(files, "up/secret.txt")) == ErrorCode::not_found);
    // Put there after the folder was listed.
    std::filesystem::remove(folder.root / "index.html");
    std::filesystem::create_symlink(folder.directory / "secret.txt", folder.root / "index.html");
    CHECK(code_of(ask(files, "index.html")) == ErrorCode::not_found);
    std::filesystem::remove(folder.root / bundle);
    CHECK(code_of(ask(files, bundle)) == ErrorCode::not_found);
}

TEST_CASE("a folder that is none cannot be opened") {
    Folder const folder;
    for (auto const& path : {folder.directory / "absent", folder.directory / "secret.txt"}) {
        auto const files = StaticFiles::open({path, open_file_blob, {}});
        REQUIRE_FALSE(files);
        CHECK(files.error().code == ErrorCode::not_found);
    }
}

}  // namespace cassette::dicomweb
