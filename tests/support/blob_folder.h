#pragma once

#include "schema/digest.h"
#include "tests/support/power_cut_file_system.h"

#include <filesystem>
#include <iterator>
#include <string>
#include <vector>

namespace cassette::testing {

// A blob's file in a data folder.
inline std::filesystem::path path_in(std::filesystem::path const& folder, Digest const& digest) {
    auto const hex = digest.hex();
    return folder / "objects" / hex.substr(0, 2) / hex.substr(2, 2) / hex;
}

inline std::size_t files_in(std::filesystem::path const& folder) {
    std::filesystem::directory_iterator const entries{folder};
    return static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

// Larger than a writer's buffer, so that it is written in several calls.
inline std::string large_object() {
    std::string bytes;
    for (int i = 0; bytes.size() < 600'000; ++i) bytes += std::to_string(i);
    return bytes;
}

// Too large for the journal.
inline std::string in_a_file(std::string text) {
    text.resize(70'000, ' ');
    return text;
}

// The calls of the file system after so many.
inline std::vector<std::string> since(PowerCutFileSystem const& files, std::size_t calls) {
    return {files.log().begin() + static_cast<std::ptrdiff_t>(calls), files.log().end()};
}

}  // namespace cassette::testing
