#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

namespace cassette {

// Progress on standard error: a bar that redraws itself on a terminal, a plain line now and then otherwise. Thread-compatible:
// the caller serialises.
class ProgressLine {
public:
    ProgressLine(std::string_view what, std::uint64_t total);
    ~ProgressLine();
    ProgressLine(ProgressLine const&) = delete;
    ProgressLine& operator=(ProgressLine const&) = delete;

    void set_total(std::uint64_t total) { total_ = total; }
    void update(std::uint64_t done, std::uint64_t bytes);
    // A line of its own, above the bar.
    void say(std::string_view line);

private:
    std::string text() const;
    void draw();

    std::string what_;
    std::uint64_t total_;
    std::uint64_t done_ = 0;
    std::uint64_t bytes_ = 0;
    bool on_terminal_;
    std::chrono::steady_clock::time_point started_;
    std::chrono::steady_clock::time_point drawn_;
};

}  // namespace cassette
