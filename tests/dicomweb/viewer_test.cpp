#include "dicomweb/viewer.h"

#include "dicomweb/viewer_configuration.h"
#include "storage/file_blob.h"
#include "tests/dicomweb/test_service.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

namespace cassette::dicomweb {

namespace {

// The places of OHIF's build that name the root of the site.
constexpr char const* page =
    "<script>window.PUBLIC_URL=\"/\"</script><link href=\"/manifest.json\"><script src=\"/app-config.js\"></script>";
constexpr char const* script = "__webpack_require__.p = \"/\"; window.browserImportFunction('/microscopy.js');";

class Viewer {
public:
    explicit Viewer(std::string const& public_url = "") {
        settings_.public_url = public_url;
        testing::write_file(folder_ / "index.html", page);
        testing::write_file(folder_ / "app-config.js", "window.config = 'of the package';");
        testing::write_file(folder_ / "app.bundle.js", script);
        testing::write_file(folder_ / "app.bundle.css", "@font-face{src:url(/a.woff2)}");
        testing::write_file(folder_ / "manifest.json", "{\"icons\": [{\"src\": \"/assets/a.png\"}]}");
        auto files = open_viewer(folder_.path(), open_file_blob, settings_);
        REQUIRE(files);
        router_.add(viewer_routes(std::make_shared<StaticFiles const>(*std::move(files)), settings_));
    }
    Answer get(std::string_view target, Headers const& headers = {}) const {
        return routed(router_, http::Method::get, target, headers);
    }
    Answer head(std::string_view target) const { return routed(router_, http::Method::head, target, {}); }

private:
    testing::TemporaryDirectory folder_;
    ServiceSettings settings_;
    http::Router router_;
};

}  // namespace

TEST_CASE("the viewer is rewritten from the root of the site to /viewer") {
    Viewer const viewer;
    auto const body = viewer.get("/viewer").body;
    CHECK(body.find("PUBLIC_URL=\"/viewer/\"") != std::string::npos);
    CHECK(body.find("href=\"/viewer/manifest.json\"") != std::string::npos);
    CHECK(body.find("src=\"/viewer/app-config.js\"") != std::string::npos);
    CHECK(viewer.get("/viewer/app.bundle.js").body ==
          "__webpack_require__.p = \"/viewer/\"; window.browserImportFunction('/viewer/microscopy.js');");
    CHECK(viewer.get("/viewer/app.bundle.css").body == "@font-face{src:url(/viewer/a.woff2)}");
    CHECK(viewer.get("/viewer/manifest.json").body == "{\"icons\": [{\"src\": \"/viewer/assets/a.png\"}]}");
}

TEST_CASE("behind a proxy with a prefix the viewer is rewritten to that prefix") {
    Viewer const viewer{"https://pacs.example.org/archive"};
    CHECK(viewer.get("/viewer").body.find("PUBLIC_URL=\"/archive/viewer/\"") != std::string::npos);
    CHECK(Viewer{"https://pacs.example.org"}.get("/viewer").body.find("PUBLIC_URL=\"/viewer/\"") != std::string::npos);
}

TEST_CASE("a path of the application is the application, and a file that is not there is not found") {
    Viewer const viewer;
    auto const body = viewer.get("/viewer").body;
    for (auto const* target : {"/viewer/", "/viewer/viewer?StudyInstanceUIDs=1.2.3", "/viewer/a/b/c", "/viewer/local",
                               "/viewer/studies/1.2.840"}) {
        CAPTURE(target);
        auto const answer = viewer.get(target);
        CHECK(answer.status == 200);
        CHECK(answer.body == body);
        CHECK(answer.fields.get("Content-Type") == "text/html; charset=utf-8");
    }
    for (auto const* target : {"/viewer/absent.js", "/viewer/a/index.html", "/viewer/.env.local"}) {
        CAPTURE(target);
        auto const answer = viewer.get(target);
        CHECK(answer.status == 404);
        CHECK(answer.fields.get("Content-Type") == "application/problem+json");
    }
}

TEST_CASE("app-config.js is the node's own and points at it") {
    Viewer const viewer;
    auto const answer = viewer.get("/viewer/app-config.js");
    CHECK(answer.status == 200);
    CHECK(answer.fields.get("Content-Type") == "text/javascript; charset=utf-8");
    CHECK(answer.body == viewer_configuration("/dicom-web"));
    CHECK(answer.body.find("new URL(\"../dicom-web\", script)") != std::string::npos);
    CHECK(answer.body.find("dataSourcesModule.dicomweb") != std::string::npos);
    CHECK(viewer_configuration("/a\"b").find("\"../a\\\"b\"") != std::string::npos);
}

TEST_CASE("the viewer is isolated, and its data stay at their origin") {
    Viewer const viewer;
    for (auto const* target : {"/viewer", "/viewer/app.bundle.js", "/viewer/app-config.js", "/viewer/absent.js"}) {
        CAPTURE(target);
        auto const fields = viewer.get(target).fields;
        CHECK(fields.get("Cross-Origin-Opener-Policy") == "same-origin");
        CHECK(fields.get("Cross-Origin-Embedder-Policy") == "require-corp");
        CHECK(fields.get("Cross-Origin-Resource-Policy") == "same-origin");
        CHECK(fields.get("Content-Security-Policy").starts_with("default-src 'self'"));
    }
}

TEST_CASE("an unchanged file is 304, and HEAD is GET without the body (RFC 9110 9.3.2, 13.1.2)") {
    Viewer const viewer;
    auto const first = viewer.get("/viewer/app.bundle.js");
    auto const etag = std::string{first.fields.get("ETag")};
    CHECK(viewer.get("/viewer/app.bundle.js", {{"If-None-Match", etag}}).status == 304);
    CHECK(viewer.get("/viewer/app.bundle.js", {{"If-None-Match", "\"other\""}}).status == 200);
    CHECK(viewer.head("/viewer/app.bundle.js").status == 200);
    CHECK(viewer.head("/viewer/app.bundle.js").fields.get("ETag") == etag);
}

TEST_CASE("a node without the viewer says so") {
    http::Router router;
    router.add(viewer_routes(nullptr, {}));
    for (auto const* target : {"/viewer", "/viewer/index.html"}) {
        auto const answer = routed(router, http::Method::get, target, {});
        CHECK(answer.status == 404);
        CHECK(answer.body.find("no viewer") != std::string::npos);
    }
}

TEST_CASE("a folder without index.html is no viewer") {
    testing::TemporaryDirectory const folder;
    auto const files = open_viewer(folder.path(), open_file_blob, {});
    REQUIRE_FALSE(files);
    CHECK(files.error().code == ErrorCode::not_found);
}

}  // namespace cassette::dicomweb
