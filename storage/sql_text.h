#pragma once

#include "storage/sqlite_connection.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace cassette {

// A statement being composed, with the values of its parameters in the order of their question marks.
struct SqlText {
    using Value = std::variant<std::int64_t, std::string>;
    std::string text;
    std::vector<Value> parameters;

    SqlText& add(std::string_view sql) {
        text += sql;
        return *this;
    }
    SqlText& add_parameter(Value value) {
        text += '?';
        parameters.push_back(std::move(value));
        return *this;
    }
    SqlText& add(SqlText const& other) {
        text += other.text;
        parameters.insert(parameters.end(), other.parameters.begin(), other.parameters.end());
        return *this;
    }
    void bind_to(Statement& statement) const {
        for (auto const& value : parameters) {
            if (auto const* number = std::get_if<std::int64_t>(&value))
                statement.bind(*number);
            else
                statement.bind(std::get<std::string>(value));
        }
    }
};

}  // namespace cassette
