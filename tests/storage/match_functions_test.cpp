#include "storage/match_functions.h"

#include "storage/sqlite_connection.h"
#include "tests/support/temporary_directory.h"

#include <doctest/doctest.h>

namespace cassette {

TEST_CASE("statements can match as DICOM does, and what is NULL matches nothing") {
    testing::TemporaryDirectory const folder;
    auto const db = SqliteConnection::open(folder / "any.db", SqliteConnection::Access::read_write);
    REQUIRE(db);
    for (auto const& [expression, value] : std::initializer_list<std::pair<std::string, std::int64_t>>{
             {"any_value_glob('AXIAL\\PRIMARY', 'P*')", 1},
             {"any_value_glob('AXIAL\\PRIMARY', 'A*Y')", 0},
             {"any_value_glob(NULL, '*')", 0},
             {"has_value('CT\\MR', 'CT')", 1},
             {"has_value('CT\\MR', 'MR')", 1},
             {"has_value('CT\\MR', 'M')", 0},
             {"has_value('CT\\MR', 'CT\\MR')", 0},
             {"has_value('', 'CT')", 0},
             {"has_value(NULL, 'CT')", 0},
             {"name_matches('doe^jane=x', 'doe*')", 1},
             {"name_matches('doe^jane=x', 'x')", 1},
             {"name_matches(NULL, '*')", 0},
             {"name_has_words('doe^jane', 'jan do')", 1},
             {"name_has_words('doe^jane', 'ane')", 0},
             {"name_has_words(NULL, 'doe')", 0},
             {"least_name_word('lena^lee', 'le') = 'lee'", 1},
             {"least_name_word('lena^lee', 'x') = ''", 1},
             {"least_name_word_with('lena^lee', 'e') = 'lee'", 1},
             {"least_name_word_with('lena^lee', 'na') = 'lena'", 1},
             {"least_name_word_with('lena^lee', 'x') = ''", 1},
             {"date_time_between('2024', '2023', '')", 1},
             {"date_time_between(NULL, '', '2023')", 0},
         }) {
        CAPTURE(expression);
        CHECK(*(*db)->integer("SELECT " + expression) == value);
    }
}

}  // namespace cassette
