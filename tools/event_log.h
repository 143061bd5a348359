#pragma once

#include "tools/configuration.h"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace cassette {

enum class Severity { debug, info, warn, error };

using LogValue = std::variant<std::string_view, std::int64_t, double>;
using LogField = std::pair<std::string_view, LogValue>;

// Starts the node's log on standard error: one line an event, written by a thread of its own (log_sink.h); nothing is dropped. Never patient data: UIDs, sizes, statuses and ids only.
//   {"time":"2026-01-02T03:04:05.678901Z","level":"info","event":"http","request":"9f86d081884c7d65","status":200}
void start_log(LogFormat format, std::string const& level);
// Writes what is queued and ends the log.
void stop_log();

// Thread-safe. Empty texts are left out; after `stop_log` nothing is written.
void log_event(Severity severity, std::string_view event, std::initializer_list<LogField> fields);
[[nodiscard]] bool logs(Severity severity);

}  // namespace cassette
