#include "storage/reader_pool.h"

#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

#include <chrono>
#include <optional>

namespace cassette {

namespace {

constexpr std::chrono::hours long_time{1};

// A database with a table of numbers, and whoever writes to it: as far as the pool knows, another process.
struct Numbers {
    testing::TemporaryDirectory folder;
    std::filesystem::path file = folder / "numbers.db";
    std::unique_ptr<SqliteConnection> writer =
        std::move(*SqliteConnection::open(file, SqliteConnection::Access::read_write));

    Numbers() { REQUIRE(writer->exec("CREATE TABLE numbers(n)")); }
    void add() const { REQUIRE(writer->exec("INSERT INTO numbers VALUES (1)")); }
};

std::int64_t count_of(Result<ReaderPool::Lease> const& lease) {
    REQUIRE(lease);
    auto const counted = (**lease).integer("SELECT count(*) FROM numbers");
    REQUIRE(counted);
    return *counted;
}

}  // namespace

TEST_CASE("all statements of a leased state see one state") {
    Numbers const numbers;
    ReaderPool pool{numbers.file, 4, long_time};
    auto const lease = pool.lease_state();
    CHECK(count_of(lease) == 0);
    numbers.add();
    pool.changed();
    CHECK(count_of(lease) == 0);
    CHECK(count_of(pool.lease_state()) == 1);
}

TEST_CASE("a state stays for who reads next until something has changed, whoever has the connection by then") {
    Numbers const numbers;
    ReaderPool pool{numbers.file, 4, long_time};
    CHECK(count_of(pool.lease_state()) == 0);
    numbers.add();
    CHECK(count_of(pool.lease_state()) == 0);  // nobody has told it
    SUBCASE("at rest") { pool.changed(); }
    SUBCASE("while it is out") {
        auto const lease = pool.lease_state();
        pool.changed();
        CHECK(count_of(lease) == 0);
    }
    CHECK(count_of(pool.lease_state()) == 1);
}

TEST_CASE("what other processes have committed is seen after a while, and by each statement where it matters") {
    Numbers const numbers;
    SUBCASE("after a while") {
        ReaderPool pool{numbers.file, 4, std::chrono::milliseconds{0}};
        CHECK(count_of(pool.lease_state()) == 0);
        numbers.add();
        CHECK(count_of(pool.lease_state()) == 1);
    }
    SUBCASE("by each statement, on a connection that has kept its state") {
        ReaderPool pool{numbers.file, 4, long_time};
        CHECK(count_of(pool.lease_state()) == 0);
        numbers.add();
        auto const lease = pool.lease();
        CHECK(count_of(lease) == 1);
        numbers.add();
        CHECK(count_of(lease) == 2);
    }
}

TEST_CASE("a state that is kept holds the log back until it is let go, also when it was out then") {
    Numbers const numbers;
    ReaderPool pool{numbers.file, 4, long_time};
    // Whether what is written next goes to the beginning of the log.
    auto const begins_anew = [&] {
        numbers.add();
        REQUIRE(numbers.writer->checkpoint());
        numbers.add();
        return numbers.writer->log_pages() == 1;
    };
    CHECK(begins_anew());
    CHECK(count_of(pool.lease_state()) == 2);
    CHECK_FALSE(begins_anew());
    pool.let_go();
    CHECK(begins_anew());

    std::optional lease{pool.lease_state()};
    CHECK(count_of(*lease) == 6);
    pool.let_go();
    CHECK_FALSE(begins_anew());
    lease.reset();
    CHECK(begins_anew());
}

TEST_CASE("connections beyond those that are kept are opened and closed, each with its state") {
    Numbers const numbers;
    ReaderPool pool{numbers.file, 1, long_time};
    {
        auto const first = pool.lease_state();
        CHECK(count_of(first) == 0);
        numbers.add();
        auto const second = pool.lease_state();
        CHECK(count_of(second) == 1);
        CHECK(count_of(first) == 0);
    }
    numbers.add();
    pool.close();
    CHECK(count_of(pool.lease_state()) == 2);
}

}  // namespace cassette
