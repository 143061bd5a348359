#pragma once

#include <spdlog/sinks/base_sink.h>

#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace cassette {

// Lines for standard error, written by a thread of its own: neither a slow terminal nor the switch to that thread slows a
// request. That thread writes a hundred times a second at most, but for warnings and errors, which wait for nothing. Nothing is
// dropped: beyond `waiting_max` bytes whoever logs waits. Destroying it writes what is left.
class LogSink final : public spdlog::sinks::base_sink<std::mutex> {
public:
    LogSink();
    ~LogSink() override;

protected:
    void sink_it_(spdlog::details::log_msg const& message) override;
    void flush_() override {}

private:
    static constexpr std::size_t waiting_max = std::size_t{4} << 20;

    void write();

    std::mutex lines_mutex_;  // of everything below
    std::condition_variable changed_;
    std::string lines_;
    bool urgent_ = false;
    bool stopping_ = false;
    std::thread writer_;
};

}  // namespace cassette
