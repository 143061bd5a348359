#include "dicomweb/file_type.h"

#include <algorithm>
#include <array>

namespace cassette::dicomweb {

namespace {

using enum FileType::Coding;

constexpr std::array<FileType, 22> table{{
    {".css", "text/css; charset=utf-8", gzip},
    {".gif", "image/gif", identity},
    {".html", "text/html; charset=utf-8", gzip},
    {".ico", "image/vnd.microsoft.icon", identity},
    {".jpeg", "image/jpeg", identity},
    {".jpg", "image/jpeg", identity},
    {".js", "text/javascript; charset=utf-8", gzip},
    {".json", "application/json", gzip},
    {".jsonc", "application/json", gzip},
    {".map", "application/json", gzip},
    {".md", "text/markdown; charset=utf-8", gzip},
    {".mjs", "text/javascript; charset=utf-8", gzip},
    {".mp4", "video/mp4", identity},
    {".png", "image/png", identity},
    {".svg", "image/svg+xml", gzip},
    {".ttf", "font/ttf", gzip},
    {".txt", "text/plain; charset=utf-8", gzip},
    {".wasm", "application/wasm", gzip},
    {".webapp", "application/manifest+json", gzip},
    {".woff", "font/woff", identity},
    {".woff2", "font/woff2", identity},
    {".xml", "application/xml", gzip},
}};
constexpr FileType unknown{"", "application/octet-stream", identity};
constexpr std::size_t hash_digits = 16;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool is_hash(std::string_view word) {
    return word.size() >= hash_digits && word.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view extension_of(std::string_view name) {
    auto const dot = name.rfind('.');
    return dot == std::string_view::npos || name.find('/', dot) != std::string_view::npos ? std::string_view{}
                                                                                          : name.substr(dot);
}

}  // namespace

FileType const& file_type(std::string_view name) {
    auto const extension = extension_of(name);
    auto const same = [extension](FileType const& type) {
        return std::ranges::equal(extension, type.extension, {}, lower);
    };
    auto const found = std::ranges::find_if(table, same);
    return found == table.end() ? unknown : *found;
}

bool names_content(std::string_view name) {
    name.remove_prefix(name.rfind('/') + 1);  // npos + 1 is 0
    while (!name.empty()) {
        auto const word = name.substr(0, name.find('.'));
        if (is_hash(word)) return true;
        name.remove_prefix(std::min(word.size() + 1, name.size()));
    }
    return false;
}

bool has_extension(std::string_view name) {
    auto const extension = extension_of(name);
    return extension.find_first_not_of(".0123456789") != std::string_view::npos;
}

}  // namespace cassette::dicomweb
