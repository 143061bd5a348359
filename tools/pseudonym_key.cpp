#include "tools/pseudonym_key.h"

#include "storage/posix_file.h"

#include <fcntl.h>
#include <sys/random.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace cassette {

namespace {

constexpr std::size_t key_bytes = 32;
constexpr std::size_t key_digits = 2 * key_bytes;

Failure cannot(std::string_view what, std::filesystem::path const& file) {
    return fail(ErrorCode::out_of_resources, "cannot " + std::string{what} + ' ' + file.string());
}

Result<std::string> make_key(std::filesystem::path const& file) {
    std::array<unsigned char, key_bytes> random{};
    if (::getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size()))
        return cannot("make", file);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string key;
    for (auto const byte : random) {
        key += digits[byte >> 4U];
        key += digits[byte & 0xFU];
    }
    auto const created = open_file(file.string(), O_WRONLY | O_CREAT | O_EXCL);
    if (!created) return cannot("make", file);
    if (!write_all(created->get(), std::as_bytes(std::span{key})) || !sync_data(created->get()))
        return cannot("write", file);
    if (!sync_directory(file.parent_path().string())) return cannot("keep", file);
    return key;
}

}  // namespace

Result<std::string> open_pseudonym_key(std::filesystem::path const& file) {
    auto const opened = open_file(file.string(), O_RDONLY);
    if (!opened && opened.error().code == ErrorCode::not_found) return make_key(file);
    if (!opened) return cannot("read", file);
    std::string key(key_digits, '\0');
    auto const got = read_exactly(opened->get(), 0, std::as_writable_bytes(std::span{key}));
    bool const hexadecimal =
        std::ranges::all_of(key, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
    if (!got || !hexadecimal) return fail(ErrorCode::malformed, file.string() + " is not a pseudonym key");
    return key;
}

}  // namespace cassette
