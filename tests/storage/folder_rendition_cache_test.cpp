#include "storage/folder_rendition_cache.h"

#include "storage/sha256.h"
#include "tests/support/blob_store_contract.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace cassette {

using testing::read_all;
using testing::TemporaryDirectory;
using testing::write_file;

namespace {

// A make that counts how often it is asked.
struct Maker {
    std::string bytes;
    int* made;
    Result<std::string> operator()() const {
        ++*made;
        return bytes;
    }
};

std::filesystem::path path_in(std::filesystem::path const& folder, std::string_view key) {
    auto const hex = sha256(std::as_bytes(std::span{key})).hex();
    return folder / hex.substr(0, 2) / hex;
}

std::string get(RenditionCache& cache, std::string_view key, RenditionCache::Make const& make) {
    auto const blob = cache.get_or_make(key, make);
    REQUIRE(blob);
    auto const bytes = read_all(**blob);
    REQUIRE(bytes);
    return *bytes;
}

// Lets threads wait until somebody opens it.
class Gate {
public:
    void open() {
        std::scoped_lock const lock{mutex_};
        open_ = true;
        changed_.notify_all();
    }
    void wait() {
        std::unique_lock lock{mutex_};
        changed_.wait(lock, [&] { return open_; });
    }

private:
    std::mutex mutex_;
    std::condition_variable changed_;
    bool open_ = false;
};

}  // namespace

TEST_CASE("a rendition is made once and then read from its file") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path());
    REQUIRE(cache);
    int made = 0;
    Maker const make{"picture", &made};
    CHECK(get(**cache, "a", make) == "picture");
    CHECK(get(**cache, "a", make) == "picture");
    CHECK(made == 1);
    CHECK((*cache)->bytes() == 7);
    CHECK((*(*cache)->get_or_make("a", make))->file());
    CHECK(testing::read_file(path_in(folder.path(), "a")) == "picture");
}

TEST_CASE("different keys are different renditions") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path());
    REQUIRE(cache);
    int made = 0;
    CHECK(get(**cache, "a", Maker{"1", &made}) == "1");
    CHECK(get(**cache, "b", Maker{"2", &made}) == "2");
    CHECK(made == 2);
}

TEST_CASE("the least recently used rendition goes when the bytes are used up, and stays readable where it is open") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path(), {.bytes_max = 100});
    REQUIRE(cache);
    int made = 0;
    Maker const make{std::string(40, 'x'), &made};
    auto const open = (*cache)->get_or_make("a", make);
    REQUIRE(open);
    get(**cache, "b", make);
    get(**cache, "a", make);  // now b is the least recently used
    get(**cache, "c", make);
    CHECK((*cache)->bytes() == 80);
    CHECK(std::filesystem::exists(path_in(folder.path(), "a")));
    CHECK_FALSE(std::filesystem::exists(path_in(folder.path(), "b")));
    get(**cache, "d", make);  // and now a
    CHECK_FALSE(std::filesystem::exists(path_in(folder.path(), "a")));
    CHECK(*read_all(**open) == make.bytes);
    CHECK(made == 4);
    get(**cache, "b", make);
    CHECK(made == 5);
}

TEST_CASE("a rendition larger than the whole cache is given and not kept") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path(), {.bytes_max = 10});
    REQUIRE(cache);
    int made = 0;
    Maker const make{std::string(11, 'x'), &made};
    CHECK(get(**cache, "a", make) == make.bytes);
    CHECK((*cache)->bytes() == 0);
    get(**cache, "a", make);
    CHECK(made == 2);
}

TEST_CASE("a rendition that cannot be kept is given all the same") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder / "renditions");
    REQUIRE(cache);
    std::filesystem::remove_all(folder / "renditions");
    int made = 0;
    CHECK(get(**cache, "a", Maker{"picture", &made}) == "picture");
    CHECK((*cache)->bytes() == 0);
}

TEST_CASE("a rendition whose file was removed by hand is made again") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path());
    REQUIRE(cache);
    int made = 0;
    get(**cache, "a", Maker{"picture", &made});
    std::filesystem::remove(path_in(folder.path(), "a"));
    CHECK(get(**cache, "a", Maker{"picture", &made}) == "picture");
    CHECK(made == 2);
    CHECK((*cache)->bytes() == 7);
}

TEST_CASE("however many ask at the same time, it is made once") {
    for (bool const succeeds : {true, false}) {
        CAPTURE(succeeds);
        TemporaryDirectory const folder;
        auto const cache = open_folder_rendition_cache(folder.path(), {.failure_lifetime_seconds = 0});
        REQUIRE(cache);
        Gate making;
        Gate proceed;
        std::atomic<int> made{0};
        RenditionCache::Make const make = [&]() -> Result<std::string> {
            ++made;
            making.open();
            proceed.wait();
            if (!succeeds) return fail(ErrorCode::not_acceptable, "no");
            return std::string{"picture"};
        };
        std::atomic<int> asked{0};
        std::atomic<int> as_expected{0};
        auto const ask = [&] {
            ++asked;
            auto const blob = (*cache)->get_or_make("a", make);
            if (succeeds ? blob && *read_all(**blob) == "picture" : blob.error().code == ErrorCode::not_acceptable) {
                ++as_expected;
            }
        };
        std::vector<std::thread> threads;
        threads.emplace_back(ask);
        making.wait();
        for (int i = 0; i < 7; ++i) threads.emplace_back(ask);
        while (asked < 8) std::this_thread::yield();
        proceed.open();
        for (auto& thread : threads) thread.join();
        CHECK(as_expected == 8);
        // A failure is not remembered here, so one who came after the others had landed tried for itself.
        if (succeeds) CHECK(made == 1);
    }
}

