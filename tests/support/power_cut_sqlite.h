#pragma once

#include "tests/support/power_cut_file_system.h"

#include <memory>

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
    class Layer;
    std::unique_ptr<Layer> layer_;
};

}  // namespace cassette::testing
