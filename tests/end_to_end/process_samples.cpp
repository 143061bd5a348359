#include "tests/end_to_end/process_samples.h"

#include <chrono>
#include <cstdlib>
#include <string>
#include <string_view>

namespace cassette::testing {

namespace {

std::size_t status_of(pid_t process, std::string_view field) {
    std::ifstream status{"/proc/" + std::to_string(process) + "/status"};
    for (std::string line; std::getline(status, line);)
        if (line.starts_with(field)) return std::strtoul(line.c_str() + field.size(), nullptr, 10);
    return 0;
}

}  // namespace

Descriptors descriptors_of(pid_t process) {
    Descriptors open;
    std::error_code gone;  // a descriptor that was closed meanwhile, or the process
    for (auto const& entry : std::filesystem::directory_iterator{"/proc/" + std::to_string(process) + "/fd", gone}) {
        auto const file = std::filesystem::read_symlink(entry.path(), gone);
        auto const name = file.filename().string();
        bool const of_index = name.starts_with("index.sqlite");
        bool const of_answers = name.starts_with("memfd:") || file.string().find("/renditions/") != std::string::npos;
        ++(of_index ? open.of_index : of_answers ? open.of_answers : open.others);
    }
    return open;
}

std::size_t threads_of(pid_t process) { return status_of(process, "Threads:"); }

ProcessSamples::ProcessSamples(pid_t process, std::filesystem::path const& file, std::function<Progress()> progress)
    : process_{process}, out_{file}, progress_{std::move(progress)} {
    out_ << "seconds,resident_kib,descriptors,index_descriptors,threads,operations,web_requests\n";
    thread_ = std::thread{[this] { run(); }};
}

ProcessSamples::~ProcessSamples() {
    {
        std::lock_guard const lock{mutex_};
        stopped_ = true;
    }
    stopping_.notify_all();
    thread_.join();
}

void ProcessSamples::sample(std::size_t second) {
    auto const open = descriptors_of(process_);
    auto const done = progress_();
    out_ << second << ',' << status_of(process_, "VmRSS:") << ',' << open.others << ',' << open.of_index << ','
         << threads_of(process_) << ',' << done.operations << ',' << done.web_requests << '\n'
         << std::flush;  // so that it is there even if the test dies
}

void ProcessSamples::run() {
    auto const begun = std::chrono::steady_clock::now();
    std::unique_lock lock{mutex_};
    for (std::size_t second = 0; !stopped_; ++second) {
        sample(second);
        stopping_.wait_until(lock, begun + std::chrono::seconds{second + 1}, [this] { return stopped_; });
    }
}

}  // namespace cassette::testing
