#include "tools/command_line.h"

#include <cstdio>
#include <string>

namespace cassette {

void complain(std::string_view line) {
    std::string const text = "cassette: " + std::string{line} + '\n';
    std::fwrite(text.data(), 1, text.size(), stderr);
}

ExitCode exit_code_for(Error const& error) {
    complain(error.detail);
    return ExitCode::failed;
}

}  // namespace cassette
