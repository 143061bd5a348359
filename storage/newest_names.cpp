#include "storage/newest_names.h"

#include "storage/name_driver.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_set>

namespace cassette {

namespace {

// The newest of the studies that it is shown, so many of them, each once; date and time decide, then the key.
class NewestRows {
public:
    explicit NewestRows(std::size_t count) : count_{count} {}

    // Whether it would be among them as far as is known.
    bool takes(std::string_view date, std::string_view time, std::int64_t key) const {
        if (rows_.size() < count_) return true;
        if (rows_.empty()) return false;  // none is wanted
        auto const& oldest = rows_.front();
        return std::tie(date, time, key) >
            std::tuple<std::string_view, std::string_view, std::int64_t>{oldest.date, oldest.time, oldest.key};
    }

    // What it takes.
    void add(std::string_view date, std::string_view time, std::int64_t key) {
        if (count_ == 0 || !keys_.insert(key).second) return;
        if (rows_.size() == count_) {
            std::ranges::pop_heap(rows_, is_newer);
            keys_.erase(rows_.back().key);
            rows_.pop_back();
        }
        rows_.push_back({std::string{date}, std::string{time}, key});
        std::ranges::push_heap(rows_, is_newer);
    }

    // The keys, newest first; nothing is left.
    std::vector<std::int64_t> take() {
        std::ranges::sort(rows_, is_newer);
        std::vector<std::int64_t> keys;
        keys.reserve(rows_.size());
        for (auto const& row : rows_) keys.push_back(row.key);
        rows_.clear();
        return keys;
    }

private:
    struct Row {
        std::string date, time;
        std::int64_t key;
    };
    static bool is_newer(Row const& a, Row const& b) {
        return std::tie(a.date, a.time, a.key) > std::tie(b.date, b.time, b.key);
    }

    std::size_t count_;
    std::vector<Row> rows_;  // a heap with the oldest first
    std::unordered_set<std::int64_t> keys_;
};

// At most `count` of the words that the driver begins with.
Result<std::vector<std::string>> words_of(SqliteConnection& db, Driver const& driver, std::size_t count) {
    SqlText sql = driver.words->words;
    sql.add(" LIMIT ").add_parameter(static_cast<std::int64_t>(count));
    std::vector<std::string> words;
    auto const read = for_each_row(
        db, sql.text, [&](Statement& statement) { sql.bind_to(statement); },
        [&](Statement& row) {
            words.emplace_back(row.text(0));
            return Result<void>{};
        });
    if (!read) return fail(read.error());
    return words;
}

// Reads one word's studies until they are too old; `entries` counts down what is looked at.
Result<void> add_newest(NewestRows& newest, Statement& studies, std::int64_t& entries) {
    while (entries > 0) {
        auto const stepped = studies.step();
        if (!stepped) return fail(stepped.error());
        if (!*stepped || !newest.takes(studies.text(1), studies.text(2), studies.integer(0))) return {};
        if (studies.integer(3) != 0) newest.add(studies.text(1), studies.text(2), studies.integer(0));
        --entries;
    }
    return {};
}

}  // namespace

Result<std::optional<std::vector<std::int64_t>>> newest_names(SqliteConnection& db, FindRequest const& request,
                                                              Driver const& driver, NewestNamesLimits const& limits) {
    using Keys = std::optional<std::vector<std::int64_t>>;
    auto const words = words_of(db, driver, limits.words + 1);
    if (!words) return fail(words.error());
    if (words->size() > limits.words) return Keys{};
    auto [sql, word_at] = studies_of_word_sql(request, driver);
    auto statement = db.prepare(sql.text);
    if (!statement) return fail(statement.error());
    NewestRows newest{static_cast<std::size_t>(request.offset + *request.limit)};
    auto entries = limits.entries;
    for (auto const& word : *words) {
        statement->reset();
        sql.parameters[word_at] = word;
        sql.bind_to(*statement);
        if (auto added = add_newest(newest, *statement, entries); !added) return fail(added.error());
        if (entries == 0) return Keys{};
    }
    return Keys{newest.take()};
}

}  // namespace cassette
