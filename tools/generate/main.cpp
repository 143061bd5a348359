// cassette-generate: folders of synthetic studies, the same for the same seed.

#include "tools/generate/synthetic_study.h"

#include <CLI/CLI.hpp>

#include <fcntl.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <map>
#include <optional>
#include <thread>
#include <vector>

namespace cassette::generate {

namespace {

struct Options {
    SyntheticPlan plan;
    std::uint32_t studies = 1;
    std::uint32_t size_mb = 0;
    unsigned threads = std::max(1U, std::thread::hardware_concurrency());
    bool flat = false;
    std::filesystem::path out;

    std::uint64_t count() const { return std::uint64_t{studies} * plan.series * plan.instances; }
};

// A file that is being written.
class OutputFile {
public:
    static Result<OutputFile> create(std::filesystem::path const& path) {
        int const descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
        if (descriptor < 0) return fail(ErrorCode::out_of_resources, "cannot create " + path.string());
        return OutputFile{descriptor};
    }
    OutputFile(OutputFile&& other) noexcept : descriptor_{std::exchange(other.descriptor_, -1)} {}
    OutputFile& operator=(OutputFile&&) = delete;
    ~OutputFile() {
        if (descriptor_ >= 0) close(descriptor_);
    }
    Result<void> write(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const written = ::write(descriptor_, bytes.data(), bytes.size());
            if (written < 0) return fail(ErrorCode::out_of_resources, "cannot write");
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        return {};
    }

private:
    explicit OutputFile(int descriptor) : descriptor_{descriptor} {}
    int descriptor_;
};

SyntheticPosition position_of(Options const& options, std::uint64_t number) {
    auto const instance = static_cast<std::uint32_t>(number % options.plan.instances);
    auto const series = number / options.plan.instances;
    return {static_cast<std::uint32_t>(series / options.plan.series),
            static_cast<std::uint32_t>(series % options.plan.series), instance};
}

std::filesystem::path path_of(Options const& options, std::uint64_t number) {
    char name[64];
    if (options.flat) {
        std::snprintf(name, sizeof name, "%09llu.dcm", static_cast<unsigned long long>(number + 1));
        return options.out / name;
    }
    auto const position = position_of(options, number);
    std::snprintf(name, sizeof name, "study-%06u/series-%03u/%06u.dcm", position.study + 1, position.series + 1,
                  position.instance + 1);
    return options.out / name;
}

Result<void> write_one(Options const& options, std::uint64_t number) {
    auto const path = path_of(options, number);
    std::error_code error;
    if (!options.flat && number % options.plan.instances == 0) {
        std::filesystem::create_directories(path.parent_path(), error);
    }
    if (error) return fail(ErrorCode::out_of_resources, "cannot create " + path.parent_path().string());
    auto file = OutputFile::create(path);
    if (!file) return fail(file.error());
    auto const append = [&file](std::string_view bytes) { return file->write(bytes); };
    return write_part10(options.plan, position_of(options, number), append);
}

// Threads take whole series, so that the one that makes a folder is the one that fills it.
class Crew {
public:
    explicit Crew(Options const& options) : options_{options} {}

    std::optional<Error> run() {
        std::vector<std::jthread> threads;
        for (unsigned i = 0; i < options_.threads; ++i) threads.emplace_back([this] { work(); });
        threads.clear();
        return failure_;
    }

private:
    void work() {
        auto const step = options_.plan.instances;
        for (auto first = next_.fetch_add(step); first < options_.count() && !failed_; first = next_.fetch_add(step)) {
            for (auto number = first; number < first + step; ++number) {
                auto const written = write_one(options_, number);
                if (written) continue;
                if (!failed_.exchange(true)) failure_ = written.error();
                return;
            }
        }
    }

    Options const& options_;
    std::atomic<std::uint64_t> next_ = 0;
    std::atomic<bool> failed_ = false;
    std::optional<Error> failure_;  // written by the first to fail, read after all have ended
};

void declare(CLI::App& app, Options& options) {
    auto& plan = options.plan;
    app.add_option("--seed", plan.seed, "the same seed gives the same bytes")->capture_default_str();
    app.add_option("--studies", options.studies, "studies")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--series", plan.series, "series in a study")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--instances", plan.instances, "instances in a series")
        ->capture_default_str()
        ->check(CLI::PositiveNumber);
    app.add_option("--rows", plan.rows, "rows of a frame")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--columns", plan.columns, "columns of a frame")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--frames", plan.frames, "frames of an instance")->capture_default_str()->check(CLI::PositiveNumber);
    app.add_option("--size-mb", options.size_mb, "as many frames as fill so many MiB, instead of --frames");
    app.add_option("--modality", plan.modality, "one of " + std::string{modalities()})->capture_default_str();
    std::map<std::string, Encoding> const encodings{{"explicit", Encoding::explicit_little_endian},
                                                    {"implicit", Encoding::implicit_little_endian},
                                                    {"big-endian", Encoding::explicit_big_endian}};
    app.add_option("--syntax", plan.encoding, "transfer syntax: explicit, implicit or big-endian")
        ->transform(CLI::CheckedTransformer(encodings));
    app.add_option("--threads", options.threads, "threads")->capture_default_str()->check(CLI::Range(1, 64));
    app.add_flag("--flat", options.flat, "all files in one folder");
    app.add_option("--out", options.out, "folder to write to")->required();
}

bool complete(Options& options) {
    if (!is_modality(options.plan.modality)) {
        std::fprintf(stderr, "cassette-generate: --modality: one of %s\n", modalities().data());
        return false;
    }
    auto const frame_bytes = std::uint64_t{2} * options.plan.rows * options.plan.columns;
    if (options.size_mb > 0) {
        options.plan.frames = static_cast<std::uint32_t>(
            std::max<std::uint64_t>(1, (std::uint64_t{options.size_mb} << 20) / frame_bytes));
    }
    return true;
}

int generate(Options const& options) {
    std::error_code error;
    std::filesystem::create_directories(options.out, error);
    auto const started = std::chrono::steady_clock::now();
    auto const failure = Crew{options}.run();
    if (failure) {
        std::fprintf(stderr, "cassette-generate: %s\n", failure->detail.c_str());
        return 1;
    }
    std::chrono::duration<double> const took = std::chrono::steady_clock::now() - started;
    auto const megabytes = static_cast<double>(options.count() * options.plan.pixel_bytes()) / 1e6;
    std::printf("%llu instances in %.2f s: %.0f a second, %.0f MB of pixels\n",
                static_cast<unsigned long long>(options.count()), took.count(),
                static_cast<double>(options.count()) / took.count(), megabytes);
    return 0;
}

}  // namespace

}  // namespace cassette::generate

int main(int argc, char** argv) {
    cassette::generate::Options options;
    CLI::App app{"Writes synthetic DICOM studies of people who do not exist."};
    cassette::generate::declare(app, options);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& error) { return app.exit(error) == 0 ? 0 : 2; }
    if (!cassette::generate::complete(options)) return 2;
    return cassette::generate::generate(options);
}
