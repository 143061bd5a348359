#include "storage/sqlite_find.h"

#include "storage/find_sql.h"
#include "storage/name_driver.h"
#include "storage/newest_names.h"
#include "storage/snapshot.h"

#include <algorithm>
#include <limits>
#include <span>
#include <utility>

namespace cassette {

namespace {

// SQLite refuses longer patterns, and no value of the index is as long (PS3.5 6.2).
constexpr std::size_t pattern_length_max = 10240;

Result<void> check_conditions(FindRequest const& request) {
    for (auto const& condition : request.conditions) {
        auto const& attribute = attributes()[condition.attribute];
        if (attribute.matching == Matching::none)
            return fail(ErrorCode::nonconformant, "not an attribute to match on: " + std::string{attribute.keyword});
        auto const* wildcard = std::get_if<Wildcard>(&condition.operand);
        if (wildcard != nullptr && wildcard->pattern.size() > pattern_length_max)
            return fail(ErrorCode::too_large, "the pattern is too long: " + std::string{attribute.keyword});
    }
    for (auto const& key : request.order_by) {
        auto const& attribute = attributes()[key.attribute];
        if (attribute.matching == Matching::none || attribute.level > request.level)
            return fail(ErrorCode::nonconformant, "not an attribute to order by: " + std::string{attribute.keyword});
    }
    return {};
}

// The one number a SELECT gives.
Result<std::int64_t> number(SqliteConnection& db, SqlText const& sql) {
    std::int64_t value = 0;
    auto const read = for_each_row(
        db, sql.text, [&](Statement& statement) { sql.bind_to(statement); },
        [&](Statement& row) {
            value = row.integer(0);
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    return value;
}

// The kept number of all rows of a level.
SqlText total_sql(Level level) {
    SqlText sql;
    switch (level) {
        case Level::patient: return sql.add("SELECT patients FROM total");
        case Level::study: return sql.add("SELECT studies FROM total");
        case Level::series: return sql.add("SELECT series FROM total");
        case Level::instance: return sql.add("SELECT instances FROM total");
    }
    return sql;
}

std::int64_t entry_cost(Driver const& driver, FindRequest const& request, SearchCosts const& costs) {
    if (driver.words && gives_newest_names(request, driver)) return costs.entry * driver.words->weight;
    if (driver.words) return costs.row;
    if (driver.lists_dates && !driver.index.empty()) return costs.entry;
    return driver.index.empty() ? costs.text : costs.row;
}

// How many rows the index lists; about `bound` when they are more.
Result<std::int64_t> entries_of(SqliteConnection& db, Driver const& driver, std::int64_t bound) {
    constexpr std::int64_t steps_of_entry = 4;
    constexpr std::int64_t steps_max = 1'000'000'000;
    StepBudget const budget{db, static_cast<int>(std::min(bound * steps_of_entry, steps_max) / 1000 + 1)};
    auto const counted = number(db, probe_sql(driver));
    bool const many = !counted && budget.is_spent() && counted.error().code == ErrorCode::cancelled;
    return many ? Result<std::int64_t>{bound} : counted;
}

// While it lives, sorts that grow large go to temporary files, which have no name, instead of memory. SQLite changes that
// between transactions only: it lets go of the state that the connection reads, and goes itself outside a snapshot.
class SortsOnDisk {
public:
    explicit SortsOnDisk(SqliteConnection& db) : db_{db} {
        end_state(db_);
        (void)db_.exec("PRAGMA temp_store=FILE");
    }
    SortsOnDisk(SortsOnDisk const&) = delete;
    SortsOnDisk& operator=(SortsOnDisk const&) = delete;
    ~SortsOnDisk() { (void)db_.exec("PRAGMA temp_store=MEMORY"); }

private:
    SqliteConnection& db_;
};

// Whether the page's keys can be picked from those of each word.
bool picks_newest(FindRequest const& request, Driver const* driver) {
    constexpr std::uint64_t picked_max = 10'000;
    bool const early = request.limit && *request.limit <= picked_max && request.offset <= picked_max;
    return early && driver != nullptr && gives_newest_names(request, *driver) && !row_decides(request, driver);
}

std::string json_array(std::span<std::int64_t const> keys) {
    std::string json = "[";
    for (auto const key : keys) {
        if (json.size() > 1) json += ',';
        json += std::to_string(key);
    }
    return json += ']';
}

// How many keys an approach lists, as far as is known.
enum class Listed { few, perhaps_many };

enum class Walk { ended, too_long };

// Whether nothing but one word of a name, or part of one, tells where to begin: how many have it need not be known then.
bool has_one_word(std::vector<Driver> const& found, FindRequest const& request) {
    if (found.empty() || !found.front().words || found.front().words->weight == 1) return false;
    bool const other = found.size() > 1 && found[1].strength == Strength::selective;
    return !other && picks_newest(request, &found.front());
}

// Reads the rows of one approach's keys and hands them on. Knows how many it has delivered, so that another can go on.
class RowReader {
public:
    RowReader(SqliteConnection& db, FindRequest const& request, Index::RowSink const& sink)
        : db_{db},
          request_{request},
          sink_{sink},
          selected_{selected_attributes(request)},
          found_{AttributeValues(attributes().size()), 0} {}

    Result<void> read(Driver const* driver, Listed listed) {
        FindRequest rest = request_;
        rest.offset += delivered_;
        if (rest.limit) *rest.limit -= delivered_;
        if (picks_newest(rest, driver)) {
            auto const picked = newest_names(db_, rest, *driver);
            if (!picked) return fail(picked.error());
            if (*picked)
                return read_picked(std::span{**picked}.subspan(std::min<std::size_t>(rest.offset, (*picked)->size())));
        }
        // Without a limit somebody waits for each row; who asks for a page waits for all of it.
        batch_ = rest.limit ? batch_max : 1;
        skip_ = 0;
        left_ = all;
        rows_decide_ = row_decides(rest, driver);
        // SQLite sorts a few keys faster when it need not know how many are wanted.
        if (listed == Listed::few || rows_decide_) {
            skip_ = std::exchange(rest.offset, 0);
            left_ = std::exchange(rest.limit, std::nullopt).value_or(all);
        }
        return read_each(keys_sql(rest, driver), rows_sql(rest, driver));
    }

    // What newest_names gave, the whole answer.
    Result<void> read(std::vector<std::int64_t> const& keys) {
        return read_picked(std::span{keys}.subspan(std::min<std::size_t>(request_.offset, keys.size())));
    }

private:
    static constexpr std::uint64_t all = std::numeric_limits<std::uint64_t>::max();
    static constexpr std::size_t batch_max = 128;

    Result<void> read_picked(std::span<std::int64_t const> keys) {
        auto const sql = rows_sql(request_, nullptr);
        auto statement = db_.prepare(sql.text);
        if (!statement) return fail(statement.error());
        skip_ = 0;
        left_ = all;
        rows_decide_ = false;
        while (!keys.empty()) {
            auto const count = std::min(keys.size(), batch_max);
            if (auto done = read_rows(keys.first(count), *statement, sql); !done) return done;
            keys = keys.subspan(count);
        }
        return {};
    }

    Result<void> read_each(SqlText const& keys_text, SqlText const& rows_text) {
        auto keys = db_.prepare(keys_text.text);
        auto rows = db_.prepare(rows_text.text);
        if (!keys) return fail(keys.error());
        if (!rows) return fail(rows.error());
        keys_text.bind_to(*keys);
        std::vector<std::int64_t> batch;
        while (left_ > 0) {
            auto const more = next_batch(*keys, batch);
            if (!more) return fail(more.error());
            if (auto done = read_rows(batch, *rows, rows_text); !done) return done;
            if (!*more) return {};
        }
        return {};
    }

    // As many keys as may be enough; false: they are the last. Skips keys where each has a row that matches.
    Result<bool> next_batch(Statement& keys, std::vector<std::int64_t>& batch) {
        batch.clear();
        auto const wanted = rows_decide_ ? batch_ : std::min<std::uint64_t>(left_, batch_);
        batch_ = std::min(2 * batch_, batch_max);
        while (batch.size() < wanted) {
            auto const stepped = keys.step();
            if (!stepped) return fail(stepped.error());
            if (!*stepped) return false;
            if (rows_decide_ || skip_ == 0)
                batch.push_back(keys.integer(0));
            else
                --skip_;
        }
        return true;
    }

    Result<void> read_rows(std::span<std::int64_t const> keys, Statement& rows, SqlText const& text) {
        auto const listed = json_array(keys);
        rows.reset();
        rows.bind(listed);
        text.bind_to(rows);
        while (left_ > 0) {
            auto const stepped = rows.step();
            if (!stepped) return fail(stepped.error());
            if (!*stepped) break;
            if (auto done = deliver(rows); !done) return done;
        }
        return {};
    }

    Result<void> deliver(Statement const& row) {
        if (skip_ > 0) {
            --skip_;
            return {};
        }
        found_.row = row.integer(0);
        int column = 0;
        for (auto const position : selected_) found_.values[position].assign(row.text(++column));
        ++delivered_;
        --left_;
        return sink_(found_);
    }

    SqliteConnection& db_;
    FindRequest const& request_;
    Index::RowSink const& sink_;
    std::vector<AttributeIndex> const selected_;
    FoundRow found_;
    std::uint64_t delivered_ = 0;
    std::uint64_t skip_ = 0;
    std::uint64_t left_ = all;
    std::size_t batch_ = batch_max;
    bool rows_decide_ = false;
};

// Whether going along the dates is tried before an index is asked how many rows it lists: the conditions are such that
// most rows of an interval may hold them, and are decided on the way.
bool walks_first(FindRequest const& request, std::vector<Driver> const& found) {
    return request.limit && !found.empty() && found.front().strength == Strength::weak && walks_index_only(request) &&
        walk_gives_order(request);
}

}  // namespace

Result<Approach> choose_approach(SqliteConnection& db, FindRequest const& request, std::vector<Driver> found,
                                 SearchCosts const& costs) {
    std::int64_t const cost_max = walks_index_only(request) ? costs.max_against_index : costs.max_against_rows;
    std::optional<std::size_t> best;
    std::int64_t best_cost = cost_max + 1;
    for (std::size_t i = 0; i < found.size() && best_cost > costs.few; ++i) {
        if (found[i].strength == Strength::identifies) {
            bool const few = found[i].target == request.level;
            return Approach{std::move(found[i]), {}, few};
        }
        auto const each = entry_cost(found[i], request, costs);
        // What is not much better than the best so far is not worth counting.
        auto const bound = best ? best_cost / 2 : best_cost;
        auto const entries = entries_of(db, found[i], (bound - 1) / each + 1);
        if (!entries) return fail(entries.error());
        if (*entries * each >= bound) continue;
        best = i;
        best_cost = *entries * each;
    }
    if (best) {
        bool const few = best_cost <= costs.few && found[*best].target == request.level;
        return Approach{std::move(found[*best]), {}, few};
    }
    if (found.empty() || found.front().strength != Strength::selective) return Approach{};
    // Who wants everything begins with the strongest; a page is probably soon complete on a walk.
    if (!request.limit || !walk_gives_order(request)) return Approach{std::move(found.front()), {}};
    return Approach{{}, std::move(found.front())};
}

Result<void> find_rows(SqliteConnection& db, FindRequest const& request, Index::RowSink const& sink,
                       SearchCosts const& costs) {
    if (auto checked = check_conditions(request); !checked) return checked;
    // With a limit SQLite keeps no more than the page while it sorts; without one, all keys.
    std::optional<SortsOnDisk> on_disk;
    if (!request.limit && !request.order_by.empty()) on_disk.emplace(db);
    auto const snapshot = Snapshot::begin(db);
    if (!snapshot) return fail(snapshot.error());
    RowReader reader{db, request, sink};
    auto found = drivers(request);
    if (has_one_word(found, request)) {
        auto const picked = newest_names(db, request, found.front());
        if (!picked) return fail(picked.error());
        if (*picked) return reader.read(**picked);
    }
    auto const walk = [&](int steps_thousands) -> Result<Walk> {
        StepBudget const budget{db, steps_thousands};
        auto const walked = reader.read(nullptr, Listed::perhaps_many);
        if (walked) return Walk::ended;
        if (budget.is_spent() && walked.error().code == ErrorCode::cancelled) return Walk::too_long;
        return fail(walked.error());
    };
    if (walks_first(request, found)) {
        auto const walked = walk(costs.walk_before_probes_steps_thousands);
        if (!walked) return fail(walked.error());
        if (*walked == Walk::ended) return {};
    }
    auto const approach = choose_approach(db, request, std::move(found), costs);
    if (!approach) return fail(approach.error());
    auto const listed = approach->lists_few ? Listed::few : Listed::perhaps_many;
    if (!approach->fallback) return reader.read(approach->driver ? &*approach->driver : nullptr, listed);
    auto const walked =
        walk(walks_index_only(request) ? costs.walk_in_index_steps_thousands : costs.walk_steps_thousands);
    if (!walked) return fail(walked.error());
    return *walked == Walk::ended ? Result<void>{} : reader.read(&*approach->fallback, Listed::perhaps_many);
}

Result<std::uint64_t> count_rows(SqliteConnection& db, FindRequest const& request) {
    if (auto checked = check_conditions(request); !checked) return fail(checked.error());
    FindRequest everything = request;
    everything.limit.reset();
    auto const approach = choose_approach(db, everything, drivers(everything));
    if (!approach) return fail(approach.error());
    bool const all = request.item_conditions.empty() && std::ranges::all_of(request.conditions, is_universal);
    auto const sql =
        all ? total_sql(request.level) : count_sql(everything, approach->driver ? &*approach->driver : nullptr);
    auto const rows = number(db, sql);
    if (!rows) return fail(rows.error());
    return static_cast<std::uint64_t>(*rows);
}

}  // namespace cassette
