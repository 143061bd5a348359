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

// A word of which there may be more studies than were looked at, and the last of those.
struct OpenWord {
    std::string word;
    std::int64_t looked_at = 0;
    std::string date = {}, time = {};
    std::int64_t key = 0;
};

// The studies of the words, one word after the other.
class WordReader {
public:
    WordReader(SqliteConnection& db, StudiesOfWordSql sql, NewestRows& newest, std::int64_t entries)
        : db_{db}, sql_{std::move(sql)}, newest_{newest}, left_{entries} {}

    // Adds the word's newest studies, from the first, until they are too old, or it has looked at so many: true then.
    Result<bool> read(OpenWord& word, std::int64_t most) {
        auto studies = db_.prepare(sql_.sql.text);
        if (!studies) return fail(studies.error());
        sql_.sql.parameters[sql_.word] = word.word;
        sql_.sql.bind_to(*studies);
        auto const counted = word.looked_at;
        for (word.looked_at = 0; word.looked_at < most && left_ > 0;) {
            auto const stepped = studies->step();
            if (!stepped) return fail(stepped.error());
            if (!*stepped) return false;
            auto const date = studies->text(1);
            auto const time = studies->text(2);
            word.key = studies->integer(0);
            if (!newest_.takes(date, time, word.key)) return false;
            if (studies->integer(3) != 0) newest_.add(date, time, word.key);
            if (++word.looked_at > counted) --left_;
            if (word.looked_at < most) continue;
            word.date.assign(date);
            word.time.assign(time);
        }
        return true;
    }
    bool is_spent() const { return left_ <= 0; }

private:
    SqliteConnection& db_;
    StudiesOfWordSql sql_;
    NewestRows& newest_;
    std::int64_t left_;  // entries of all words together
};

// Reads so many of each word's newest studies; those words are left that may have more that are new enough.
Result<void> read_round(WordReader& reader, NewestRows const& newest, std::vector<OpenWord>& words, std::int64_t most) {
    std::vector<OpenWord> open;
    for (auto& word : words) {
        auto const more = reader.read(word, most);
        if (!more) return fail(more.error());
        if (*more) open.push_back(std::move(word));
    }
    // By now the page may be full of newer ones.
    std::erase_if(open, [&](OpenWord const& word) { return !newest.takes(word.date, word.time, word.key); });
    words = std::move(open);
    return {};
}

}  // namespace

Result<std::optional<std::vector<std::int64_t>>> newest_names(SqliteConnection& db, FindRequest const& request,
                                                              Driver const& driver, NewestNamesLimits const& limits) {
    using Keys = std::optional<std::vector<std::int64_t>>;
    auto words = words_of(db, driver, limits.words + 1);
    if (!words) return fail(words.error());
    if (words->size() > limits.words) return Keys{};
    auto const count = request.offset + *request.limit;
    NewestRows newest{static_cast<std::size_t>(count)};
    WordReader reader{db, studies_of_word_sql(request, driver), newest, limits.entries};
    // A share of the page of each word first: when it is full of all words' newest, few have more that belong to it.
    constexpr std::int64_t share_min = 4;
    auto const share = static_cast<std::int64_t>(count * 3 / (2 * words->size() + 1)) + share_min;
    std::vector<OpenWord> open;
    for (auto& word : *words) open.push_back({std::move(word)});
    for (auto most = share; !open.empty(); most = share + limits.entries) {
        if (auto read = read_round(reader, newest, open, most); !read) return fail(read.error());
        if (reader.is_spent()) return Keys{};
    }
    return Keys{newest.take()};
}

}  // namespace cassette
