#pragma once

#include "schema/result.h"

#include <string_view>

namespace cassette {

// CONTRACT: what the process ends with.
enum class ExitCode { done = 0, failed = 1, usage = 2 };

// One clear line on standard error.
void complain(std::string_view line);
// Complains with the error's detail: usage for what the command line or configuration got wrong, failed otherwise.
[[nodiscard]] ExitCode exit_code_for(Error const& error);

}  // namespace cassette
