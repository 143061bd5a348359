#include "archive/ingest/incoming_instance.h"

#include "tools/commands.h"
#include "tools/data_folder.h"
#include "tools/progress_line.h"
#include "tools/stow_client.h"

#include <fmt/format.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace cassette {

namespace {

namespace fs = std::filesystem;

// Several at once, so that they share the index's commits and the disk's syncs.
constexpr std::size_t senders = 8;

struct Import {
    std::vector<fs::path> files;
    std::vector<std::string> missing;  // paths that are not there
};

Import list_files(std::vector<fs::path> const& paths) {
    Import import;
    for (auto const& path : paths) {
        std::error_code error;
        if (fs::is_regular_file(path, error)) {
            import.files.push_back(path);
        } else if (fs::is_directory(path, error)) {
            for (fs::recursive_directory_iterator entry{path, error}, end; !error && entry != end;
                 entry.increment(error))
                if (entry->is_regular_file(error)) import.files.push_back(entry->path());
        }
        if (error || !fs::exists(path)) import.missing.push_back(path.string());
    }
    std::sort(import.files.begin(), import.files.end());
    return import;
}

using Send = std::function<Result<void>(fs::path const&)>;

Result<void> store_file(Archive& archive, fs::path const& file) {
    constexpr std::size_t piece = 256 * 1024;
    std::ifstream stream{file, std::ios::binary};
    if (!stream) return fail(ErrorCode::not_found, "cannot read it");
    auto incoming = IncomingInstance::part10(archive, local_operator(), "import");
    if (!incoming) return fail(incoming.error());
    std::vector<char> buffer(piece);
    while (stream) {
        stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
        auto const part = std::span{buffer}.first(static_cast<std::size_t>(stream.gcount()));
        if (auto written = incoming->write(std::as_bytes(part)); !written) return written;
    }
    if (stream.bad()) return fail(ErrorCode::out_of_resources, "cannot read it to the end");
    auto const stored = incoming->commit();
    return stored ? Result<void>{} : fail(stored.error());
}

// What the senders share.
class Tally {
public:
    Tally(std::vector<fs::path> const& files) : files_{files}, progress_{"import", files.size()} {}

    // The next file, nullptr when none is left.
    fs::path const* next() {
        std::size_t const position = next_++;
        return position < files_.size() ? &files_[position] : nullptr;
    }

    void record(fs::path const& file, Result<void> const& sent) {
        std::error_code ignored;  // a size for the bar only
        auto const size = fs::file_size(file, ignored);
        std::lock_guard const lock{mutex_};
        ++done_;
        bytes_ += ignored ? 0 : size;
        if (!sent) {
            ++failed_;
            progress_.say(file.string() + ": " + sent.error().detail);
        }
        progress_.update(done_, bytes_);
    }

    std::uint64_t done() const { return done_; }
    std::uint64_t failed() const { return failed_; }
    std::uint64_t bytes() const { return bytes_; }

private:
    std::vector<fs::path> const& files_;
    std::atomic<std::size_t> next_{0};
    std::mutex mutex_;
    ProgressLine progress_;
    std::uint64_t done_ = 0;
    std::uint64_t failed_ = 0;
    std::uint64_t bytes_ = 0;
};

// One `Send` for each sender, because a connection belongs to one thread.
ExitCode send_all(Import const& import, std::vector<Send> const& sends) {
    std::uint64_t stored = 0;
    std::uint64_t failed = import.missing.size();
    std::uint64_t bytes = 0;
    {
        Tally tally{import.files};
        std::vector<std::thread> threads;
        for (auto const& send : sends)
            threads.emplace_back([&tally, &send] {
                while (auto const* const file = tally.next()) tally.record(*file, send(*file));
            });
        for (auto& thread : threads) thread.join();
        stored = tally.done() - tally.failed();
        failed += tally.failed();
        bytes = tally.bytes();
    }
    for (auto const& path : import.missing) complain(path + ": no such file or folder");
    fmt::print("{} files stored, {} failed, {} bytes\n", stored, failed, bytes);
    return failed == 0 ? ExitCode::done : ExitCode::failed;
}

ExitCode import_over_http(Import const& import, std::string const& url) {
    std::vector<std::unique_ptr<StowClient>> clients;
    std::vector<Send> sends;
    for (std::size_t i = 0; i < senders; ++i) {
        auto client = StowClient::for_url(url);
        if (!client) {
            complain(client.error().detail);
            return ExitCode::usage;
        }
        clients.push_back(std::move(*client));
        sends.emplace_back([&connection = *clients.back()](fs::path const& file) { return connection.send(file); });
    }
    return send_all(import, sends);
}

ExitCode import_locally(Import const& import, Configuration const& configuration) {
    auto const folder = DataFolder::open(configuration.data, CreateFolder::if_missing);
    if (!folder) return exit_code_for(folder.error());
    auto const stores = open_stores(*folder, configuration, folder->index_file());
    if (!stores) return exit_code_for(stores.error());
    Send const send = [&archive = *stores->archive](fs::path const& file) { return store_file(archive, file); };
    return send_all(import, std::vector<Send>(senders, send));
}

}  // namespace

ExitCode import_files(Configuration const& configuration, ImportRequest const& request) {
    auto const import = list_files(request.paths);
    return request.url.empty() ? import_locally(import, configuration) : import_over_http(import, request.url);
}

}  // namespace cassette
