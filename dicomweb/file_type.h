#pragma once

#include <string_view>

namespace cassette::dicomweb {

// How a file of a web application is sent.
struct FileType {
    std::string_view extension;   // with its dot, lower case; empty for what is not in the table
    std::string_view media_type;  // of Content-Type
    enum class Coding { identity, gzip } coding;
};

// By the extension of a file's name, without regard to case; application/octet-stream when it is not in the table.
[[nodiscard]] FileType const& file_type(std::string_view name);
// Whether the name tells its content, as "app.bundle.0f6159c501addfe9.js" and "0ddf166f7a343eda.wasm" do.
[[nodiscard]] bool names_content(std::string_view name);
// Whether the name ends as a file's does: ".js", not the ".3" of a UID.
[[nodiscard]] bool has_extension(std::string_view name);

}  // namespace cassette::dicomweb
