#include "tests/support/blob_store_contract.h"
#include "tests/support/bytes_of.h"

#include "storage/sha256.h"

#include <doctest/doctest.h>

#include <atomic>
#include <map>
#include <thread>
#include <vector>

namespace cassette::testing {

namespace {

std::map<std::string, std::uint64_t> list(BlobStore const& store) {
    std::map<std::string, std::uint64_t> found;
    CHECK(store.for_each([&](BlobInfo const& info) -> Result<void> {
        found.emplace(info.digest.hex(), info.size);
        return {};
    }));
    return found;
}

std::int64_t stored_at(BlobStore const& store, Digest const& digest) {
    std::int64_t time = 0;
    CHECK(store.for_each([&](BlobInfo const& info) -> Result<void> {
        if (info.digest == digest) time = info.stored_at;
        return {};
    }));
    return time;
}

void check_writing(BlobStore& store) {
    SUBCASE("what is published is read back, whole and in parts") {
        std::string const text = "a film cassette";
        auto const digest = put(store, text);
        REQUIRE(digest);
        CHECK(*digest == sha256(bytes_of(text)));
        CHECK(*store.contains(*digest));
        auto const blob = store.open(*digest);
        REQUIRE(blob);
        CHECK((*blob)->size() == text.size());
        CHECK(*read_all(**blob) == text);
        std::string part(4, '\0');
        CHECK((*blob)->read_at(2, std::as_writable_bytes(std::span{part})));
        CHECK(part == "film");
    }
    SUBCASE("bytes come in any portions") {
        auto writer = store.create();
        REQUIRE(writer);
        std::string all;
        for (std::size_t size : {1U, 0U, 300'000U, 7U, 262'144U, 262'143U, 5U, 1'000'000U, 1U}) {
            std::string const portion(size, static_cast<char>('a' + size % 26));
            CHECK((*writer)->write(bytes_of(portion)));
            all += portion;
        }
        CHECK((*writer)->size() == all.size());
        auto const digest = (*writer)->finish();
        REQUIRE(digest);
        CHECK(*digest == sha256(bytes_of(all)));
        CHECK((*writer)->publish(nanoseconds_now()));
        auto const blob = store.open(*digest);
        REQUIRE(blob);
        CHECK(*read_all(**blob) == all);
    }
    SUBCASE("an empty blob is a blob") {
        auto const digest = put(store, "");
        REQUIRE(digest);
        CHECK(digest->hex() == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        CHECK(*read_all(**store.open(*digest)) == "");
    }
    SUBCASE("nothing is visible before publish, and a dropped writer leaves nothing") {
        auto writer = store.create();
        REQUIRE(writer);
        CHECK((*writer)->write(bytes_of("half")));
        auto const digest = (*writer)->finish();
        REQUIRE(digest);
        CHECK_FALSE(*store.contains(*digest));
        CHECK(store.open(*digest).error().code == ErrorCode::not_found);
        writer->reset();
        CHECK(list(store).empty());
    }
}

void check_names(BlobStore& store) {
    SUBCASE("the same bytes are one blob, however often they come, with the time of the last") {
        for (auto const& bytes : {std::string{"same"}, std::string(100'000, 's')}) {
            constexpr std::int64_t time = 1'700'000'000'000'000'001;
            auto const before = list(store).size();
            auto const first = put(store, bytes, time + 1);
            REQUIRE(first);
            CHECK(stored_at(store, *first) == time + 1);
            auto const second = put(store, bytes, time);
            REQUIRE(second);
            CHECK(*first == *second);
            CHECK(list(store).size() == before + 1);
            CHECK(stored_at(store, *first) == time);
        }
    }
    SUBCASE("an unknown digest is not_found") {
        Digest const unknown{Digest::Bytes{}};
        CHECK_FALSE(*store.contains(unknown));
        CHECK(store.open(unknown).error().code == ErrorCode::not_found);
    }
    SUBCASE("removing frees the blob; removing again is success; an open one stays readable") {
        auto const digest = put(store, "gone");
        REQUIRE(digest);
        auto const open = store.open(*digest);
        REQUIRE(open);
        CHECK(store.remove(*digest));
        CHECK(store.remove(*digest));
        CHECK_FALSE(*store.contains(*digest));
        CHECK(list(store).empty());
        CHECK(*read_all(**open) == "gone");
        CHECK(put(store, "gone"));
        CHECK(*store.contains(*digest));
    }
}

void check_visiting(BlobStore& store) {
    SUBCASE("for_each visits every blob, and stops at the visitor's first error") {
        std::map<std::string, std::uint64_t> expected;
        for (std::size_t size = 0; size < 300; ++size) {
            auto const digest = put(store, std::string(size, 'x'));
            REQUIRE(digest);
            expected.emplace(digest->hex(), size);
        }
        CHECK(list(store) == expected);
        int visited = 0;
        auto const stopped = store.for_each([&](BlobInfo const&) -> Result<void> {
            if (++visited == 3) return fail(ErrorCode::cancelled, "enough");
            return {};
        });
        REQUIRE_FALSE(stopped);
        CHECK(stopped.error().code == ErrorCode::cancelled);
        CHECK(visited == 3);
    }
    SUBCASE("reading beyond the end is an error") {
        auto const digest = put(store, "1234");
        REQUIRE(digest);
        auto const blob = store.open(*digest);
        REQUIRE(blob);
        std::string out(3, '\0');
        auto const span = std::as_writable_bytes(std::span{out});
        CHECK((*blob)->read_at(2, span).error().code == ErrorCode::internal);
        CHECK((*blob)->read_at(5, span.first(0)).error().code == ErrorCode::internal);
        CHECK((*blob)->read_at(~std::uint64_t{0}, span).error().code == ErrorCode::internal);
        CHECK((*blob)->read_at(4, span.first(0)));
    }
}

void check_threads(BlobStore& store) {
    SUBCASE("several threads publish the same and different bytes at once") {
        constexpr int threads = 8;
        constexpr int rounds = 20;
        std::atomic<int> failures{0};
        std::vector<std::thread> all;
        for (int thread = 0; thread < threads; ++thread) {
            all.emplace_back([&store, &failures, thread] {
                for (int round = 0; round < rounds; ++round) {
                    auto const shared = put(store, "shared " + std::to_string(round));
                    auto const own = put(store, std::to_string(thread) + " own " + std::to_string(round));
                    if (!shared || !own || !store.open(*shared) || !store.open(*own)) ++failures;
                }
            });
        }
        for (auto& each : all) each.join();
        CHECK(failures == 0);
        CHECK(list(store).size() == rounds + threads * rounds);
    }
}

void check_spool(BlobStore& store) {
    SUBCASE("a spool gives back what was appended, and is no blob") {
        auto const before = list(store).size();
        auto const spool = store.create_spool();
        REQUIRE(spool);
        REQUIRE((*spool)->append(bytes_of("one ")));
        REQUIRE((*spool)->append(bytes_of("two")));
        CHECK((*spool)->size() == 7);
        CHECK(*read_all(**spool) == "one two");
        std::byte beyond[1];
        CHECK((*spool)->read_at(7, beyond).error().code == ErrorCode::internal);
        CHECK(list(store).size() == before);
    }
}

}  // namespace

Result<Digest> put(BlobStore& store, std::string_view bytes, std::int64_t stored_at) {
    auto writer = store.create();
    if (!writer) return fail(writer.error());
    if (auto written = (*writer)->write(bytes_of(bytes)); !written) return fail(written.error());
    auto digest = (*writer)->finish();
    if (!digest) return digest;
    if (auto published = (*writer)->publish(stored_at); !published) return fail(published.error());
    return digest;
}

Result<std::string> read_all(Blob const& blob) {
    std::string bytes(blob.size(), '\0');
    if (auto read = blob.read_at(0, std::as_writable_bytes(std::span{bytes})); !read) return fail(read.error());
    return bytes;
}

void check_blob_store_contract(BlobStore& store) {
    check_writing(store);
    check_names(store);
    check_visiting(store);
    check_threads(store);
    check_spool(store);
}

}  // namespace cassette::testing
