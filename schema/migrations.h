#pragma once

#include <span>
#include <string_view>

namespace cassette {

// One step of the index's SQL schema: schema/migrations/NNNN_name.sql, embedded. Applied in order of version, each once.
struct Migration {
    int version;
    std::string_view name;
    std::string_view sql;
};

[[nodiscard]] std::span<Migration const> migrations();

}  // namespace cassette
