#include "tools/event_log.h"

#include "tools/log_sink.h"

#include <boost/json/serialize.hpp>
#include <boost/json/string.hpp>
#include <fmt/chrono.h>
#include <spdlog/spdlog.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <ctime>

namespace cassette {

namespace {

std::atomic<LogFormat> log_format{LogFormat::json};

spdlog::level::level_enum level_of(Severity severity) {
    switch (severity) {
        case Severity::debug: return spdlog::level::debug;
        case Severity::info: return spdlog::level::info;
        case Severity::warn: return spdlog::level::warn;
        case Severity::error: return spdlog::level::err;
    }
    return spdlog::level::err;
}

std::string_view name_of(Severity severity) {
    switch (severity) {
        case Severity::debug: return "debug";
        case Severity::info: return "info";
        case Severity::warn: return "warn";
        case Severity::error: return "error";
    }
    return "error";
}

// "2026-11-21T21:08:06.004711Z". The calendar is asked once a second.
std::string now_text() {
    thread_local std::time_t last = -1;
    thread_local std::string calendar;
    auto const now = std::chrono::system_clock::now();
    auto const second = std::chrono::system_clock::to_time_t(now);
    if (second != last) calendar = fmt::format("{:%Y-%m-%dT%H:%M:%S}", fmt::gmtime(second));
    last = second;
    auto const micros =
        std::chrono::duration_cast<std::chrono::microseconds>(now.time_since_epoch()).count() % 1'000'000;
    return fmt::format("{}.{:06}Z", calendar, micros);
}

bool needs_escape(char c) { return static_cast<unsigned char>(c) < 0x20 || c == '"' || c == '\\'; }

std::string json_text(std::string_view text) {
    if (std::none_of(text.begin(), text.end(), needs_escape)) return fmt::format("\"{}\"", text);
    return boost::json::serialize(boost::json::string_view{text.data(), text.size()});
}

struct ValueText {
    LogFormat format;
    std::string operator()(std::string_view text) const {
        bool const plain = text.find_first_of(" \"=\t\r\n") == std::string_view::npos;
        return format == LogFormat::text && plain ? std::string{text} : json_text(text);
    }
    std::string operator()(std::int64_t number) const { return std::to_string(number); }
    // JSON has no words for infinity and what is no number.
    std::string operator()(double number) const {
        return std::isfinite(number) ? fmt::format("{:.3f}", number) : json_text(fmt::format("{}", number));
    }
};

bool is_absent(LogValue const& value) {
    auto const* const text = std::get_if<std::string_view>(&value);
    return text != nullptr && text->empty();
}

std::string json_line(Severity severity, std::string_view event, std::initializer_list<LogField> fields) {
    std::string line = fmt::format(R"({{"time":"{}","level":"{}","event":"{}")", now_text(), name_of(severity), event);
    for (auto const& [name, value] : fields) {
        if (is_absent(value)) continue;
        line += ",\"";
        line += name;
        line += "\":";
        line += std::visit(ValueText{LogFormat::json}, value);
    }
    return line += '}';
}

std::string text_line(Severity severity, std::string_view event, std::initializer_list<LogField> fields) {
    std::string line = fmt::format("{} {:5} {}", now_text(), name_of(severity), event);
    for (auto const& [name, value] : fields)
        if (!is_absent(value)) line += fmt::format(" {}={}", name, std::visit(ValueText{LogFormat::text}, value));
    return line;
}

}  // namespace

void start_log(LogFormat format, std::string const& level) {
    log_format = format;
    auto logger = spdlog::create<LogSink>("cassette");
    logger->set_pattern("%v");
    logger->set_level(spdlog::level::from_str(level));
    spdlog::set_default_logger(std::move(logger));
}

void stop_log() { spdlog::shutdown(); }

bool logs(Severity severity) {
    return spdlog::default_logger_raw() != nullptr && spdlog::should_log(level_of(severity));
}

void log_event(Severity severity, std::string_view event, std::initializer_list<LogField> fields) {
    if (!logs(severity)) return;
    bool const json = log_format == LogFormat::json;
    auto const line = json ? json_line(severity, event, fields) : text_line(severity, event, fields);
    spdlog::log(level_of(severity), spdlog::string_view_t{line});
}

}  // namespace cassette
