#include "tests/support/dimse_tools.h"

#include <algorithm>
#include <array>
#include <sstream>

namespace cassette::testing {

namespace {

constexpr std::chrono::seconds patience{300};

struct Proposal {
    std::string_view transfer_syntax;
    std::string_view option;
};

constexpr std::array proposals{
    Proposal{"1.2.840.10008.1.2", "-xi"},       Proposal{"1.2.840.10008.1.2.1", "-xe"},
    Proposal{"1.2.840.10008.1.2.2", "-xb"},     Proposal{"1.2.840.10008.1.2.1.99", "-xd"},
    Proposal{"1.2.840.10008.1.2.5", "-xr"},     Proposal{"1.2.840.10008.1.2.4.50", "-xy"},
    Proposal{"1.2.840.10008.1.2.4.51", "-xx"},  Proposal{"1.2.840.10008.1.2.4.70", "-xs"},
    Proposal{"1.2.840.10008.1.2.4.80", "-xt"},  Proposal{"1.2.840.10008.1.2.4.81", "-xu"},
    Proposal{"1.2.840.10008.1.2.4.90", "-xv"},  Proposal{"1.2.840.10008.1.2.4.91", "-xw"},
    Proposal{"1.2.840.10008.1.2.4.100", "-xm"}, Proposal{"1.2.840.10008.1.2.4.101", "-xh"},
    Proposal{"1.2.840.10008.1.2.4.102", "-xn"}, Proposal{"1.2.840.10008.1.2.4.103", "-xl"},
    Proposal{"1.2.840.10008.1.2.4.107", "-x4"}, Proposal{"1.2.840.10008.1.2.4.108", "-x5"},
};

}  // namespace

CommandResult echo_scu(Node const& node) {
    return run_command({"echoscu", "-v", "-aec", "CASSETTE", node.dimse_host(), node.dimse_port()});
}

std::optional<std::string> proposal_option(std::string const& transfer_syntax) {
    auto const found = std::ranges::find(proposals, transfer_syntax, &Proposal::transfer_syntax);
    if (found == proposals.end()) return std::nullopt;
    return std::string{found->option};
}

std::vector<std::string> store_scu_command(Node const& node, std::vector<std::string> const& options,
                                           std::vector<std::filesystem::path> const& files) {
    std::vector<std::string> command{"storescu", "-v", "-aec", "CASSETTE"};
    command.insert(command.end(), options.begin(), options.end());
    command.insert(command.end(), {node.dimse_host(), node.dimse_port()});
    command.insert(command.end(), files.begin(), files.end());
    return command;
}

CommandResult store_scu(Node const& node, std::vector<std::string> const& options,
                        std::vector<std::filesystem::path> const& files) {
    return run_command(store_scu_command(node, options, files), patience);
}

std::vector<std::filesystem::path> acknowledged_files(std::string const& log) {
    static constexpr std::string_view sending = "Sending file: ";
    std::vector<std::filesystem::path> files;
    std::string current;
    std::istringstream stream{log};
    for (std::string line; std::getline(stream, line);) {
        if (auto const at = line.find(sending); at != std::string::npos) current = line.substr(at + sending.size());
        bool const stored = line.find("Received Store Response (Success)") != std::string::npos ||
            line.find("Received Store Response (Warning") != std::string::npos;  // PS3.4 B.2.3: stored all the same
        if (stored) files.emplace_back(current);
    }
    return files;
}

CommandResult find_scu(Node const& node, std::vector<std::string> const& keys, std::filesystem::path const& folder) {
    std::vector<std::string> command{"findscu", "-S", "-aec", "CASSETTE", "-X", "-od", folder};
    for (auto const& key : keys) command.insert(command.end(), {"-k", key});
    command.insert(command.end(), {node.dimse_host(), node.dimse_port()});
    return run_command(command);
}

}  // namespace cassette::testing
