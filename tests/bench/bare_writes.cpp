// bare_writes OUT SOURCE...: the files of each source folder, read before, are written to OUT by a thread of its own: each
// is written, synced and renamed. Prints the seconds that took: the limit of storing, with nothing received or indexed.

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <thread>
#include <vector>

namespace cassette::bench {

namespace {

using Contents = std::vector<std::string>;

Contents read_folder(std::filesystem::path const& folder) {
    Contents contents;
    for (auto const& entry : std::filesystem::recursive_directory_iterator{folder}) {
        if (!entry.is_regular_file()) continue;
        std::ifstream in{entry.path(), std::ios::binary};
        contents.emplace_back(std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{});
    }
    return contents;
}

bool write_whole(int descriptor, std::string const& content) {
    for (std::size_t done = 0; done < content.size();) {
        auto const count = ::write(descriptor, content.data() + done, content.size() - done);
        if (count <= 0) return false;
        done += static_cast<std::size_t>(count);
    }
    return true;
}

bool store(std::string const& name, std::string const& content) {
    int const descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) return false;
    bool const kept = write_whole(descriptor, content) && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && kept && ::rename(name.c_str(), (name + ".dcm").c_str()) == 0;
}

bool store_all(std::filesystem::path const& out, std::vector<Contents> const& sources) {
    std::atomic<bool> failed = false;
    std::vector<std::jthread> threads;
    for (std::size_t source = 0; source < sources.size(); ++source)
        threads.emplace_back([&, source] {
            for (std::size_t i = 0; i < sources[source].size() && !failed; ++i)
                if (!store(out / (std::to_string(source) + '-' + std::to_string(i)), sources[source][i])) failed = true;
        });
    threads.clear();
    return !failed;
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    using Clock = std::chrono::steady_clock;
    if (argc < 3) {
        std::fputs("bare_writes OUT SOURCE...\n", stderr);
        return 2;
    }
    std::vector<cassette::bench::Contents> sources;
    for (int i = 2; i < argc; ++i) sources.push_back(cassette::bench::read_folder(argv[i]));
    std::filesystem::create_directories(argv[1]);
    ::sync();
    auto const begun = Clock::now();
    if (!cassette::bench::store_all(argv[1], sources)) return 1;
    std::printf("%.6f\n", std::chrono::duration<double>(Clock::now() - begun).count());
    return 0;
}
