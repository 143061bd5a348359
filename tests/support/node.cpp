#include "tests/support/node.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <poll.h>
#include <signal.h>
#include <sys/inotify.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <regex>
#include <thread>

namespace cassette::testing {

namespace {

constexpr std::chrono::seconds start_timeout{60};
constexpr std::chrono::seconds stop_timeout{60};

// Waits until a file is written to, without looking at a clock in between.
class FileWatch {
public:
    explicit FileWatch(std::filesystem::path const& file) : handle_{inotify_init1(IN_CLOEXEC)} {
        inotify_add_watch(handle_, file.c_str(), IN_MODIFY | IN_CLOSE_WRITE);
    }
    FileWatch(FileWatch const&) = delete;
    FileWatch& operator=(FileWatch const&) = delete;
    ~FileWatch() { close(handle_); }

    bool wait(std::chrono::milliseconds timeout) {
        pollfd waiting{handle_, POLLIN, 0};
        if (poll(&waiting, 1, static_cast<int>(timeout.count())) <= 0) return false;
        std::array<char, 4096> events{};
        return read(handle_, events.data(), events.size()) > 0;
    }

private:
    int handle_;
};

}  // namespace

Node Node::start(std::filesystem::path const& data, std::vector<std::string> const& flags) {
    auto const output = std::filesystem::path{data.string() + ".stdout"};
    auto const log = std::filesystem::path{data.string() + ".stderr"};
    write_file(output, "");
    FileWatch watch{output};
    std::vector<std::string> command{CASSETTE_BINARY, "serve",       "--data",  data,
                                     "--http",        "127.0.0.1:0", "--dimse", "127.0.0.1:0"};
    command.insert(command.end(), flags.begin(), flags.end());
    Node node{ChildProcess::start(command, {.input = "/dev/null", .output = output, .errors = log}), log};
    bool ready = node.read_ready_line(output);
    while (!ready && node.process_.running() && watch.wait(start_timeout)) ready = node.read_ready_line(output);
    REQUIRE_MESSAGE(ready, ("no ready line from " CASSETTE_BINARY ":\n" + node.log()));
    return node;
}

bool Node::read_ready_line(std::filesystem::path const& output) {
    static std::regex const ready{R"(cassette ready http=(\S+) dimse=(\S+):(\d+)\n)"};
    auto const text = read_file(output);
    std::smatch match;
    if (!std::regex_search(text, match, ready)) return false;
    http_ = match[1];
    dimse_host_ = match[2];
    dimse_port_ = match[3];
    return true;
}

std::string Node::log() const { return read_file(log_); }

bool Node::logs(std::string_view text) const {
    auto const deadline = std::chrono::steady_clock::now() + std::chrono::seconds{10};
    while (log().find(text) == std::string::npos) {
        if (std::chrono::steady_clock::now() > deadline) return false;
        std::this_thread::yield();
    }
    return true;
}

int Node::stop() {
    process_.signal(SIGTERM);
    auto const ended = process_.wait(stop_timeout);
    CHECK_MESSAGE(ended.has_value(), "the node does not stop");
    return ended.value_or(-1);
}

}  // namespace cassette::testing
