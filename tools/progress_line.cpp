#include "tools/progress_line.h"

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace cassette {

namespace {

constexpr int bar_width = 30;
constexpr std::chrono::milliseconds terminal_interval{100};
constexpr std::chrono::seconds plain_interval{10};

double mebibytes(std::uint64_t bytes) { return static_cast<double>(bytes) / (1 << 20); }

}  // namespace

ProgressLine::ProgressLine(std::string_view what, std::uint64_t total)
    : what_{what},
      total_{total},
      on_terminal_{isatty(STDERR_FILENO) == 1},
      started_{std::chrono::steady_clock::now()},
      drawn_{started_} {}

ProgressLine::~ProgressLine() {
    if (!on_terminal_) return;
    draw();
    fmt::print(stderr, "\n");
}

void ProgressLine::update(std::uint64_t done, std::uint64_t bytes) {
    done_ = done;
    bytes_ = bytes;
    auto const now = std::chrono::steady_clock::now();
    bool const due = on_terminal_ ? now - drawn_ >= terminal_interval : now - drawn_ >= plain_interval;
    if (!due) return;
    drawn_ = now;
    draw();
}

void ProgressLine::say(std::string_view line) {
    fmt::print(stderr, "{}{}\n", on_terminal_ ? "\r\033[K" : "", line);
    if (on_terminal_) draw();
}

std::string ProgressLine::text() const {
    double const seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - started_).count();
    double const rate = seconds > 0 ? static_cast<double>(done_) / seconds : 0;
    return fmt::format("{} {}/{}  {:.1f} MiB  {:.0f}/s", what_, done_, total_, mebibytes(bytes_), rate);
}

void ProgressLine::draw() {
    if (!on_terminal_) return fmt::print(stderr, "{}\n", text());
    auto const done = std::min(done_, total_);  // a folder may grow while it is imported
    auto const filled = total_ == 0 ? bar_width : static_cast<int>(done * bar_width / total_);
    fmt::print(stderr, "\r\033[K[{:#<{}}{:.<{}}] {}", "", filled, "", bar_width - filled, text());
    std::fflush(stderr);
}

}  // namespace cassette
