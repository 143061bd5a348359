#pragma once

#include "tests/support/command.h"
#include "tests/support/node.h"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace cassette::testing {

// DCMTK's command line tools as peers.

[[nodiscard]] CommandResult echo_scu(Node const& node);

// The option that makes storescu propose a transfer syntax first; nullopt when it knows none.
[[nodiscard]] std::optional<std::string> proposal_option(std::string const& transfer_syntax);
[[nodiscard]] std::vector<std::string> store_scu_command(Node const& node, std::vector<std::string> const& options,
                                                         std::vector<std::filesystem::path> const& files);
[[nodiscard]] CommandResult store_scu(Node const& node, std::vector<std::string> const& options,
                                      std::vector<std::filesystem::path> const& files);

// The files whose C-STORE-RSP was a success, in a log that `storescu -v` wrote, perhaps up to its violent end.
[[nodiscard]] std::vector<std::filesystem::path> acknowledged_files(std::string const& log);

// findscu in the Study Root model with these keys ("0020000D=1.2.3"); each response is a file in `folder`.
[[nodiscard]] CommandResult find_scu(Node const& node, std::vector<std::string> const& keys,
                                     std::filesystem::path const& folder);

}  // namespace cassette::testing
