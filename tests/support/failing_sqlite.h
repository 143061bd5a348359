#pragma once

#include <memory>

namespace cassette::testing {

// While this lives, SQLite's default is a disk on which one kind of call fails, when told to, with a code of SQLite's.
// Database and log alike. Files that were opened meanwhile must be closed before it goes.
class FailingSqlite {
public:
    enum class Call { none, read, write, sync };

    FailingSqlite();
    FailingSqlite(FailingSqlite const&) = delete;
    FailingSqlite& operator=(FailingSqlite const&) = delete;
    ~FailingSqlite();

    void fail_at(Call call, int code);
    void recover() { fail_at(Call::none, 0); }

private:
    class Layer;
    std::unique_ptr<Layer> layer_;
};

}  // namespace cassette::testing
