#pragma once

#include <sys/types.h>

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>

namespace cassette::testing {

// What a process has; 0 when it has ended. SQLite keeps the descriptors of readers that it has closed for the next ones, as
// many as there ever were at once, so those of the index are counted apart. So are bodies that are kept open to be given
// again (docs/decisions/0013-answers-at-hand.md), of which there is a greatest number.
struct Descriptors {
    std::size_t of_index = 0;
    std::size_t of_answers = 0;
    std::size_t others = 0;
};
[[nodiscard]] Descriptors descriptors_of(pid_t process);
[[nodiscard]] std::size_t threads_of(pid_t process);

// Work that was done so far.
struct Progress {
    std::uint64_t operations = 0;    // of DIMSE
    std::uint64_t web_requests = 0;  // of DICOMweb
};

// Writes a line of CSV each second, until it goes: seconds, resident memory, descriptors, threads, work done so far.
class ProcessSamples {
public:
    ProcessSamples(pid_t process, std::filesystem::path const& file, std::function<Progress()> progress);
    ProcessSamples(ProcessSamples const&) = delete;
    ProcessSamples& operator=(ProcessSamples const&) = delete;
    ~ProcessSamples();

private:
    void sample(std::size_t second);
    void run();

    pid_t process_;
    std::ofstream out_;
    std::function<Progress()> progress_;
    std::mutex mutex_;
    std::condition_variable stopping_;
    bool stopped_ = false;
    std::thread thread_;
};

}  // namespace cassette::testing