TEST_CASE("a failure is remembered for its lifetime") {
    TemporaryDirectory const folder;
    std::chrono::steady_clock::time_point now{};
    auto const cache =
        open_folder_rendition_cache(folder.path(), {.failure_lifetime_seconds = 60, .now = [&] { return now; }});
    REQUIRE(cache);
    int made = 0;
    auto const make = [&]() -> Result<std::string> {
        ++made;
        return fail(ErrorCode::not_acceptable, "no");
    };
    CHECK((*cache)->get_or_make("a", make).error().code == ErrorCode::not_acceptable);
    now += std::chrono::seconds{59};
    auto const again = (*cache)->get_or_make("a", make);
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::not_acceptable);
    CHECK(again.error().detail == "no");
    CHECK(made == 1);
    now += std::chrono::seconds{1};
    CHECK_FALSE((*cache)->get_or_make("a", make));
    CHECK(made == 2);
}

TEST_CASE("a failure that may pass is not remembered") {
    for (auto const code : {ErrorCode::out_of_resources, ErrorCode::unavailable, ErrorCode::cancelled}) {
        TemporaryDirectory const folder;
        auto const cache = open_folder_rendition_cache(folder.path());
        REQUIRE(cache);
        CHECK((*cache)->get_or_make("a", [&]() -> Result<std::string> { return fail(code, "busy"); }).error().code ==
              code);
        int made = 0;
        CHECK(get(**cache, "a", Maker{"picture", &made}) == "picture");
    }
}

TEST_CASE("renditions survive a clean stop, and start empty after any other") {
    for (bool const clean : {true, false}) {
        CAPTURE(clean);
        TemporaryDirectory const folder;
        int made = 0;
        Maker const make{"picture", &made};
        {
            auto const cache = open_folder_rendition_cache(folder.path());
            REQUIRE(cache);
            get(**cache, "a", make);
        }
        CHECK(std::filesystem::exists(folder / "clean"));
        if (!clean) std::filesystem::remove(folder / "clean");
        auto const cache = open_folder_rendition_cache(folder.path());
        REQUIRE(cache);
        CHECK_FALSE(std::filesystem::exists(folder / "clean"));
        CHECK((*cache)->bytes() == (clean ? 7 : 0));
        CHECK(std::filesystem::exists(path_in(folder.path(), "a")) == clean);
        get(**cache, "a", make);
        CHECK(made == (clean ? 1 : 2));
    }
}

TEST_CASE("a start with fewer bytes than there are trims, oldest first; foreign files stay") {
    TemporaryDirectory const folder;
    int made = 0;
    {
        auto const cache = open_folder_rendition_cache(folder.path());
        REQUIRE(cache);
        get(**cache, "a", Maker{std::string(40, 'a'), &made});
        get(**cache, "b", Maker{std::string(40, 'b'), &made});
    }
    std::filesystem::last_write_time(path_in(folder.path(), "b"),
                                     std::filesystem::file_time_type{std::chrono::seconds{-6'000'000'000}});
    write_file(folder / "note", "foreign");
    write_file(folder / "incoming/9", "cut off");
    auto const cache = open_folder_rendition_cache(folder.path(), {.bytes_max = 50});
    REQUIRE(cache);
    CHECK((*cache)->bytes() == 40);
    CHECK(std::filesystem::exists(path_in(folder.path(), "a")));
    CHECK_FALSE(std::filesystem::exists(path_in(folder.path(), "b")));
    CHECK(std::filesystem::exists(folder / "note"));
    CHECK_FALSE(std::filesystem::exists(folder / "incoming/9"));
}

TEST_CASE("clear forgets renditions, failures, and what is being made") {
    TemporaryDirectory const folder;
    auto const cache = open_folder_rendition_cache(folder.path());
    REQUIRE(cache);
    int made = 0;
    get(**cache, "a", Maker{"picture", &made});
    CHECK_FALSE((*cache)->get_or_make("b", []() -> Result<std::string> { return fail(ErrorCode::malformed, "no"); }));
    CHECK((*cache)->clear());
    CHECK((*cache)->bytes() == 0);
    CHECK_FALSE(std::filesystem::exists(path_in(folder.path(), "a")));
    CHECK(get(**cache, "b", Maker{"now it can", &made}) == "now it can");
    auto const cleared_meanwhile = [&]() -> Result<std::string> {
        CHECK((*cache)->clear());
        return std::string{"stale"};
    };
    CHECK(get(**cache, "c", cleared_meanwhile) == "stale");
    CHECK((*cache)->bytes() == 0);
    CHECK_FALSE(std::filesystem::exists(path_in(folder.path(), "c")));
}

}  // namespace cassette
