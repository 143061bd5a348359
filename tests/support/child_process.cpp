#include "tests/support/child_process.h"

#include <doctest/doctest.h>

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <utility>

namespace cassette::testing {

namespace {

constexpr int not_found_exit_code = 127;

// Between vfork and exec only system calls, and nothing is written that the parent reads. A fork would copy the page tables of
// a sanitizer's shadow memory, which takes longer than what most commands do.
[[noreturn, gnu::no_sanitize("address", "thread", "undefined")]] void become(char* const* arguments,
                                                                             char* const* environment,
                                                                             ChildStreams const& streams) {
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int const input = open(streams.input.c_str(), O_RDONLY | O_CLOEXEC);
    int const output = open(streams.output.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    int const errors = open(streams.errors.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (input < 0 || output < 0 || errors < 0) _exit(not_found_exit_code);
    dup2(input, STDIN_FILENO);
    dup2(output, STDOUT_FILENO);
    dup2(errors, STDERR_FILENO);
    close_range(STDERR_FILENO + 1, ~0U, 0);
    execvpe(arguments[0], arguments, environment);
    _exit(not_found_exit_code);
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> all;
    for (auto& text : texts) all.push_back(text.data());
    all.push_back(nullptr);
    return all;
}

std::vector<std::string> environment_with(std::vector<std::string> const& more) {
    std::vector<std::string> all{more};
    for (char** entry = environ; *entry != nullptr; ++entry) {
        std::string_view const text{*entry};
        auto const name = text.substr(0, text.find('=') + 1);
        if (std::ranges::none_of(more, [&](auto const& other) { return other.starts_with(name); }))
            all.emplace_back(text);
    }
    return all;
}

std::uint64_t status_bytes(pid_t id, std::string const& key) {
    std::ifstream status{"/proc/" + std::to_string(id) + "/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(key)) return std::stoull(line.substr(key.size())) * 1024;
    }
    return 0;
}

}  // namespace

ChildProcess ChildProcess::start(std::vector<std::string> const& command, ChildStreams const& streams,
                                 std::vector<std::string> const& environment) {
    auto texts = command;
    auto variables = environment_with(environment);
    auto const arguments = pointers(texts);
    auto const values = pointers(variables);
    pid_t const id = vfork();
    if (id == 0) become(arguments.data(), values.data(), streams);
    REQUIRE_MESSAGE(id > 0, "no process");
    int const handle = static_cast<int>(syscall(SYS_pidfd_open, id, 0));
    REQUIRE_MESSAGE(handle >= 0, "no pidfd");
    return ChildProcess{id, handle};
}

ChildProcess::ChildProcess(ChildProcess&& other) noexcept
    : id_{std::exchange(other.id_, -1)}, handle_{std::exchange(other.handle_, -1)}, ended_{other.ended_} {}

ChildProcess::~ChildProcess() {
    if (id_ < 0) return;
    kill();
    close(handle_);
}

bool ChildProcess::running() { return !wait(std::chrono::milliseconds{0}); }

std::optional<int> ChildProcess::wait(std::chrono::milliseconds timeout) {
    if (ended_) return ended_;
    pollfd waiting{handle_, POLLIN, 0};
    int ready = 0;
    do ready = poll(&waiting, 1, static_cast<int>(timeout.count()));
    while (ready < 0 && errno == EINTR);
    if (ready == 0) return std::nullopt;
    int status = 0;
    REQUIRE(waitpid(id_, &status, 0) == id_);
    ended_ = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return ended_;
}

void ChildProcess::signal(int number) const {
    if (!ended_) ::kill(id_, number);
}

void ChildProcess::kill() {
    if (ended_) return;
    signal(SIGKILL);
    wait(std::chrono::minutes{1});
}

std::uint64_t ChildProcess::resident_bytes() const { return status_bytes(id_, "VmRSS:"); }

std::uint64_t ChildProcess::peak_resident_bytes() const { return status_bytes(id_, "VmHWM:"); }

std::size_t ChildProcess::open_descriptors() const {
    std::error_code error;
    std::filesystem::directory_iterator const entries{"/proc/" + std::to_string(id_) + "/fd", error};
    return error ? 0 : static_cast<std::size_t>(std::distance(begin(entries), end(entries)));
}

}  // namespace cassette::testing
