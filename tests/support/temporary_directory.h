#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace cassette::testing {

// A fresh folder, removed with all that is in it. In TMPDIR, or /tmp.
class TemporaryDirectory {
public:
    TemporaryDirectory();
    TemporaryDirectory(TemporaryDirectory&& other) noexcept : path_{std::move(other.path_)} { other.path_.clear(); }
    TemporaryDirectory& operator=(TemporaryDirectory&&) = delete;
    ~TemporaryDirectory();

    std::filesystem::path const& path() const { return path_; }
    std::filesystem::path operator/(std::string_view name) const { return path_ / name; }

private:
    std::filesystem::path path_;
};

[[nodiscard]] std::string read_file(std::filesystem::path const& path);
void write_file(std::filesystem::path const& path, std::string_view bytes);

}  // namespace cassette::testing
