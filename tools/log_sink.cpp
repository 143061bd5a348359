#include "tools/log_sink.h"

#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <string_view>

namespace cassette {

namespace {

constexpr auto pause = std::chrono::milliseconds{10};

// Standard error that is gone takes the log with it, not the node.
void write_all(std::string_view lines) {
    while (!lines.empty()) {
        auto const written = ::write(STDERR_FILENO, lines.data(), lines.size());
        if (written < 0 && errno == EINTR) continue;
        if (written <= 0) return;
        lines.remove_prefix(static_cast<std::size_t>(written));
    }
}

}  // namespace

LogSink::LogSink() : writer_{[this] { write(); }} {}

LogSink::~LogSink() {
    {
        std::scoped_lock const lock{lines_mutex_};
        stopping_ = true;
    }
    changed_.notify_all();
    writer_.join();
}

void LogSink::sink_it_(spdlog::details::log_msg const& message) {
    spdlog::memory_buf_t line;
    formatter_->format(message, line);
    std::unique_lock lock{lines_mutex_};
    changed_.wait(lock, [&] { return lines_.size() < waiting_max; });
    bool const first = lines_.empty();
    bool const hurries = message.level >= spdlog::level::warn && !urgent_;
    lines_.append(line.data(), line.size());
    urgent_ = urgent_ || hurries;
    lock.unlock();
    if (first || hurries) changed_.notify_all();
}

void LogSink::write() {
    auto next = std::chrono::steady_clock::now();
    std::unique_lock lock{lines_mutex_};
    while (true) {
        changed_.wait(lock, [&] { return !lines_.empty() || stopping_; });
        changed_.wait_until(lock, next, [&] { return urgent_ || stopping_ || lines_.size() >= waiting_max; });
        if (lines_.empty() && stopping_) return;
        std::string taken;
        taken.swap(lines_);
        urgent_ = false;
        lock.unlock();
        changed_.notify_all();
        write_all(taken);
        next = std::chrono::steady_clock::now() + pause;
        lock.lock();
    }
}

}  // namespace cassette
