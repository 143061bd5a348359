#include "dicomweb/file_type.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace cassette::dicomweb {

TEST_CASE("the media type of a file follows from its extension, without regard to case") {
    for (auto const& [name, type] :
         {std::pair{"index.html", "text/html; charset=utf-8"},
          std::pair{"app.bundle.js", "text/javascript; charset=utf-8"},
          std::pair{"a.mjs", "text/javascript; charset=utf-8"}, std::pair{"a.css", "text/css; charset=utf-8"},
          std::pair{"codec.WASM", "application/wasm"}, std::pair{"a.js.map", "application/json"},
          std::pair{"manifest.json", "application/json"}, std::pair{"logo.svg", "image/svg+xml"},
          std::pair{"font.woff2", "font/woff2"}, std::pair{"favicon.ico", "image/vnd.microsoft.icon"},
          std::pair{"a.unheard", "application/octet-stream"}, std::pair{"_headers", "application/octet-stream"},
          std::pair{"folder.js/readme", "application/octet-stream"}}) {
        CAPTURE(name);
        CHECK(file_type(name).media_type == type);
    }
}

TEST_CASE("what is text or code is worth compressing, what is packed is not") {
    CHECK(file_type("a.js").coding == FileType::Coding::gzip);
    CHECK(file_type("a.wasm").coding == FileType::Coding::gzip);
    CHECK(file_type("a.png").coding == FileType::Coding::identity);
    CHECK(file_type("a.woff2").coding == FileType::Coding::identity);
}

TEST_CASE("a name with sixteen hexadecimal digits between its dots names its content") {
    CHECK(names_content("app.bundle.0f6159c501addfe9.js"));
    CHECK(names_content("/srv/viewer/0ddf166f7a343eda.wasm"));
    CHECK_FALSE(names_content("app.bundle.css"));
    CHECK_FALSE(names_content("0ddf166f7a343eda/index.html"));
    CHECK_FALSE(names_content("app.0f6159.js"));
}

TEST_CASE("the last component of a UID is no extension") {
    CHECK(has_extension("a/b.js"));
    CHECK(has_extension("a.mp4"));
    CHECK_FALSE(has_extension("viewer"));
    CHECK_FALSE(has_extension("studies/1.2.840.10008"));
    CHECK_FALSE(has_extension("a.b/c"));
    CHECK_FALSE(has_extension("a."));
}

}  // namespace cassette::dicomweb
