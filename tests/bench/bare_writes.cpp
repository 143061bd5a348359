// bare_writes [--spread] OUT SOURCE...: the files of each source folder, read before, are written to OUT by a thread of its
// own: each is written, synced and renamed. With --spread each is renamed into one of 65,536 folders, two deep as an archive has
// them, that is made when it is missing and synced. Prints the seconds that took: the limit of storing, with nothing received or
// indexed.

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <functional>
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

bool sync_folder(std::string const& path) {
    int const descriptor = ::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return false;
    bool const synced = ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && synced;
}

bool move_plainly(std::string const& name, std::string const&) {
    return ::rename(name.c_str(), (name + ".dcm").c_str()) == 0;
}

bool move_spread(std::string const& name, std::string const& content) {
    auto const hash = std::hash<std::string>{}(content);
    char folders[8];
    std::snprintf(folders, sizeof folders, "/%02zx/%02zx", hash & 255, hash >> 8 & 255);
    auto const slash = name.rfind('/');
    auto const inner = name.substr(0, slash) + folders;
    bool const made = ::mkdir(inner.c_str(), 0755) == 0;
    return ::rename(name.c_str(), (inner + name.substr(slash)).c_str()) == 0 && sync_folder(inner) &&
        (!made || sync_folder(inner.substr(0, inner.size() - 3)));
}

using Move = bool (*)(std::string const& name, std::string const& content);

bool store(std::string const& name, std::string const& content, Move move) {
    int const descriptor = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
    if (descriptor < 0) return false;
    bool const kept = write_whole(descriptor, content) && ::fsync(descriptor) == 0;
    return ::close(descriptor) == 0 && kept && move(name, content);
}

bool store_all(std::filesystem::path const& out, std::vector<Contents> const& sources, Move move) {
    std::atomic<bool> failed = false;
    std::vector<std::jthread> threads;
    for (std::size_t source = 0; source < sources.size(); ++source)
        threads.emplace_back([&, source] {
            for (std::size_t i = 0; i < sources[source].size() && !failed; ++i)
                if (!store(out / (std::to_string(source) + '-' + std::to_string(i)), sources[source][i], move))
                    failed = true;
        });
    threads.clear();
    return !failed;
}

void make_folders(std::filesystem::path const& out) {
    for (unsigned outer = 0; outer < 256; ++outer) {
        char name[3];
        std::snprintf(name, sizeof name, "%02x", outer);
        std::filesystem::create_directory(out / name);
    }
}

}  // namespace

}  // namespace cassette::bench

int main(int argc, char** argv) {
    using namespace cassette::bench;
    using Clock = std::chrono::steady_clock;
    bool const spread = argc > 1 && std::strcmp(argv[1], "--spread") == 0;
    int const out = spread ? 2 : 1;
    if (argc < out + 2) {
        std::fputs("bare_writes [--spread] OUT SOURCE...\n", stderr);
        return 2;
    }
    std::vector<Contents> sources;
    for (int i = out + 1; i < argc; ++i) sources.push_back(read_folder(argv[i]));
    std::filesystem::create_directories(argv[out]);
    if (spread) make_folders(argv[out]);
    ::sync();
    auto const begun = Clock::now();
    if (!store_all(argv[out], sources, spread ? move_spread : move_plainly)) return 1;
    std::printf("%.6f\n", std::chrono::duration<double>(Clock::now() - begun).count());
    return 0;
}
