#pragma once

#include "tests/support/power_cut_file_system.h"

#include <sqlite3.h>

namespace cassette::testing {

// While this lives, SQLite opens files through a PowerCutFileSystem by default: writes, syncs, new and removed names of
// databases and logs are calls of it, so that the power can go between any two of them.
class PowerCutSqlite {
public:
    explicit PowerCutSqlite(PowerCutFileSystem& files);
    PowerCutSqlite(PowerCutSqlite const&) = delete;
    PowerCutSqlite& operator=(PowerCutSqlite const&) = delete;
    ~PowerCutSqlite();

private:
    struct Layer : sqlite3_vfs {  // SQLite's own layer, with what changes files replaced
        sqlite3_vfs* real;
        PowerCutFileSystem* files;
    };
    static int open(sqlite3_vfs* layer, char const* name, sqlite3_file* file, int flags, int* flags_out);
    static int remove(sqlite3_vfs* layer, char const* name, int sync_directory);

    Layer layer_;
};

}  // namespace cassette::testing
