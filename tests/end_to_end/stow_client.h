#pragma once

#include "tests/support/http_client.h"
#include "tests/support/node.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace cassette::testing {

// STOW-RS of one file as it is, by a single-part body (PS3.18 10.5.1).
[[nodiscard]] HttpResponse stow_file(Node const& node, std::filesystem::path const& file);
// The same by a multipart body; and of bytes.
[[nodiscard]] HttpResponse stow_multipart(Node const& node, std::filesystem::path const& file);
[[nodiscard]] HttpResponse stow_bytes(Node const& node, std::string_view bytes);

// How many instances the node shows.
[[nodiscard]] std::size_t instances_shown(Node const& node);
[[nodiscard]] bool is_healthy(Node const& node);

// `cassette <command> --data <folder>`
[[nodiscard]] int exit_code_of(std::string const& command, std::filesystem::path const& data);

}  // namespace cassette::testing
